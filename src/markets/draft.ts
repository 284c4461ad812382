import type { DraftView } from './core/drafts.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';
import { draftRow, draftView } from './draftRow.ts';

export type DraftInput = { draft: number };

/** One draft of the review queue. */
export async function draft(db: Db, { actor }: Call, input: DraftInput): Promise<DraftView> {
  return draftView(db.client, actor, await draftRow(db.client, actor, input.draft));
}
