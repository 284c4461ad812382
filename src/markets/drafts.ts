import type { DraftView } from './core/drafts.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type DraftsInput = {
  status: 'pending' | 'approved' | 'rejected';
  articleId: number | null;
  page: number;
  pageSize: number;
};

export type DraftsReceipt = { drafts: readonly DraftView[]; total: number; page: number; pages: number };

/** The review queue, oldest first. */
export async function drafts(_db: Db, _call: Call, _input: DraftsInput): Promise<DraftsReceipt> {
  throw new Error('being built');
}
