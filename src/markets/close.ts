import { requireAdmin } from './admins.ts';
import { stateAt } from './core/lifecycle.ts';
import { Refusal } from './core/refusal.ts';
import type { Call, SettleReceipt } from './core/types.ts';
import type { Db } from './db.ts';
import { lockQuestion } from './findQuestion.ts';
import { notify } from './notices.ts';
import { once } from './once.ts';
import { plainFacts, settleFacts, settleReceipt } from './resolving.ts';

export type CloseInput = { question: number; reason: string | null };

/** Closes a question to forecasts and wagers before its time. Admins and the asker. */
export async function close(db: Db, call: Call, input: CloseInput): Promise<SettleReceipt> {
  const { actor, now } = call;
  const facts = await once(db, call, 'close', settleFacts, async (tx) => {
    const { row: question } = await lockQuestion(tx, actor, input.question);
    const { id, number, title } = question;
    if (question.createdById !== actor.memberId)
      await requireAdmin(tx, actor, 'close questions that somebody else asked');
    const state = stateAt(question, now);
    if (state !== 'open')
      throw new Refusal(
        'wrong-state',
        state === 'upcoming' ? `Q${number} has not opened yet.` : `Q${number} is ${state} already.`,
        state === 'upcoming' ? `To take it back, annul it: /annul Q${number}.` : undefined,
      );
    await tx.question.update({
      where: { id },
      data: { state: 'closed', closesAt: now },
      select: { id: true },
    });
    await notify(tx, {
      communityId: actor.communityId,
      key: `question.closed:${id}:${question.version}`,
      kind: 'question.closed',
      payload: { number, title, early: true },
      audience: 'channel',
      dueAt: now,
    });
    return { subject: `question:${id}`, facts: plainFacts(number, 'close') };
  });
  return settleReceipt(db, call, facts);
}
