import { showPoints } from './core/money.ts';
import type { AccountRef } from './core/postings.ts';
import type { Minor } from './core/types.ts';
import type { Tx } from './db.ts';
import type { QuestionRow } from './findQuestion.ts';
import { notify } from './notices.ts';
import type { Part } from './wager.ts';

/** A resting order as trades need it. */
export interface OrderRow {
  readonly id: number;
  readonly memberId: number;
  readonly outcome: number;
  readonly label: string;
  readonly price: number;
  readonly left: Minor;
  readonly account: AccountRef & { readonly balance: Minor };
}

/** Orders that rest on a question now, best price first, the older before the younger. */
export async function restingOrders(tx: Tx, question: QuestionRow, now: Date): Promise<OrderRow[]> {
  if (question.resting === 0) return [];
  const rows = await tx.limitOrder.findMany({
    where: {
      questionId: question.id,
      state: 'resting',
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    include: {
      outcome: { select: { index: true, label: true } },
      member: { select: { account: { select: { id: true, memberId: true, balance: true } } } },
    },
    orderBy: [{ price: 'desc' }, { id: 'asc' }],
  });
  return rows.flatMap(({ id, memberId, outcome, price, points, spent, member }) =>
    member.account
      ? [
          {
            id,
            memberId,
            outcome: outcome.index,
            label: outcome.label,
            price,
            left: points - spent,
            account: member.account,
          },
        ]
      : [],
  );
}

/** Brings orders up to date with what was just filled, and tells their owners. */
export async function settleOrders(
  tx: Tx,
  question: QuestionRow,
  parts: readonly Part[],
  now: Date,
): Promise<void> {
  const filled = new Map<number, { order: OrderRow; spent: Minor; shares: Minor }>();
  for (const { order, points, shares } of parts) {
    if (!order) continue;
    const before = filled.get(order.id);
    filled.set(order.id, {
      order,
      spent: (before?.spent ?? 0n) - points,
      shares: (before?.shares ?? 0n) + (shares.get(order.outcome) ?? 0n),
    });
  }
  for (const { order, spent, shares } of filled.values()) {
    const left = order.left - spent;
    // What is left buys no further share: the order is done.
    const done = Number(left) < order.price;
    const broke = !done && order.account.balance - spent < left;
    await tx.limitOrder.update({
      where: { id: order.id },
      data: {
        spent: { increment: spent },
        ...(done ? { state: 'filled' } : {}),
      },
    });
    await notify(tx, {
      communityId: question.communityId,
      key: `order.filled:${order.id}:${question.version}`,
      kind: 'order.filled',
      payload: {
        number: question.number,
        title: question.title,
        order: order.id,
        label: order.label,
        points: spent,
        shares,
      },
      audience: `member:${order.memberId}`,
      dueAt: now,
    });
    if (broke)
      await cancelOrders(
        tx,
        question,
        [order],
        `you hold ${showPoints(order.account.balance - spent)} points, too few to pay for the rest`,
        now,
      );
  }
}

/** Takes orders out of the book and tells their owners why. */
export async function cancelOrders(
  tx: Tx,
  question: Pick<QuestionRow, 'id' | 'communityId' | 'number' | 'title'>,
  orders: readonly Pick<OrderRow, 'id' | 'memberId' | 'label'>[],
  why: string,
  now: Date,
): Promise<void> {
  if (orders.length === 0) return;
  await tx.limitOrder.updateMany({
    where: { id: { in: orders.map(({ id }) => id) }, state: 'resting' },
    data: { state: 'cancelled', why },
  });
  await notify(
    tx,
    ...orders.map((order) => ({
      communityId: question.communityId,
      key: `order.cancelled:${order.id}`,
      kind: 'order.cancelled' as const,
      payload: { number: question.number, title: question.title, order: order.id, label: order.label, why },
      audience: `member:${order.memberId}` as const,
      dueAt: now,
    })),
  );
}
