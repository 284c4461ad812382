import { z } from 'zod';
import { Refusal } from './core/refusal.ts';
import { showTime } from './core/time.ts';
import type { Call, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';
import { lockQuestion } from './findQuestion.ts';
import { notify } from './notices.ts';
import { once } from './once.ts';
import { question } from './question.ts';

export type DisputeInput = { question: number; reason: string };

const facts = z.object({ number: z.number().int() });

/** A member disputes a resolution within the window: the question goes back before the admins. */
export async function dispute(db: Db, call: Call, input: DisputeInput): Promise<QuestionView> {
  const { actor, now } = call;
  await once(db, call, 'dispute', facts, async (tx) => {
    const { row } = await lockQuestion(tx, actor, input.question);
    const { id, number, title } = row;
    const { disputeHours, timeZone } = row.settings;
    if (row.state !== 'resolved' && row.state !== 'annulled')
      throw new Refusal('wrong-state', `Q${number} is not resolved, so there is nothing to dispute.`);
    const until = new Date((row.settledAt ?? now).getTime() + disputeHours * 3_600_000);
    if (now > until)
      throw new Refusal(
        'wrong-state',
        `Q${number} could be disputed until ${showTime(until, timeZone)}.`,
        'Tell an admin: they can still correct it.',
      );
    const reason = input.reason.trim();
    if (reason === '')
      throw new Refusal(
        'not-understood',
        'A dispute needs a reason.',
        'Say what is wrong and where it can be read.',
      );
    const open = await tx.dispute.count({
      where: { questionId: id, memberId: actor.memberId, settledAt: null },
    });
    if (open > 0)
      throw new Refusal('duplicate', `You have disputed Q${number} already; the admins have been told.`);
    await tx.dispute.create({
      data: { questionId: id, memberId: actor.memberId, at: now, reason },
      select: { id: true },
    });
    await notify(tx, {
      communityId: actor.communityId,
      key: `question.disputed:${id}:${row.version}`,
      kind: 'question.disputed',
      payload: { number, title, reason, by: { id: actor.memberId, name: actor.name } },
      audience: 'admins',
      dueAt: now,
    });
    return { subject: `question:${id}`, facts: { number } };
  });
  return question(db, call, { question: input.question });
}
