import { ScoringError } from '../error.ts';
import type { Vector } from '../types.ts';
import { logPool } from './logPool.ts';
import type { Aggregate } from './pool.ts';

/** The exponent of the fixed extremised aggregate. */
export const EXTREMISING_POWER = 2.5;

/**
 * Pushes a probability vector away from the middle: p_k^a / sum over j of p_j^a, a > 0. For two outcomes this is
 * p^a / (p^a + (1-p)^a). Computed in logarithms.
 *
 * Source: Karmarkar 1978; Baron, Mellers, Tetlock, Stone and Ungar 2014, "Two reasons to make aggregated probability
 * forecasts more extreme".
 * @throws ScoringError `option` unless a is a finite number above 0
 * @example extremise([0.7, 0.3], 2.5) // [0.89266, 0.10734]
 */
export function extremise(p: Vector, a: number): number[] {
  if (!(a > 0 && a < Number.POSITIVE_INFINITY))
    throw new ScoringError('option', `The extremising exponent must be above 0; ${a} was given.`);
  const logs = p.map((x) => a * Math.log(x));
  const top = Math.max(...logs);
  const powers = logs.map((x) => Math.exp(x - top));
  const sum = powers.reduce((x, y) => x + y, 0);
  return powers.map((x) => x / sum);
}

export const extremised: Aggregate = {
  name: 'extremised',
  about:
    'Geometric mean of odds, raised to a fixed power: a crowd is less sure than its members together ought to be.',
  pool: (input) =>
    logPool(
      input,
      () => 1,
      () => EXTREMISING_POWER,
    ),
};
