import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type SuggestInput = {
  what: 'question' | 'outcome' | 'member' | 'tag' | 'draft';
  text: string /** For outcomes. */;
  question: number | null;
};

export type SuggestReceipt = readonly { value: string; label: string }[];

/** Completions while typing: questions, outcomes, members or tags by relevance, at most 25, only what this member may see. */
export async function suggest(_db: Db, _call: Call, _input: SuggestInput): Promise<SuggestReceipt> {
  throw new Error('being built');
}
