import type { Db } from '../db.ts';
import { notify } from '../notices.ts';
import { cancelOrders } from '../orders.ts';
import { each } from './each.ts';

/** Closes the questions whose time has come: says so, and takes their resting orders out of the book. Answers how many. */
export async function closeQuestions(db: Db, now: Date): Promise<number> {
  const due = await db.client.question.findMany({
    where: { state: 'open', closesAt: { lte: now } },
    orderBy: [{ closesAt: 'asc' }, { id: 'asc' }],
    take: 200,
    select: { id: true },
  });
  return each(due, ({ id }) =>
    db.transaction(async (tx) => {
      // Guarded: moved to a later close, resolved, or closed by another process since, it is no longer due.
      const { count } = await tx.question.updateMany({
        where: { id, state: 'open', closesAt: { lte: now } },
        data: { state: 'closed', version: { increment: 1 } },
      });
      if (count === 0) return false;
      const question = await tx.question.findUniqueOrThrow({ where: { id } });
      const { communityId, number, title } = question;
      const orders = await tx.limitOrder.findMany({
        where: { questionId: id, state: 'resting' },
        include: { outcome: { select: { label: true } } },
      });
      await cancelOrders(
        tx,
        question,
        orders.map((o) => ({ id: o.id, memberId: o.memberId, label: o.outcome.label })),
        'the question closed',
        now,
      );
      if (!question.practice) {
        await notify(tx, {
          communityId,
          key: `question.closed:${id}:${question.closesAt.toISOString()}`,
          kind: 'question.closed',
          payload: { number, title, early: false },
          audience: 'channel',
          dueAt: now,
        });
      }
      return true;
    }),
  );
}
