import { z } from 'zod';
import { Refusal } from './core/refusal.ts';
import type { Call, OrderView } from './core/types.ts';
import type { Db } from './db.ts';
import { once } from './once.ts';

export type CancelOrderInput = { order: number };

const facts = z.object({ order: z.number().int() });

/** Cancels a resting limit order of the member. */
export async function cancelOrder(db: Db, call: Call, input: CancelOrderInput): Promise<OrderView> {
  const { memberId } = call.actor;
  await once(db, call, 'cancelOrder', facts, async (tx) => {
    const order = await tx.limitOrder.findFirst({
      where: { id: input.order, memberId },
      select: { id: true, questionId: true },
    });
    if (!order)
      throw new Refusal(
        'not-found',
        `You have no order ${input.order}.`,
        'Your orders are shown by /orders.',
      );
    // Held like for a trade, so that it is not filled and cancelled at once.
    await tx.question.update({
      where: { id: order.questionId },
      data: { version: { increment: 1 } },
      select: { id: true },
    });
    const { count } = await tx.limitOrder.updateMany({
      where: { id: order.id, state: 'resting' },
      data: { state: 'cancelled', why: 'you cancelled it' },
    });
    if (count === 0)
      throw new Refusal(
        'wrong-state',
        `Order ${input.order} does not rest any more.`,
        'See /orders for those that do.',
      );
    return { subject: `order:${order.id}`, facts: { order: order.id } };
  });
  const order = await db.client.limitOrder.findUniqueOrThrow({
    where: { id: input.order },
    include: { outcome: true, member: { select: { id: true, name: true } } },
  });
  return {
    id: order.id,
    member: order.member,
    outcome: order.outcome.index,
    label: order.outcome.label,
    price: order.price,
    points: order.points,
    left: order.points - order.spent,
    expiresAt: order.expiresAt,
  };
}
