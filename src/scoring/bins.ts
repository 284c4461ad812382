import { ScoringError } from './error.ts';

/**
 * What calibration needs of any number of forecasts, as sums per bin, so that questions can be added up and taken away again.
 * Plain data; all arrays have one entry a bin.
 */
export interface BinSums {
  /** How many forecasts fell into the bin. */
  readonly count: readonly number[];
  /** Sum of weights, and sum of the squares of the weights of whole questions: they tell how many independent ones these are. */
  readonly weight: readonly number[];
  readonly squares: readonly number[];
  /** Weighted sums of forecasts and of what happened. */
  readonly forecast: readonly number[];
  readonly observed: readonly number[];
}

/** One bin of a calibration picture. Figures of an empty bin are undefined. */
export interface Bin {
  /** Probabilities above `from` up to and including `to`; the first bin includes 0. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly weight: number;
  readonly meanForecast: number | undefined;
  /** Share that happened. */
  readonly observed: number | undefined;
  /** Bounds of the 95% Wilson score interval of `observed`. */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** Which interval `low` and `high` of a bin are. */
export const INTERVAL = '95% Wilson score interval';
const Z = 1.959963984540054;

/** Bins of every member's running calibration. */
export const BINS = 10;

export function emptyBins(bins = BINS): Record<keyof BinSums, number[]> {
  if (!Number.isInteger(bins) || bins < 1 || bins > 1000)
    throw new ScoringError('option', `Calibration takes 1 to 1000 bins; ${bins} were asked for.`);
  const zeros = (): number[] => new Array<number>(bins).fill(0);
  return { count: zeros(), weight: zeros(), squares: zeros(), forecast: zeros(), observed: zeros() };
}

/**
 * The bin of a probability among `bins` equally wide ones, closed on the right as scikit-learn's are, the first including 0.
 * Compares with the bins' own edges i/bins, so that every number from 0 to 1 belongs to exactly one.
 *
 * @example binOf(0.15, 10) // 1: above 0.1, up to 0.2
 */
export function binOf(p: number, bins: number): number {
  const i = Math.min(bins - 1, Math.floor(p * bins));
  // p * bins never rounds below an edge that p lies above, but it reaches an edge that p lies on, or just below.
  return i > 0 && p <= i / bins ? i - 1 : i;
}

/**
 * Wilson score interval of a share observed among n, at 95%. Stays within 0..1 and has width at 0 and 1. Also for n that
 * is not whole: an effective number.
 *
 * Source: Wilson 1927.
 * @example wilson(0, 10) // [0, 0.2775]
 */
export function wilson(observed: number, n: number): [low: number, high: number] {
  const z2 = Z * Z;
  const middle = (observed + z2 / (2 * n)) / (1 + z2 / n);
  const half = (Z / (1 + z2 / n)) * Math.sqrt((observed * (1 - observed)) / n + z2 / (4 * n * n));
  return [Math.max(0, middle - half), Math.min(1, middle + half)];
}

/** How many equally weighing questions a bin is worth: (sum of weights)^2 / sum of squares (Kish 1965). */
export function effective(sums: BinSums, i: number): number {
  const weight = sums.weight[i] ?? 0;
  const squares = sums.squares[i] ?? 0;
  return squares > 0 ? (weight * weight) / squares : 0;
}

/** Reads sums as bins that cover 0..1 without a gap, empty ones included. */
export function binsOf(sums: BinSums): Bin[] {
  const bins = sums.count.length;
  return sums.count.map((count, i) => {
    const weight = sums.weight[i] ?? 0;
    const place = { from: i / bins, to: (i + 1) / bins, count, weight };
    if (!(weight > 0))
      return { ...place, meanForecast: undefined, observed: undefined, low: undefined, high: undefined };
    const observed = Math.min(1, Math.max(0, (sums.observed[i] ?? 0) / weight));
    const [low, high] = wilson(observed, effective(sums, i));
    return { ...place, meanForecast: (sums.forecast[i] ?? 0) / weight, observed, low, high };
  });
}
