import type { Vector } from '../scoring/types.ts';
import type { Call, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';

export type HistoryInput = { question: number };

export type HistoryReceipt = {
  question: QuestionView;
  crowd: readonly { at: Date; p: Vector }[];
  market: readonly { at: Date; p: Vector }[];
};

/** Crowd and market over time, for the chart of one question; empty where hidden from this member. */
export async function history(_db: Db, _call: Call, _input: HistoryInput): Promise<HistoryReceipt> {
  throw new Error('being built');
}
