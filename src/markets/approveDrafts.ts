import type { Call, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';

export type ApproveDraftsInput = { drafts: readonly number[] };

export type ApproveDraftsReceipt = {
  approved: readonly { draft: number; question: QuestionView }[];
  refused: readonly { draft: number; why: string }[];
};

/** Publishes drafts as questions, one at a time or several at once; each stands alone. */
export async function approveDrafts(
  _db: Db,
  _call: Call,
  _input: ApproveDraftsInput,
): Promise<ApproveDraftsReceipt> {
  throw new Error('being built');
}
