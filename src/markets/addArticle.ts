import type { DraftView } from './core/drafts.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type AddArticleInput = {
  source:
    | { text: string }
    | { url: string }
    | { file: { name: string; contentType: string | null; bytes: Uint8Array } };
  publishedAt: string | null;
};

export type AddArticleReceipt = {
  article: { id: number; title: string; publishedAt: string | null; url: string | null };
  drafts: readonly DraftView[];
  /** True when the same text had been handed in before. */
  known: boolean;
  by: 'rules' | 'model';
  /** Why the model was not used although it is configured. */
  reason: string | null;
  /** With no claims: the sentences that came nearest. */
  nearest: readonly string[];
};

/** Stores an article (text, file or fetched URL), finds its claims and puts a draft for each in the queue. */
export async function addArticle(_db: Db, _call: Call, _input: AddArticleInput): Promise<AddArticleReceipt> {
  throw new Error('being built');
}
