import type { DraftKind } from '../types.ts';

/** What a stand-in may look at. All texts are plain words in lower case unless said otherwise. */
export interface Reading {
  /** Subject and predicate of the claim, pronouns resolved. */
  claim: string;
  /** The whole quote. */
  quote: string;
  /** Heading, the passage before the quote, and the quote. */
  around: string;
  /** The nearest lines before the quote, and the quote. */
  near: string;
  /** Names and other capitalised words of the claim itself, with capitals. */
  ownWords: string;
  /** Whether the article denies it. */
  negated: boolean;
  /** The day on which the question opens and the last day that counts, `YYYY-MM-DD`. */
  opens: string;
  deadline: string;
}

/** A question with a public answer that measures what a vague claim is about. */
export interface Measured {
  title: string;
  /** "Resolves YES if ...": complete sentences. */
  resolves: string;
  source: string;
  fallback: string;
  /** Something that happens or does not: silence of the sources means that it did not. */
  event?: true;
  /** Whether YES bears the article out; null where neither does. */
  borneOut: boolean | null;
  kind?: DraftKind;
  outcomes?: string[];
  edges?: number[] | null;
  unit?: string | null;
  /** The last day that counts, where it differs from the claim's. */
  deadline?: string;
  /** Days after the deadline by which the answer is published. */
  lag?: number;
  tags?: string[];
}

export interface StandIn {
  id: string;
  /** Null when the claim is about something else. */
  measure: (reading: Reading) => Measured | null;
}
