import { logPool } from './logPool.ts';
import type { Aggregate } from './pool.ts';

/**
 * How far to extremise the odds of n forecasters who each know a part of what is known:
 * n (sqrt(3 n^2 - 3 n + 1) - 2) / (n^2 - n - 1); 1 for one, towards sqrt(3) for many.
 *
 * Source: Neyman and Roughgarden 2022, "Are you smarter than a random expert? The robust aggregation of substitutable
 * signals".
 * @example neymanFactor(5) // 1.5290131
 */
export function neymanFactor(n: number): number {
  return (n * (Math.sqrt(3 * n * n - 3 * n + 1) - 2)) / (n * n - n - 1);
}

export const neyman: Aggregate = {
  name: 'neyman',
  about: 'Geometric mean of odds, extremised the more the more members forecast (Neyman and Roughgarden).',
  pool: (input) => logPool(input, () => 1, neymanFactor),
};
