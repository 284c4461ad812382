import { columnsOf } from './columns.ts';
import type { Aggregate, Pool, PoolInput } from './pool.ts';
import { SortedColumns } from './sortedColumns.ts';

/**
 * Weights of up to `most` forecasts, oldest first, but for a common factor that no quantile or mean sees: exp(sqrt(i) - c). The
 * constant keeps them within what a double holds.
 */
function ageSteps(most: number): Float64Array {
  const c = Math.min(Math.sqrt(most), 700);
  const steps = new Float64Array(most);
  for (let i = 1; i <= most; i++) steps[i - 1] = Math.exp(Math.sqrt(i) - c);
  return steps;
}

/**
 * Weights of n forecasts, oldest first: exp(sqrt(i) - sqrt(n)) for i = 1..n, the newest weighing 1; even for two or fewer.
 *
 * Source: Metaculus.
 * @example recencyWeights(3) // [0.4809, 0.7277, 1]
 */
export function recencyWeights(n: number): number[] {
  return n <= 2 ? new Array<number>(n).fill(1) : [...ageSteps(n)];
}

/** Weighted quantiles and mean of the standing forecasts, per outcome, in Metaculus's recency weights. */
export interface RecencyPool extends Pool {
  /**
   * The weighted quantile of each column as it is, e.g. 0.25: the smallest number at or below which lies that share of
   * the weight, or the mean of it and the next where the share is met exactly.
   */
  quantile(share: number): number[];
  mean(): number[];
}

/**
 * Costs O(N) for each moment at which it is asked, N being the forecasts that stand: every weight shifts when one of them is
 * replaced, so there is nothing to carry over.
 */
export function recencyPool(input: PoolInput): RecencyPool {
  const { columns, toVector } = columnsOf(input);
  const sorted = new SortedColumns(columns);
  const n = input.forecasts.length;
  /** Standing forecasts, oldest first: a member's newer forecast has the greater index. */
  const byAge = new SortedColumns([Float64Array.from({ length: n }, (_, i) => i)]);
  const steps = ageSteps(n);
  const weights = new Float64Array(n);
  let total = 0;
  let weighed = true;

  const weigh = (): void => {
    if (weighed) return;
    const size = byAge.size;
    const order = byAge.lists[0];
    total = 0;
    for (let r = 0; r < size; r++) {
      const weight = size <= 2 ? 1 : (steps[r] ?? 0);
      weights[order?.[r] ?? 0] = weight;
      total += weight;
    }
    weighed = true;
  };

  const quantile = (share: number): number[] => {
    weigh();
    const target = share * total;
    return columns.map((column, c) => {
      const list = sorted.lists[c];
      let reached = 0;
      for (let j = 0; j < sorted.size; j++) {
        const i = list?.[j] ?? 0;
        reached += weights[i] ?? 0;
        if (reached < target && j < sorted.size - 1) continue;
        const value = column[i] ?? 0;
        const next = reached === target ? list?.[j + 1] : undefined;
        return next === undefined || j === sorted.size - 1 ? value : (value + (column[next] ?? 0)) / 2;
      }
      return Number.NaN;
    });
  };

  const mean = (): number[] => {
    weigh();
    const sums = new Array<number>(input.outcomes).fill(0);
    const order = byAge.lists[0];
    for (let r = 0; r < byAge.size; r++) {
      const i = order?.[r] ?? 0;
      const p = input.forecasts[i];
      for (let k = 0; k < input.outcomes; k++) sums[k] = (sums[k] ?? 0) + (weights[i] ?? 0) * (p?.[k] ?? 0);
    }
    return sums.map((sum) => sum / total);
  };

  return {
    add(i) {
      sorted.add(i);
      byAge.add(i);
      weighed = false;
    },
    remove(i) {
      sorted.remove(i);
      byAge.remove(i);
      weighed = false;
    },
    quantile,
    mean,
    // Three people certain of three different outcomes have a median of 0 everywhere: the mean speaks for them.
    vector: () => toVector(quantile(0.5)) ?? mean(),
  };
}

export const recencyWeighted: Aggregate = {
  name: 'recencyWeighted',
  about: 'Median of standing forecasts, newer ones weighing more; the one that is shown as the crowd.',
  pool: recencyPool,
};
