import type { Vector } from '../scoring/types.ts';
import type { Call, SettleReceipt } from './core/types.ts';
import type { Db } from './db.ts';

export type ResolveInput = {
  question: number;
  to: { outcome: number } | { weights: Vector } | { value: number };
  /** When the truth was known; null means now. */
  knownAt: Date | null;
  reason: string | null;
};

/** Resolves a question: pays, scores, writes the notices, in one transaction. On a resolved question it corrects. */
export async function resolve(_db: Db, _call: Call, _input: ResolveInput): Promise<SettleReceipt> {
  throw new Error('being built');
}
