import type { Vector } from '../scoring/types.ts';
import type { Notify } from './core/settings.ts';
import type { Call, MemberRef, Minor, OrderView, PositionView, QuestionLine } from './core/types.ts';
import type { Db } from './db.ts';

export type MeInput = { /** Null: oneself. Others see only what is public. */ member: number | null };

export type MeReceipt = {
  member: MemberRef;
  balance: Minor;
  netWorth: Minor;
  resolved: number;
  brier: number | null;
  relativeBrier: number | null;
  peer: number | null;
  baseline: number | null;
  profit: Minor;
  rank: number | null;
  ranked: number;
  provisional: boolean;
  /** How many more resolved questions until ranked. */
  missing: number;
  calibration: readonly {
    from: number;
    to: number;
    count: number;
    meanForecast: number;
    observed: number;
    low: number;
    high: number;
  }[];
  forecasts: readonly (QuestionLine & { readonly p: Vector })[];
  positions: readonly (PositionView & {
    readonly question: number;
    readonly title: string;
    readonly price: number;
  })[];
  orders: readonly (OrderView & { readonly question: number })[];
  recent: readonly {
    question: number;
    title: string;
    brier: number | null;
    relativeBrier: number | null;
    peer: number | null;
    profit: Minor;
    resolvedAt: Date;
  }[];
  notify: Notify;
  /** Platforms on which this person is known. */
  identities: readonly { platform: string; name: string }[];
};

/** Everything about one member: balance, positions, standing forecasts, scores, calibration, rank. */
export async function me(_db: Db, _call: Call, _input: MeInput): Promise<MeReceipt> {
  throw new Error('being built');
}
