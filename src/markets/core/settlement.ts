import type { Vector } from '../../scoring/types.ts';
import { least } from './money.ts';
import { Refusal } from './refusal.ts';
import type { Minor } from './types.ts';

/** Weights are held to millionths, so that what a share pays is an exact fraction. */
const millionths = 1_000_000n;

/**
 * A weight per outcome in millionths that sum to exactly one million: the largest remainders get what rounding left.
 *
 * @throws Refusal unless the weights are probabilities that sum to 1
 * @example inMillionths([1 / 3, 2 / 3]) // [333333n, 666667n]
 */
export function inMillionths(weights: Vector): Minor[] {
  const sum = weights.reduce((total, w) => total + w, 0);
  if (!weights.every((w) => w >= 0 && w <= 1) || Math.abs(sum - 1) > 1e-6)
    throw new Refusal(
      'out-of-range',
      `The weights sum to ${Math.round(sum * 1e4) / 100}%, not 100%.`,
      'Give each outcome its part so that they sum to 100%.',
    );
  const exact = weights.map((w) => (w / sum) * Number(millionths));
  const whole = exact.map((x) => BigInt(Math.floor(x)));
  let missing = millionths - whole.reduce((total, x) => total + x, 0n);
  const byRemainder = exact
    .map((x, i) => ({ i, remainder: x - Math.floor(x) }))
    .sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const { i } of byRemainder) {
    if (missing === 0n) break;
    whole[i] = (whole[i] ?? 0n) + 1n;
    missing -= 1n;
  }
  return whole;
}

/** What shares of each outcome pay, rounded down. @example payout([1000n, 400n], inMillionths([0.5, 0.5])) === 700n */
export function payout(shares: readonly Minor[], weights: readonly Minor[]): Minor {
  const sum = shares.reduce((total, held, i) => total + held * (weights[i] ?? 0n), 0n);
  return sum / millionths;
}

/** What settling depends on for one member. */
export interface Claim {
  /** What they shall have received from this question's settlements, all told. Negative takes back more than was paid. */
  readonly due: Minor;
  /** What they have received so far, less what was taken back. */
  readonly received: Minor;
  readonly balance: Minor;
}

/**
 * What to pay a member (> 0) or take from them (< 0) now. Nobody is taken below zero: what they cannot give back stays with
 * them as received, the house bears it, and a later payout on the same question is less by as much.
 *
 * @example settle({ due: 0n, received: 10_000n, balance: 2_000n }) === -2_000n
 */
export function settle({ due, received, balance }: Claim): Minor {
  // What is taken back is the lesser of what is too much and what there is.
  return due >= received ? due - received : -least(received - due, balance);
}
