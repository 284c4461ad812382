import type { DraftView } from './core/drafts.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type RejectDraftInput = { draft: number; reason: string };

/** Rejects a draft; the reason is kept. */
export async function rejectDraft(_db: Db, _call: Call, _input: RejectDraftInput): Promise<DraftView> {
  throw new Error('being built');
}
