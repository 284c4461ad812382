import { requireAdmin } from './admins.ts';
import { Refusal } from './core/refusal.ts';
import type { Call, SettleReceipt } from './core/types.ts';
import type { Db } from './db.ts';
import { heldById, lockQuestion } from './findQuestion.ts';
import { once } from './once.ts';
import { actOf, annulHeld, plainFacts, reopenHeld, settleFacts, settleReceipt } from './resolving.ts';

export type AnnulInput = { question: number; reason: string };

/** Annuls a question: each member gets back what they put in net of what they took out; nothing is scored. */
export async function annul(db: Db, call: Call, input: AnnulInput): Promise<SettleReceipt> {
  const facts = await once(db, call, 'annul', settleFacts, async (tx) => {
    await requireAdmin(tx, call.actor, 'annul questions');
    const { row: question } = await lockQuestion(tx, call.actor, input.question);
    if (question.state === 'annulled')
      throw new Refusal('wrong-state', `Q${question.number} is annulled already.`);
    const act = actOf(call, input.reason);
    if (question.state === 'resolved') await reopenHeld(tx, question, act, question.closesAt);
    const paid = await annulHeld(tx, await heldById(tx, question.id), act);
    return { subject: `question:${question.id}`, facts: { ...plainFacts(question.number, 'annul'), paid } };
  });
  return settleReceipt(db, call, facts);
}
