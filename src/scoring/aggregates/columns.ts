import type { PoolInput } from './pool.ts';

/**
 * The numbers of which medians and means are taken, one column each. Two outcomes or ordered ones: the cumulative
 * probabilities at the K-1 cut points (medians of cumulative probabilities ascend, so they are a distribution again).
 * Unordered outcomes: the K probabilities themselves, whose medians need not sum to 1 and are renormalised.
 */
export interface Columns {
  readonly columns: readonly Float64Array[];
  /** Turns one number per column back into K probabilities; null when all of them are 0 and nothing can be renormalised. */
  toVector(numbers: readonly number[]): number[] | null;
}

export function columnsOf({ forecasts, outcomes, ordered }: PoolInput): Columns {
  const cumulative = ordered || outcomes === 2;
  const columns = Array.from(
    { length: cumulative ? outcomes - 1 : outcomes },
    () => new Float64Array(forecasts.length),
  );
  for (let i = 0; i < forecasts.length; i++) {
    const p = forecasts[i];
    if (!p) continue;
    let sum = 0;
    for (let c = 0; c < columns.length; c++) {
      const column = columns[c];
      const x = p[c] ?? 0;
      sum += x;
      if (column) column[i] = cumulative ? Math.min(1, sum) : x;
    }
  }
  return { columns, toVector: cumulative ? fromCuts : renormalised };
}

function fromCuts(cuts: readonly number[]): number[] {
  const vector: number[] = [];
  let before = 0;
  for (const cut of cuts) {
    // Means of ascending cuts ascend, but for rounding.
    vector.push(Math.max(0, cut - before));
    before = cut;
  }
  vector.push(1 - before);
  return vector;
}

/** Scales numbers of 0 or more to sum to 1; null when all are 0. */
export function renormalised(numbers: readonly number[]): number[] | null {
  const sum = numbers.reduce((a, b) => a + b, 0);
  return sum > 0 ? numbers.map((x) => x / sum) : null;
}
