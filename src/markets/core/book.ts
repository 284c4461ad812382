import { economy } from './economy.ts';
import { costFunction } from './lmsr.ts';
import { least } from './money.ts';
import {
  execute,
  type Market,
  priceOf,
  pricesOf,
  type Request,
  type Resting,
  type Trade,
} from './trading.ts';
import type { Minor } from './types.ts';

/** A resting order together with what its owner could pay at the moment. */
export interface Payable extends Resting {
  readonly balance: Minor;
}

/** Orders as far as their owners can pay for them: an owner with several pays for the best first. */
export function affordable(orders: readonly Payable[]): Resting[] {
  const left = new Map<number, Minor>();
  return orders.map(({ balance, ...order }) => {
    const has = left.get(order.memberId) ?? balance;
    const pays = least(order.left, has);
    left.set(order.memberId, has - pays);
    return { ...order, left: pays };
  });
}

export const bestFirst = (a: Resting, b: Resting): number => b.price - a.price || a.id - b.id;

/** Which outcome's orders a request meets, being what it pushes down; null where that is no single outcome. */
export function metBy(request: Request, outcomes: number): number | null {
  if (request.kind === 'sell' || request.against) return request.outcome;
  return outcomes === 2 ? 1 - request.outcome : null;
}

export interface Fill {
  readonly order: Resting;
  readonly trade: Trade;
}

/**
 * Fills orders whose outcome has become cheaper than they ask, best first, from the market maker, until none is left: a
 * question with more than two outcomes gets there when somebody buys another outcome. They pay their price at most.
 */
export function sweep(market: Market, orders: readonly Resting[]): { market: Market; fills: Fill[] } {
  const fills: Fill[] = [];
  const waiting = [...orders].sort(bestFirst);
  let now = market;
  // Filling one makes all others cheaper, so look again from the best each time; an order that got what it could is out.
  for (;;) {
    const i = waiting.findIndex(
      (order) => order.left > 0n && priceOf(now, order.outcome) < order.price - economy.priceFloor,
    );
    const order = waiting[i];
    if (!order) return { market: now, fills };
    const trade = execute(
      now,
      {
        kind: 'buy',
        outcome: order.outcome,
        against: false,
        points: order.left,
        shares: null,
        limit: order.price,
      },
      [],
    );
    if (trade.shares === 0n || !trade.atLimit) waiting.splice(i, 1);
    else waiting[i] = { ...order, left: order.left - trade.points };
    if (trade.shares > 0n) {
      fills.push({ order, trade });
      now = trade.market;
    }
  }
}

export interface Move {
  readonly shares: readonly Minor[];
  readonly points: Minor;
  readonly reached: boolean;
  readonly market: Market;
}

/**
 * Buys the basket of shares that brings all prices to `target`, or as far towards it in log odds as `points` pay for.
 *
 * Prices are exp(q_i / b) over their sum, so target and price differ by b (ln target_i - ln price_i) shares of each outcome, up to
 * the same number of shares of all; the smallest such basket without selling leaves one outcome alone. t of that basket
 * moves the log odds by t of the way, and its cost rises with t, so bisection finds what is affordable.
 */
export function moveTo(market: Market, target: readonly number[], points: Minor): Move {
  const b = Number(market.liquidity);
  const held = market.shares.map((shares, i) => Number(shares) + (market.offsets[i] ?? 0));
  const now = pricesOf(market);
  const steps = target.map(
    (p, i) => b * (Math.log(Math.max(p, economy.priceFloor)) - Math.log(Math.max(now[i] ?? 0, 1e-300))),
  );
  const least = Math.min(...steps);
  const basket = steps.map((step) => step - least);
  const before = costFunction(b, held);
  const bought = (t: number): Minor[] => basket.map((x) => BigInt(Math.max(0, Math.floor(t * x))));
  const costOf = (shares: readonly Minor[]): Minor => {
    if (shares.every((x) => x === 0n)) return 0n;
    const cost =
      costFunction(
        b,
        held.map((q, i) => q + Number(shares[i] ?? 0n)),
      ) - before;
    // The same care as in trading.ts: differences of cost functions are off by some 1e-16 of the functions themselves.
    return BigInt(Math.ceil(cost + 1e-6 + 1e-14 * (b + Math.abs(before) + cost)));
  };
  const all = bought(1);
  const whole = costOf(all);
  let shares = all;
  if (whole > points) {
    let low = 0;
    let high = 1;
    for (let i = 0; i < 60; i++) {
      const middle = (low + high) / 2;
      if (costOf(bought(middle)) <= points) low = middle;
      else high = middle;
    }
    shares = bought(low);
  }
  return {
    shares,
    points: costOf(shares),
    reached: whole <= points,
    market: { ...market, shares: market.shares.map((x, i) => x + (shares[i] ?? 0n)) },
  };
}
