import type { Call, QuestionLine } from './core/types.ts';
import type { Db } from './db.ts';

export type QuestionsInput = {
  filter: 'open' | 'closing' | 'to-resolve' | 'mine' | 'resolved' | 'all';
  tag: string | null;
  search: string | null;
  page: number;
  pageSize: number;
};

export type QuestionsReceipt = { lines: readonly QuestionLine[]; total: number; page: number; pages: number };

/** Questions in a list, only what this member may see. */
export async function questions(_db: Db, _call: Call, _input: QuestionsInput): Promise<QuestionsReceipt> {
  throw new Error('being built');
}
