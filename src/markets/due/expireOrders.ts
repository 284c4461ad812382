import type { Db } from '../db.ts';
import { notify } from '../notices.ts';
import { each } from './each.ts';

/** Takes limit orders whose time is over out of the book and tells their owners. Answers how many. */
export async function expireOrders(db: Db, now: Date): Promise<number> {
  const due = await db.client.limitOrder.findMany({
    where: { state: 'resting', expiresAt: { lte: now } },
    orderBy: { id: 'asc' },
    take: 500,
    include: {
      outcome: { select: { label: true } },
      question: { select: { communityId: true, number: true, title: true } },
    },
  });
  return each(due, (order) =>
    db.transaction(async (tx) => {
      const { count } = await tx.limitOrder.updateMany({
        where: { id: order.id, state: 'resting', expiresAt: { lte: now } },
        data: { state: 'expired', why: 'its time was over' },
      });
      if (count === 0) return false;
      const { communityId, number, title } = order.question;
      await notify(tx, {
        communityId,
        key: `order.cancelled:${order.id}`,
        kind: 'order.cancelled',
        payload: { number, title, order: order.id, label: order.outcome.label, why: 'its time was over' },
        audience: `member:${order.memberId}`,
        dueAt: now,
      });
      return true;
    }),
  );
}
