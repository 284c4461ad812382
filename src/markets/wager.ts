import { z } from 'zod';
import type { Vector } from '../scoring/types.ts';
import { requireBalance } from './core/amounts.ts';
import { affordable, bestFirst, type Move, metBy, type Payable, sweep } from './core/book.ts';
import { showPoints } from './core/money.ts';
import { type AccountRef, type Line, share, transfer } from './core/postings.ts';
import { Refusal } from './core/refusal.ts';
import {
  execute,
  type Leg,
  type Market,
  priceOf,
  priceOfShares,
  pricesOf,
  type Request,
  type Resting,
} from './core/trading.ts';
import type { Call, Minor } from './core/types.ts';
import type { Tx } from './db.ts';
import { type Found, marketOf, type Purse, type QuestionRow } from './findQuestion.ts';
import { post } from './ledger.ts';
import { cancelOrders, type OrderRow, restingOrders, settleOrders } from './orders.ts';
import { join, sql } from './sql.ts';

/** What a trade was, as it is kept and told. */
export const tradeFacts = z.object({
  outcome: z.number().int(),
  against: z.boolean(),
  shares: z.coerce.bigint(),
  /** Paid (> 0) or received (< 0) by the member. */
  points: z.coerce.bigint(),
  priceBefore: z.number(),
  priceAfter: z.number(),
  stopped: z.string().nullable(),
  order: z.number().int().nullable(),
  implied: z.array(z.number()).readonly().nullable(),
});
export type TradeFacts = z.infer<typeof tradeFacts>;

/** One member's side of what happened: shares gained (> 0) or given of some outcomes, points gained or paid. */
export interface Part {
  readonly account: AccountRef;
  readonly memberId: number;
  readonly order: OrderRow | null;
  readonly shares: ReadonlyMap<number, Minor>;
  readonly points: Minor;
}

export interface Wager {
  readonly shares: Minor;
  readonly points: Minor;
  readonly priceBefore: number;
  readonly priceAfter: number;
  readonly atLimit: boolean;
  readonly prices: Vector;
}

/**
 * Trades on a question that the transaction holds: with the market maker and with the orders in the way, then fills the
 * orders that became payable. Everything is one posting.
 */
export async function wager(
  tx: Tx,
  call: Call,
  { row: question, mine: { purse } }: Found,
  request: Request,
): Promise<Wager> {
  const { now, actor } = call;
  const market = marketOf(question);
  const resting = await restingOrders(tx, question, now);
  const met = metBy(request, question.outcomes.length);
  const own = resting.filter((order) => order.memberId === actor.memberId);
  const others = resting.filter((order) => order.memberId !== actor.memberId);
  const book = affordable(payable(others.filter((order) => order.outcome === met)));
  const done = execute(market, request, book);
  if (request.kind === 'buy') requireBalance(done.points, purse.balance);
  if (done.shares === 0n) return { ...done, prices: pricesOf(market) };
  // A trade that went through the price of the member's own order would have met it: they cannot trade with themselves.
  const crossed = own.filter((order) => order.outcome === met && priceOf(done.market, met) < order.price);
  await cancelOrders(tx, question, crossed, 'your own trade met it', now);

  const parts = [traderPart(purse, actor.memberId, request, done.legs, question.outcomes.length)];
  for (const leg of done.legs) if (leg.order) parts.push(ownerPart(resting, leg.order, leg.shares, null));
  const unmet = others.filter((order) => order.outcome !== met);
  const prices = await conclude(tx, call, question, parts, done.market, others, unmet);
  return { ...done, prices };
}

/** Buys a basket that `moveTo` made; answers the prices that it left. */
export async function wagerBasket(
  tx: Tx,
  call: Call,
  { row: question, mine: { purse } }: Found,
  move: Move,
): Promise<Vector> {
  if (move.shares.every((shares) => shares === 0n)) return pricesOf(marketOf(question));
  const others = (await restingOrders(tx, question, call.now)).filter(
    (order) => order.memberId !== call.actor.memberId,
  );
  const part: Part = {
    account: purse,
    memberId: call.actor.memberId,
    order: null,
    shares: new Map(move.shares.map((shares, i) => [i, shares])),
    points: -move.points,
  };
  return conclude(tx, call, question, [part], move.market, others, others);
}

/** Fills what became payable, books everything, and takes out the orders whose owners could not pay. */
async function conclude(
  tx: Tx,
  call: Call,
  question: QuestionRow,
  parts: readonly Part[],
  market: Market,
  others: readonly OrderRow[],
  unmet: readonly OrderRow[],
): Promise<Vector> {
  const swept = sweep(market, affordable(payable(unmet)));
  const fills = swept.fills.map(({ order, trade }) => ownerPart(others, order, trade.shares, trade.points));
  await record(tx, call, question, [...parts, ...fills], swept.market);
  // Whoever would have been filled at this price and was not could not pay.
  const unpaid = others.filter((order) => priceOf(swept.market, order.outcome) < order.price - 1e-6);
  await cancelOrders(tx, question, unpaid, 'you could not pay for it', call.now);
  return pricesOf(swept.market);
}

/** Books what several members did in one movement: shares and points against the question's account, and their trades. */
async function record(
  tx: Tx,
  { actor, now, key }: Call,
  question: QuestionRow,
  parts: readonly Part[],
  market: Market,
): Promise<void> {
  const pool = question.account;
  const prices = pricesOf(market);
  const pricesBefore = pricesOf(marketOf(question));
  const outcomeId = (index: number) => question.outcomes[index]?.id ?? 0;
  const postingId = await post(tx, {
    communityId: actor.communityId,
    key: `${key}:trade`,
    kind: 'trade',
    questionId: question.id,
    byId: actor.memberId,
    at: now,
    practice: question.practice,
    prices,
    lines: parts.flatMap((part): Line[] => [
      ...transfer('points', part.points, pool, part.account),
      ...[...part.shares].flatMap(([index, shares]) =>
        transfer(share(outcomeId(index)), shares, pool, part.account),
      ),
    ]),
  });
  const trades = parts.flatMap((part) =>
    splitPoints(part, prices).map(
      ([index, shares, points]) =>
        sql`(${question.id}, ${part.memberId}, ${outcomeId(index)}, ${postingId}, ${part.order?.id ?? null},
          ${points}, ${shares}, ${pricesBefore[index] ?? 0}, ${prices[index] ?? 0}, ${now})`,
    ),
  );
  await tx.$executeRaw(sql`
    INSERT INTO "Trade" ("questionId", "memberId", "outcomeId", "postingId", "orderId",
      "points", "shares", "priceBefore", "priceAfter", "at")
    VALUES ${join(trades)}`);
  await settleOrders(tx, question, parts, now);
}

/** A basket is one payment for shares of several outcomes: shown as each outcome's share of it by value. */
function splitPoints(part: Part, prices: Vector): [number, Minor, Minor][] {
  const entries = [...part.shares].filter(([, shares]) => shares !== 0n);
  const values = entries.map(([index, shares]) => Math.abs(Number(shares)) * (prices[index] ?? 0));
  const total = values.reduce((sum, value) => sum + value, 0);
  let left = part.points;
  return entries.map(([index, shares], i) => {
    const last = i === entries.length - 1;
    const points = last ? left : BigInt(Math.trunc((Number(part.points) * (values[i] ?? 0)) / total));
    left -= points;
    return [index, shares, points];
  });
}

function traderPart(
  purse: Purse,
  memberId: number,
  request: Request,
  legs: readonly Leg[],
  outcomes: number,
): Part {
  const sum = (of: (leg: Leg) => Minor) => legs.reduce((total, leg) => total + of(leg), 0n);
  const shares = sum((leg) => leg.shares);
  const points = sum((leg) => leg.points);
  if (request.kind === 'sell')
    return { account: purse, memberId, order: null, shares: new Map([[request.outcome, -shares]]), points };
  const bought = [...Array(outcomes).keys()].filter((i) => (i === request.outcome) !== request.against);
  return {
    account: purse,
    memberId,
    order: null,
    shares: new Map(bought.map((i) => [i, shares])),
    points: -points,
  };
}

/** The owner's side of a filled order: at the order's price where another member filled it, `paid` where the market did. */
function ownerPart(resting: readonly OrderRow[], filled: Resting, shares: Minor, paid: Minor | null): Part {
  const order = resting.find(({ id }) => id === filled.id);
  if (!order) throw new Error('an order was filled that does not rest');
  return {
    account: order.account,
    memberId: order.memberId,
    order,
    shares: new Map([[order.outcome, shares]]),
    points: -(paid ?? priceOfShares(order.price, shares)),
  };
}

const payable = (orders: readonly OrderRow[]): Payable[] =>
  orders
    .map(({ id, memberId, outcome, price, left, account }) => ({
      id,
      memberId,
      outcome,
      price,
      left,
      balance: account.balance,
    }))
    .sort(bestFirst);

/** @throws Refusal where an amount is too small to buy anything */
export function requireTrade(wager: Wager, asked: string): void {
  if (wager.shares > 0n) return;
  throw new Refusal(
    'out-of-range',
    wager.atLimit
      ? `The price of ${asked} is ${percent(wager.priceBefore)} already, so your limit leaves nothing to trade.`
      : `That is too little to trade ${asked} at ${percent(wager.priceBefore)}.`,
    wager.atLimit ? 'Choose another limit, or add rest to leave it as an order.' : 'Write a larger amount.',
  );
}

export const percent = (p: number): string => `${Math.round(p * 1000) / 10}%`;

/** Why a trade ended before its amount did. */
export const stoppedText = (wager: Wager, unspent: Minor): string | null =>
  wager.atLimit && unspent > 0n
    ? `The price reached ${percent(wager.priceAfter)}, so ${showPoints(unspent)} points stayed unspent.`
    : null;
