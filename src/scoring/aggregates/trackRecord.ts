import { logPool } from './logPool.ts';
import type { Aggregate } from './pool.ts';

export const trackRecord: Aggregate = {
  name: 'trackRecord',
  about: 'Geometric mean of odds, members weighing by what they had earned before the question opened.',
  pool: (input) =>
    logPool(
      input,
      (i) => input.weights[i] ?? 1,
      () => 1,
    ),
};
