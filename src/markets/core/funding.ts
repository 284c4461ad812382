import { largestLoss } from './lmsr.ts';
import { type Market, pricesOf } from './trading.ts';
import type { Minor } from './types.ts';

/**
 * What a market must hold so that it can always pay. Starting from prices p with shares q out and cost function C = 0 there,
 * every later trade brings in C(after), and C(after) >= q_i(after) - q_i + b ln p_i for each outcome i. So points of at least
 * q_i - b ln p_i now are points of at least q_i(after) then.
 */
export const needed = (b: number, shares: readonly Minor[], p: readonly number[]): number =>
  Math.max(...p.map((price, i) => Number(shares[i] ?? 0n) - b * Math.log(price)));

/** Offsets under which a market with these shares out stands at these prices, with C = 0: b ln p_i - q_i. */
export const offsetsAt = (b: number, shares: readonly Minor[], p: readonly number[]): number[] =>
  p.map((price, i) => b * Math.log(price) - Number(shares[i] ?? 0n));

/**
 * The deepest market that `held` points can fund at the present prices: the largest b with q_i - b ln p_i <= held for
 * each outcome. The prices stay; the offsets take up what the other liquidity would have moved them by.
 *
 * @example deepen of an even binary market of 69.32 points with 69.31 more: liquidity 100 becomes 200
 */
export function deepen(market: Market, held: Minor): Market {
  const p = pricesOf(market);
  const b = Math.min(
    ...p.map((price, i) => (Number(held - (market.shares[i] ?? 0n)) - 1) / -Math.log(price)),
  );
  const liquidity = BigInt(Math.floor(b));
  return { ...market, liquidity, offsets: offsetsAt(Number(liquidity), market.shares, p) };
}

/** A new outcome's first price: little, and never more than an even part. */
export const newcomerPrice = (outcomes: number): number => Math.min(0.05, 1 / (outcomes + 1));

/** The market with one more outcome: the newcomer at its price, the others' prices in the same proportions as before. */
export function withNewcomer(market: Market): { market: Market; needed: Minor } {
  const b = Number(market.liquidity);
  const price = newcomerPrice(market.shares.length);
  const p = [...pricesOf(market).map((x) => x * (1 - price)), price];
  const shares = [...market.shares, 0n];
  return {
    market: { ...market, shares, offsets: offsetsAt(b, shares, p) },
    needed: BigInt(Math.ceil(needed(b, shares, p))) + 1n,
  };
}

/** What opens a market: its largest loss, and a minor unit more for what floating point rounds. */
export const openingSubsidy = (b: Minor, p0: readonly number[]): Minor =>
  BigInt(Math.ceil(largestLoss(Number(b), p0))) + 1n;
