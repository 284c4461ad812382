import type { DraftView } from './core/drafts.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type EditDraftInput = {
  draft: number;
  title?: string;
  criteria?: string;
  closesAt?: Date;
  resolvesBy?: Date;
  tags?: readonly string[];
  outcomes?: readonly string[];
};

/** Edits a pending draft; the reviewer reads it again. */
export async function editDraft(_db: Db, _call: Call, _input: EditDraftInput): Promise<DraftView> {
  throw new Error('being built');
}
