import { costOf, type Odds, sharesTo } from './lmsr.ts';

/**
 * The Kelly stake: how many points to spend on an outcome so that the expected logarithm of one's wealth is greatest,
 * against a market that moves as one buys.
 *
 * With wealth W, probability p, and s shares for a cost c(s), maximise p ln(W - c + s) + (1 - p) ln(W - c). The derivative is
 * zero where the market's price reaches p (W - c) / (W - c + (1 - p) s): between the present price and p. The expected
 * logarithm is concave in s, so bisection finds it. Kelly 1956, "A new interpretation of information rate".
 *
 * @param wealth what the member could stake at most; the same unit as `b`
 * @returns the stake, 0 where the price is at or above p
 * @example kellyStake(100, evenOdds, 0.7, 1000) // 45.7, of the 51.1 that would move the price to 70%
 */
export function kellyStake(b: number, odds: Odds, p: number, wealth: number): number {
  const price = Math.exp(odds.inside);
  if (!(p > price) || wealth <= 0) return 0;
  const gains = (shares: number): boolean => {
    const left = wealth - costOf(b, odds, shares);
    if (left <= 0) return false;
    const priceThere =
      Math.exp(odds.inside + shares / b) / (1 + Math.exp(odds.inside) * Math.expm1(shares / b));
    return (p * (1 - priceThere)) / (left + shares) > ((1 - p) * priceThere) / left;
  };
  let low = 0;
  let high = sharesTo(b, odds, Math.min(p, 1 - 1e-9));
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (gains(middle)) low = middle;
    else high = middle;
  }
  return costOf(b, odds, low);
}
