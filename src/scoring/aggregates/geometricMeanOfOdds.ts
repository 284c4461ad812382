import { logPool } from './logPool.ts';
import type { Aggregate } from './pool.ts';

export const geometricMeanOfOdds: Aggregate = {
  name: 'geometricMeanOfOdds',
  about: 'Geometric mean of the odds; for more than two outcomes of the probabilities, renormalised.',
  pool: (input) =>
    logPool(
      input,
      () => 1,
      () => 1,
    ),
};
