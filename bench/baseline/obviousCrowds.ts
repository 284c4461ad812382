import type { Vector } from '../../src/scoring/index.ts';
import { meanOf, medianOf } from './obviousScores.ts';

/** Standing forecasts, oldest first. */
export type Everyone = readonly { readonly member: string; readonly p: Vector }[];

/** Every aggregate of a list of forecasts, from its definition, one outcome or cut point after the other. */
export function obviousCrowds(everyone: Everyone, ordered: boolean, weights: ReadonlyMap<string, number>) {
  const ps = everyone.map(({ p }) => p);
  const even = everyone.map(() => 1);
  const each = (one: (numbers: number[]) => number): number[] => perColumn(ps, ordered, one, even);
  const n = everyone.length;
  return {
    recencyWeighted: perColumn(ps, ordered, (numbers) => weightedMedian(numbers, recency(n)), recency(n)),
    mean: each(meanOf),
    trimmedMean: each((numbers) => {
      const drop = Math.floor(n / 10);
      return meanOf([...numbers].sort((a, b) => a - b).slice(drop, n - drop));
    }),
    median: each(medianOf),
    geometricMeanOfOdds: pooled(ps, even, 1),
    extremised: pooled(ps, even, 2.5),
    neyman: pooled(ps, even, (n * (Math.sqrt(3 * n ** 2 - 3 * n + 1) - 2)) / (n ** 2 - n - 1)),
    trackRecord: pooled(
      ps,
      everyone.map(({ member }) => weights.get(member) ?? 1),
      1,
    ),
  };
}

function perColumn(
  ps: readonly Vector[],
  ordered: boolean,
  one: (numbers: number[]) => number,
  weights: readonly number[],
): number[] {
  const outcomes = ps[0]?.length ?? 0;
  const upTo = (p: Vector, k: number): number =>
    Math.min(
      1,
      p.slice(0, k + 1).reduce((a, b) => a + b, 0),
    );
  if (ordered) {
    const cuts = Array.from({ length: outcomes }, (_, k) =>
      k === outcomes - 1 ? 1 : one(ps.map((p) => upTo(p, k))),
    );
    return cuts.map((cut, k) => cut - (cuts[k - 1] ?? 0));
  }
  const numbers = Array.from({ length: outcomes }, (_, k) => one(ps.map((p) => p[k] ?? 0)));
  const sum = numbers.reduce((a, b) => a + b, 0);
  if (sum > 0) return numbers.map((x) => x / sum);
  const total = weights.reduce((a, b) => a + b, 0);
  return numbers.map((_, k) => ps.reduce((all, p, i) => all + (weights[i] ?? 0) * (p[k] ?? 0), 0) / total);
}

function recency(n: number): number[] {
  return Array.from({ length: n }, (_, i) => (n <= 2 ? 1 : Math.exp(Math.sqrt(i + 1) - Math.sqrt(n))));
}

export function weightedMedian(numbers: readonly number[], weights: readonly number[]): number {
  const pairs = numbers.map((x, i) => ({ x, w: weights[i] ?? 0 })).sort((a, b) => a.x - b.x);
  const half = weights.reduce((a, b) => a + b, 0) / 2;
  let reached = 0;
  for (const [i, { x, w }] of pairs.entries()) {
    reached += w;
    if (reached === half) return (x + (pairs[i + 1]?.x ?? x)) / 2;
    if (reached > half) return x;
  }
  return pairs.at(-1)?.x ?? Number.NaN;
}

function pooled(ps: readonly Vector[], weights: readonly number[], power: number): number[] {
  const outcomes = ps[0]?.length ?? 0;
  const total = weights.reduce((a, b) => a + b, 0);
  const odds = Array.from({ length: outcomes }, (_, k) => {
    if (ps.every((p) => p[k] === 0)) return 0;
    const mean =
      ps.reduce((sum, p, i) => sum + (weights[i] ?? 1) * Math.log(Math.max(1e-6, p[k] ?? 0)), 0) / total;
    return Math.exp(power * mean);
  });
  const sum = odds.reduce((a, b) => a + b, 0);
  return odds.map((x) => x / sum);
}
