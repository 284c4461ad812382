/**
 * The logarithmic market scoring rule (Hanson 2003, "Combinatorial information market design"; 2007, "Logarithmic market
 * scoring rules for modular combinatorial information aggregation").
 *
 * With q the shares outstanding and b the liquidity, the market's cost function is C(q) = b ln sum exp(q_i / b), a trade
 * costs C(after) - C(before), and an outcome's price is exp(q_i / b) / sum exp(q_j / b). The prices are a probability
 * vector, and the market maker loses at most b ln(1 / min p0).
 *
 * Everything a trade on one outcome needs is the outcome's price and that of all others together, so trades are written in
 * terms of these `Odds`, kept as logarithms: exp(1000) is Infinity in floating point, and 1 - p is 0 long before it is 0.
 * A set of outcomes trades exactly as one outcome with the set's price does; buying "not this one" is the odds turned round.
 *
 * Amounts are in any one unit throughout: points here, minor units in trading.ts.
 */
export interface Odds {
  /** ln p: of the side that is traded. */
  readonly inside: number;
  /** ln(1 - p): of everything else. */
  readonly outside: number;
}

/** Prices of all outcomes; they sum to 1. @example prices(100, [50, 20, -10]) // [0.43675, 0.32355, 0.23969] */
export function prices(b: number, q: readonly number[]): number[] {
  let top = Number.NEGATIVE_INFINITY;
  for (const x of q) if (x > top) top = x;
  let sum = 0;
  const weights = new Array<number>(q.length);
  for (let i = 0; i < q.length; i++) {
    const weight = Math.exp(((q[i] ?? 0) - top) / b);
    weights[i] = weight;
    sum += weight;
  }
  for (let i = 0; i < weights.length; i++) weights[i] = (weights[i] ?? 0) / sum;
  return weights;
}

/** C(q) = b ln sum exp(q_i / b). @example costFunction(100, [0, 0]) // 69.3147 */
export function costFunction(b: number, q: readonly number[]): number {
  let top = Number.NEGATIVE_INFINITY;
  for (const x of q) if (x > top) top = x;
  let sum = 0;
  for (const x of q) sum += Math.exp((x - top) / b);
  return top + b * Math.log(sum);
}

/** The odds of one outcome, or of all the others against it. @example oddsOf(100, [0, 0], 0) // both ln 0.5 */
export function oddsOf(b: number, q: readonly number[], outcome: number, against = false): Odds {
  const own = (q[outcome] ?? 0) / b;
  const { length } = q;
  let top = Number.NEGATIVE_INFINITY;
  for (let j = 0; j < length; j++) {
    const x = q[j] ?? 0;
    if (x > top && j !== outcome) top = x;
  }
  const perShare = 1 / b;
  let sum = 0;
  for (let j = 0; j < outcome; j++) sum += Math.exp(((q[j] ?? 0) - top) * perShare);
  for (let j = outcome + 1; j < length; j++) sum += Math.exp(((q[j] ?? 0) - top) * perShare);
  const others = top * perShare + Math.log(sum);
  const all = logAddExp(own, others);
  return against
    ? { inside: others - all, outside: own - all }
    : { inside: own - all, outside: others - all };
}

/**
 * Shares that `spend` buys: C(q + x) = C(q) + spend solved for x is b ln(1 + (exp(spend / b) - 1) / p).
 *
 * @example sharesFor(100, oddsOf(100, [0, 0], 0), 10) // 19.09028
 */
export const sharesFor = (b: number, odds: Odds, spend: number): number =>
  b * softplus(logExpMinus1(spend / b) - odds.inside);

/**
 * What `shares` cost: b ln(1 + p (exp(shares / b) - 1)). Negative shares are sold and have a negative cost, what the seller
 * receives.
 *
 * @example costOf(100, oddsOf(100, [0, 0], 0), 10) // 5.12495
 */
export function costOf(b: number, odds: Odds, shares: number): number {
  const x = shares / b;
  // Near zero the sum below would cancel; far from it, p or 1 - p may be smaller than floating point can hold.
  if (x > -1 && x < 1) return b * Math.log1p(Math.exp(odds.inside) * Math.expm1(x));
  return b * logAddExp(odds.outside, odds.inside + x);
}

/**
 * Shares that bring the price to `target`: b (logit(target) - logit(p)). Negative where the price is above it already.
 *
 * @example sharesTo(10, { inside: Math.log(0.1), outside: Math.log(0.9) }, 0.9) // 43.94449
 */
export const sharesTo = (b: number, odds: Odds, target: number): number =>
  b * (Math.log(target) - Math.log1p(-target) - (odds.inside - odds.outside));

/** The odds once `shares` more are out. */
export function oddsAfter(b: number, odds: Odds, shares: number): Odds {
  const own = odds.inside + shares / b;
  const all = logAddExp(odds.outside, own);
  return { inside: own - all, outside: odds.outside - all };
}

/**
 * The largest loss of the market maker, so the subsidy that opens a market: b ln(1 / min p0).
 *
 * @example largestLoss(100, [0.5, 0.5]) // 69.3147
 */
export const largestLoss = (b: number, p0: readonly number[]): number => -b * Math.log(Math.min(...p0));

/** Offsets that give a market its starting prices, so that C = 0 there: b ln p. */
export const offsetsFor = (b: number, p: readonly number[]): number[] => p.map((x) => b * Math.log(x));

const logAddExp = (x: number, y: number): number => Math.max(x, y) + Math.log1p(Math.exp(-Math.abs(x - y)));

/** ln(1 + exp(x)) */
const softplus = (x: number): number => (x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x)));

/** ln(exp(x) - 1), x > 0 */
const logExpMinus1 = (x: number): number => (x > 1 ? x + Math.log1p(-Math.exp(-x)) : Math.log(Math.expm1(x)));
