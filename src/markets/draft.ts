import type { DraftView } from './core/drafts.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type DraftInput = { draft: number };

/** One draft of the review queue. */
export async function draft(_db: Db, _call: Call, _input: DraftInput): Promise<DraftView> {
  throw new Error('being built');
}
