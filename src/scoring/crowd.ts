import { type AggregateName, aggregates } from './aggregates/index.ts';
import type { Aggregate, PoolInput } from './aggregates/pool.ts';
import { type RecencyPool, recencyPool } from './aggregates/recencyWeighted.ts';
import { checkForecasts, checkVector } from './check.ts';
import { ScoringError } from './error.ts';
import { type Spans, spansOf, sweep } from './spans.ts';
import type { Stretch, TimedForecast, Vector } from './types.ts';

/** Standing forecasts, oldest first, and whether their outcomes have an order. */
export type Standing = readonly { readonly at: number; readonly p: Vector }[];

function standingInput(latest: Standing, ordered: boolean): PoolInput {
  const outcomes = latest[0]?.p.length ?? 0;
  if (latest.length === 0) throw new ScoringError('empty', 'There is no forecast to make a crowd of.');
  if (outcomes < 2)
    throw new ScoringError('length', `A forecast has at least 2 outcomes; the first has ${outcomes}.`);
  let before = Number.NEGATIVE_INFINITY;
  for (const [i, { at, p }] of latest.entries()) {
    if (!(at >= before))
      throw new ScoringError('out-of-order', `Forecast ${i + 1} is older than the one before it.`);
    before = at;
    checkVector(p, outcomes, () => `Forecast ${i + 1}`);
  }
  return {
    forecasts: latest.map(({ p }) => p),
    outcomes,
    ordered,
    weights: new Float64Array(latest.length).fill(1),
  };
}

function recencyOf(latest: Standing, ordered: boolean): RecencyPool {
  const pool = recencyPool(standingInput(latest, ordered));
  for (let i = 0; i < latest.length; i++) pool.add(i);
  return pool;
}

/**
 * The crowd that is shown: the recency-weighted median of standing forecasts, K probabilities that sum to 1. Choices are
 * taken outcome by outcome and renormalised; ordered outcomes at their cut points.
 *
 * @param latest each member's standing forecast, oldest first
 * @throws ScoringError `empty`, `out-of-order`, and those of a wrong vector
 * @example crowdNow([{ at: 0, p: [0.8, 0.2] }, { at: 1, p: [0.6, 0.4] }]) // [0.7, 0.3]
 */
export function crowdNow(latest: Standing, ordered = false): Vector {
  return recencyOf(latest, ordered).vector();
}

/** What the crowd thinks of each outcome by itself; `q1` and `q3` hold the middle half of the weight. */
export interface CrowdSpread {
  readonly median: Vector;
  readonly q1: readonly number[];
  readonly q3: readonly number[];
  readonly mean: Vector;
}

/**
 * Recency-weighted median, quartiles and mean of each outcome's probability, before any renormalising: each outcome by
 * itself, so that `q1 <= median <= q3`. Of two outcomes the second mirrors the first.
 *
 * @throws ScoringError `empty`, `out-of-order`, and those of a wrong vector
 * @example crowdSpread([0.8, 0.7, 0.6].map((p, at) => ({ at, p: [p, 1 - p] }))) // median 0.7, q1 0.6, q3 0.7, mean 0.6765
 */
export function crowdSpread(latest: Standing): CrowdSpread {
  const pool = recencyOf(latest, false);
  const each = (share: number): number[] => {
    const numbers = pool.quantile(share);
    const [first] = numbers;
    return numbers.length === 1 && first !== undefined
      ? [first, 1 - (pool.quantile(1 - share)[0] ?? first)]
      : numbers;
  };
  return { median: each(0.5), q1: each(0.25), q3: each(0.75), mean: pool.mean() };
}

/**
 * Any aggregate of standing forecasts, by its name in the registry.
 *
 * @param weights one per forecast, above 0; only the track-record aggregate reads them
 * @throws ScoringError `empty`, `out-of-order`, and those of a wrong vector
 * @example aggregateNow('geometricMeanOfOdds', [0.9, 0.9, 0.1].map((p, at) => ({ at, p: [p, 1 - p] }))) // [0.6753, 0.3247]
 */
export function aggregateNow(
  name: AggregateName,
  latest: Standing,
  { ordered = false, weights }: { ordered?: boolean; weights?: readonly number[] } = {},
): Vector {
  const input = standingInput(latest, ordered);
  const pool = aggregates[name].pool(weights ? { ...input, weights: Float64Array.from(weights) } : input);
  for (let i = 0; i < latest.length; i++) pool.add(i);
  return pool.vector();
}

/** An aggregate over a question's time as stretches in milliseconds from the opening; nothing where nobody stands. */
export function timelineOf(aggregate: Aggregate, spans: Spans, pooled: PoolInput): Stretch[] {
  const pool = aggregate.pool(pooled);
  const stretches: Stretch[] = [];
  let size = 0;
  sweep(spans, {
    stand(i) {
      pool.add(i);
      size++;
    },
    fall(i) {
      pool.remove(i);
      size--;
    },
    stretch(from, to) {
      if (size > 0) stretches.push({ from, to, p: pool.vector() });
    },
  });
  return stretches;
}

/** What `crowdTimeline` needs of a question. Times are epoch milliseconds. */
export interface TimelineInput {
  readonly opensAt: number;
  /** Where the line ends: now, or the end of the question. */
  readonly until: number;
  readonly outcomes: number;
  readonly ordered: boolean;
  /** In time order. */
  readonly forecasts: readonly TimedForecast[];
}

/**
 * How the crowd moved, for charts: stretches of constant crowd, epoch milliseconds, from the first forecast to `until`;
 * a gap where everybody had withdrawn. Forecasts after `until` do not count.
 *
 * @throws ScoringError for vectors, order and dates
 */
export function crowdTimeline(input: TimelineInput, name: AggregateName = 'recencyWeighted'): Stretch[] {
  const { opensAt, until, outcomes, ordered, forecasts } = input;
  checkForecasts(forecasts, outcomes, until);
  const spans = spansOf(forecasts, opensAt, until);
  const pooled = { forecasts: spans.p, outcomes, ordered, weights: new Float64Array(spans.p.length).fill(1) };
  return timelineOf(aggregates[name], spans, pooled).map(({ from, to, p }) => ({
    from: from + opensAt,
    to: to + opensAt,
    p,
  }));
}
