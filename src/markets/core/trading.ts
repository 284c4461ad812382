import { economy } from './economy.ts';
import { costOf, type Odds, oddsAfter, oddsOf, prices, sharesFor, sharesTo } from './lmsr.ts';
import { least } from './money.ts';
import type { Minor } from './types.ts';

/**
 * Trades in whole minor units. The rule of lmsr.ts is exact arithmetic on real numbers; here, and nowhere else, its answers
 * become integers: shares bought are rounded down, what they cost up, what is received for them down. So the points that a
 * market holds are never fewer than the rule says, and that is never fewer than any one outcome's shares.
 */
export interface Market {
  readonly liquidity: Minor;
  /** Per outcome: shares outstanding, and the offset that carries starting prices and later liquidity, minor units. */
  readonly shares: readonly Minor[];
  readonly offsets: readonly number[];
}

/** A limit order that rests in the book: buys its outcome at `price`, for what is left and what its owner can pay. */
export interface Resting {
  readonly id: number;
  readonly memberId: number;
  readonly outcome: number;
  readonly price: number;
  readonly left: Minor;
}

/** What is asked for. A limit is the worst price: the highest to pay, the lowest to accept. */
export type Request =
  | {
      readonly kind: 'buy';
      readonly outcome: number;
      readonly against: boolean;
      readonly points: Minor | null;
      readonly shares: Minor | null;
      readonly limit: number | null;
    }
  | {
      readonly kind: 'sell';
      readonly outcome: number;
      readonly shares: Minor;
      readonly limit: number | null;
    };

/** One part of a trade: with the market maker, or with a resting order at the order's own price. */
export interface Leg {
  readonly order: Resting | null;
  readonly shares: Minor;
  /** What the trader pays for a bought part, receives for a sold one. */
  readonly points: Minor;
}

export interface Trade {
  readonly legs: readonly Leg[];
  readonly shares: Minor;
  readonly points: Minor;
  readonly priceBefore: number;
  readonly priceAfter: number;
  /** True when the limit, and not the amount, ended it. */
  readonly atLimit: boolean;
  readonly market: Market;
}

/** Shares with their offsets, as lmsr.ts takes them. */
const positions = (market: Market): number[] =>
  market.shares.map((shares, i) => Number(shares) + (market.offsets[i] ?? 0));

export const pricesOf = (market: Market): number[] => prices(Number(market.liquidity), positions(market));

export const priceOf = (market: Market, outcome: number, against = false): number =>
  Math.exp(oddsOf(Number(market.liquidity), positions(market), outcome, against).inside);

// Floating point is off by some 1e-16 of the largest number in a sum. This much more is asked for before rounding.
const slack = (b: number, amount: number): number => 1e-6 + 1e-14 * (b + Math.abs(amount));

/** What `shares` cost, rounded up. */
export const chargeFor = (b: number, odds: Odds, shares: Minor): Minor => {
  const cost = costOf(b, odds, Number(shares));
  return BigInt(Math.ceil(cost + slack(b, cost)));
};

/** What is received for `shares`, rounded down. */
export const returnFor = (b: number, odds: Odds, shares: Minor): Minor => {
  const received = -costOf(b, odds, -Number(shares));
  return BigInt(Math.max(0, Math.floor(received - slack(b, received))));
};

/** The most shares that `points` pay for. */
export function sharesWithin(b: number, odds: Odds, points: Minor): Minor {
  if (points <= 0n) return 0n;
  const shares = BigInt(Math.max(0, Math.floor(sharesFor(b, odds, Number(points)))));
  // Rounding the cost up can ask for a unit more than there is; then fewer shares are bought, never on credit.
  for (let fewer = shares; fewer > 0n; fewer -= 1n + (shares - fewer)) {
    if (chargeFor(b, odds, fewer) <= points) return fewer;
  }
  return 0n;
}

const highest = 1 - economy.priceFloor;

/**
 * Carries a request out against the market and, where they are in the way, the resting orders; changes nothing, so a quote
 * is the same call as the trade.
 *
 * The trade pushes one side's price up, "up" here: the outcome that is bought, all others where it is sold or bought
 * against. Orders that buy the side which is pushed down are met when the price comes to theirs: the trader buys up at
 * 1 - their price, they get down at their price, the two pay exactly what the pair will pay, and the market's price stays.
 *
 * @param book orders on the side that goes down, of others than the trader, best price first
 */
export function execute(market: Market, request: Request, book: readonly Resting[]): Trade {
  const b = Number(market.liquidity);
  const buying = request.kind === 'buy';
  const downwards = !buying || request.against;
  const limitUp = request.limit === null ? highest : buying ? request.limit : 1 - request.limit;
  const cap = Math.min(highest, limitUp);
  const before = oddsOf(b, positions(market), request.outcome, downwards);
  let up = before;
  let points = buying ? request.points : null;
  let shares = request.shares;
  let pooled = 0n;
  let atLimit = false;
  const legs: Leg[] = [];
  const queue = [...book];

  for (;;) {
    if (points === 0n || shares === 0n) break;
    const order = queue[0];
    const stop = order && 1 - order.price < cap ? 1 - order.price : cap;
    const room = BigInt(Math.max(0, Math.floor(sharesTo(b, up, stop))));
    const part = least(room, shares, points === null ? null : sharesWithin(b, up, points));
    if (part > 0n) {
      const amount = buying ? chargeFor(b, up, part) : returnFor(b, flip(up), part);
      legs.push({ order: null, shares: part, points: amount });
      pooled += part;
      up = oddsAfter(b, up, Number(part));
      if (shares !== null) shares -= part;
      if (points !== null) points -= amount;
    }
    if (part < room) break;
    if (!order || stop === cap) {
      atLimit = true;
      break;
    }
    queue.shift();
    const most = least(
      sharesAt(order.price, order.left),
      shares,
      points === null ? null : sharesAt(1 - order.price, points),
    );
    if (most === 0n) continue;
    const paid = priceOfShares(order.price, most);
    legs.push({ order, shares: most, points: buying ? most - paid : paid });
    if (shares !== null) shares -= most;
    if (points !== null) points -= most - paid;
  }
  const sum = (of: (leg: Leg) => Minor) => legs.reduce((total, leg) => total + of(leg), 0n);
  const shown = (odds: Odds) => Math.exp(buying ? odds.inside : odds.outside);
  return {
    legs,
    shares: sum((leg) => leg.shares),
    points: sum((leg) => leg.points),
    priceBefore: shown(before),
    priceAfter: shown(up),
    atLimit,
    market: after(market, request, legs, pooled),
  };
}

/** Selling p is buying the other side's odds backwards: what matters to the price is which side is `inside`. */
const flip = (odds: Odds): Odds => ({ inside: odds.outside, outside: odds.inside });

/** What the owner of an order pays at its price: never more than the price, the trader bears the rounding. */
export const priceOfShares = (price: number, shares: Minor): Minor =>
  BigInt(Math.floor(price * Number(shares)));

/** The most shares at a fixed price that `points` pay for. */
export const sharesAt = (price: number, points: Minor): Minor =>
  points <= 0n ? 0n : BigInt(Math.floor(Number(points) / price));

/** The market once the trade is done: pairs made with orders add one share of every outcome, shares handed on add none. */
function after(market: Market, request: Request, legs: readonly Leg[], pooled: Minor): Market {
  const paired = legs.reduce((total, leg) => total + (leg.order ? leg.shares : 0n), 0n);
  const shares = market.shares.map((held, i) => {
    const own = i === request.outcome;
    if (request.kind === 'sell') return own ? held - pooled : held;
    return (own !== request.against ? held + pooled : held) + paired;
  });
  return { ...market, shares };
}
