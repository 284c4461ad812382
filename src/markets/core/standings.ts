import type { MemberRef, Minor } from './types.ts';

export const metrics = ['relativeBrier', 'brier', 'peer', 'baseline', 'profit', 'calibration'] as const;
export type Metric = (typeof metrics)[number];

/** One row of a leaderboard: a member, the crowd or the market. Figures that are not defined are null, never zero. */
export interface StandingRow {
  /** Standard competition rank (1, 2, 2, 4); null for benchmarks and provisional members. */
  readonly rank: number | null;
  readonly tied: boolean;
  /** Null for a benchmark. */
  readonly member: MemberRef | null;
  readonly label: string;
  readonly value: number | null;
  readonly standardError: number | null;
  readonly questions: number;
  readonly provisional: boolean;
  /** Only for the profit metric. */
  readonly points: Minor | null;
}
