import type { Vector } from '../types.ts';

/** Forecasts that aggregates draw from: known from the start, standing or not at any moment. */
export interface PoolInput {
  /** In time order, all of the same length K; null for withdrawals, which never stand. */
  readonly forecasts: readonly (Vector | null)[];
  readonly outcomes: number;
  /** Numeric and date bins: aggregated at their cut points, so that the result is a distribution again. */
  readonly ordered: boolean;
  /** Weight of forecast i from its member's track record, above 0; only the track-record aggregate reads it. */
  readonly weights: Float64Array;
}

/** A changing set of standing forecasts, named by their index, and one opinion made of them. */
export interface Pool {
  add(i: number): void;
  remove(i: number): void;
  /** The aggregate of those that stand now, at least one: K probabilities that sum to 1. */
  vector(): number[];
}

/** A way to make one opinion out of many. */
export interface Aggregate {
  readonly name: string;
  /** One line about it, for help texts. */
  readonly about: string;
  pool(input: PoolInput): Pool;
}
