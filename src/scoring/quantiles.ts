import { ScoringError } from './error.ts';
import type { Vector } from './types.ts';

/** 10th, 50th and 90th percentile of what a member expects, in the question's unit. */
export interface Quantiles {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
}

/** "linear" spacing of bins, or "log" for quantities whose ratios matter. */
export type Scale = 'linear' | 'log';

/** ln(0.9 / 0.1): how far the 10th and the 90th percentile lie from the median of a logistic distribution of scale 1. */
const TENTH = Math.log(9);

/**
 * Turns three quantiles into probabilities of bins. The distribution is a logistic one whose scale differs below and above
 * the median, so that it has exactly these quantiles, rises everywhere, and has tails beyond every edge:
 * F(x) = 1 / (1 + exp(-ln 9 (x - p50) / w)) with w = p50 - p10 below the median and p90 - p50 above it; on a log scale
 * all four are logarithms.
 *
 * @param edges the K-1 inner edges, ascending; the first bin is open below, the last open above
 * @returns K probabilities that sum to 1
 * @throws ScoringError `not-ascending`, `not-a-number`, or `option` for a number of 0 or less on a log scale
 * @example quantilesToBins([10, 20, 30], { p10: 10, p50: 20, p90: 30 }) // [0.1, 0.4, 0.4, 0.1]
 */
export function quantilesToBins(
  edges: readonly number[],
  { p10, p50, p90 }: Quantiles,
  scale: Scale = 'linear',
): Vector {
  checkEdges(edges);
  for (const x of [p10, p50, p90])
    if (!Number.isFinite(x)) throw new ScoringError('not-a-number', `A percentile of ${x} was given.`);
  if (!(p10 <= p50 && p50 <= p90))
    throw new ScoringError('not-ascending', `The percentiles ${p10} / ${p50} / ${p90} do not ascend.`);
  if (scale === 'log' && !(p10 > 0))
    throw new ScoringError('option', `On a log scale percentiles are above 0; ${p10} was given.`);

  const on = (x: number): number => (scale === 'log' ? Math.log(x) : x);
  const middle = on(p50);
  const cdf = (edge: number): number => {
    if (scale === 'log' && edge <= 0) return 0;
    const distance = on(edge) - middle;
    if (distance === 0) return 0.5;
    const width = distance < 0 ? middle - on(p10) : on(p90) - middle;
    // A width of 0 is certainty on that side: the exponent is infinite and the step is exact.
    return 1 / (1 + Math.exp((-TENTH * distance) / width));
  };
  const below = [0, ...edges.map(cdf), 1];
  return below.slice(1).map((x, k) => x - (below[k] ?? 0));
}

/** A quantile read off bins. `beyond` says that it lies in an open bin, below or above `value`, no one knows how far. */
export interface BinQuantile {
  readonly value: number;
  readonly beyond: 'below' | 'above' | null;
}

/**
 * The value below which lies the share `q` of the probability, by straight lines within each bin (on the scale's axis).
 *
 * @param edges the K-1 inner edges, ascending
 * @param p K probabilities
 * @throws ScoringError `not-ascending`, `length`, or `option` unless 0 < q < 1
 * @example quantileOfBins([10, 20, 30], [0.1, 0.4, 0.4, 0.1], 0.5) // { value: 20, beyond: null }
 */
export function quantileOfBins(
  edges: readonly number[],
  p: Vector,
  q: number,
  scale: Scale = 'linear',
): BinQuantile {
  checkEdges(edges);
  if (p.length !== edges.length + 1)
    throw new ScoringError(
      'length',
      `${edges.length} inner edges make ${edges.length + 1} bins; ${p.length} were given.`,
    );
  if (!(q > 0 && q < 1))
    throw new ScoringError('option', `A quantile lies between 0 and 1; ${q} was asked for.`);
  const first = edges[0] ?? Number.NaN;
  const last = edges.at(-1) ?? Number.NaN;
  let reached = p[0] ?? 0;
  // 1e-12: a share met by a sum of probabilities must not miss its edge by rounding.
  if (q < reached - 1e-12) return { value: first, beyond: 'below' };
  for (let k = 1; k < edges.length; k++) {
    const mass = p[k] ?? 0;
    if (q <= reached + mass + 1e-12 && mass > 0) {
      const part = Math.min(1, Math.max(0, (q - reached) / mass));
      const low = edges[k - 1] ?? first;
      const high = edges[k] ?? last;
      const log = scale === 'log' && low > 0;
      return { value: log ? low * (high / low) ** part : low + part * (high - low), beyond: null };
    }
    reached += mass;
  }
  return q <= reached + 1e-12 ? { value: last, beyond: null } : { value: last, beyond: 'above' };
}

function checkEdges(edges: readonly number[]): void {
  if (edges.length === 0) throw new ScoringError('empty', 'Bins need at least one edge between them.');
  for (const [k, edge] of edges.entries()) {
    if (!Number.isFinite(edge)) throw new ScoringError('not-a-number', `An edge of ${edge} was given.`);
    if (k > 0 && !(edge > (edges[k - 1] ?? edge)))
      throw new ScoringError('not-ascending', `The edges ${edges[k - 1]} and ${edge} do not ascend.`);
  }
}
