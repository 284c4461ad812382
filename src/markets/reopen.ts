import { requireAdmin } from './admins.ts';
import { Refusal } from './core/refusal.ts';
import type { Call, SettleReceipt } from './core/types.ts';
import type { Db } from './db.ts';
import { lockQuestion } from './findQuestion.ts';
import { notify } from './notices.ts';
import { once } from './once.ts';
import { actOf, plainFacts, reopenHeld, settleFacts, settleReceipt } from './resolving.ts';

export type ReopenInput = { question: number; reason: string; closesAt: Date | null };

/** Takes a resolution or an annulment back; open again if its close lies ahead (or `closesAt` moves it), else closed. */
export async function reopen(db: Db, call: Call, input: ReopenInput): Promise<SettleReceipt> {
  const { actor, now } = call;
  const facts = await once(db, call, 'reopen', settleFacts, async (tx) => {
    await requireAdmin(tx, actor, 'reopen questions');
    const { row: question } = await lockQuestion(tx, actor, input.question);
    const { number, title } = question;
    if (input.closesAt && input.closesAt <= now)
      throw new Refusal('out-of-range', 'The new close has passed.', 'Choose one that lies ahead.');
    const closesAt = input.closesAt ?? question.closesAt;
    if (question.state === 'resolved' || question.state === 'annulled')
      await reopenHeld(tx, question, actOf(call, input.reason), closesAt);
    else if (now >= question.closesAt && input.closesAt)
      await tx.question.update({
        where: { id: question.id },
        data: {
          state: 'open',
          closesAt,
          resolvesBy: new Date(Math.max(+closesAt, +question.resolvesBy)),
        },
        select: { id: true },
      });
    else
      throw new Refusal(
        'wrong-state',
        now < question.closesAt ? `Q${number} is open.` : `Q${number} is closed and not yet resolved.`,
        now < question.closesAt ? undefined : 'Give a new close to open it again.',
      );
    await notify(tx, {
      communityId: actor.communityId,
      key: `question.reopened:${question.id}:${question.version}`,
      kind: 'question.reopened',
      payload: { number, title, reason: input.reason },
      audience: 'channel',
      dueAt: now,
    });
    return { subject: `question:${question.id}`, facts: plainFacts(number, 'reopen') };
  });
  return settleReceipt(db, call, facts);
}
