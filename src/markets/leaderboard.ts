import type { Metric, StandingRow } from './core/standings.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type LeaderboardInput = {
  metric: Metric;
  /** all, a year "2026", quarter "2026-Q4", month "2026-11", a season's name, or a pair of instants. */
  window: string | { from: Date; to: Date };
  tag: string | null;
  page: number;
  pageSize: number;
};

export type LeaderboardReceipt = {
  metric: Metric;
  window: string;
  tag: string | null;
  minimum: number;
  page: number;
  pages: number;
  total: number;
  rows: readonly StandingRow[];
  benchmarks: readonly StandingRow[];
  own: StandingRow | null;
  /** Why the reader has no row or is provisional, in words; null otherwise. */
  ownWhy: string | null;
};

/** Standings by one metric over a window and tag, with benchmarks, standard errors and one's own row. */
export async function leaderboard(
  _db: Db,
  _call: Call,
  _input: LeaderboardInput,
): Promise<LeaderboardReceipt> {
  throw new Error('being built');
}
