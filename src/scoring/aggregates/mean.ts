import type { Aggregate, Pool, PoolInput } from './pool.ts';

/** Running sums of each outcome's probability. */
export function meanPool({ forecasts, outcomes }: PoolInput): Pool {
  const sums = new Float64Array(outcomes);
  let size = 0;
  const change = (i: number, sign: 1 | -1): void => {
    size += sign;
    // An empty pool starts anew, so that rounding never outlives the forecasts that caused it.
    if (size === 0) {
      sums.fill(0);
      return;
    }
    const p = forecasts[i];
    for (let k = 0; k < outcomes; k++) sums[k] = (sums[k] ?? 0) + sign * (p?.[k] ?? 0);
  };
  return {
    add: (i) => change(i, 1),
    remove: (i) => change(i, -1),
    vector() {
      const means: number[] = [];
      for (let k = 0; k < outcomes; k++) means.push(Math.max(0, (sums[k] ?? 0) / size));
      return means;
    },
  };
}

export const mean: Aggregate = {
  name: 'mean',
  about: 'Plain average of standing forecasts.',
  pool: meanPool,
};
