/** A readable text kept as it was read, so that the offsets of claims stay valid. Offsets are UTF-16 code units. */
export interface Article {
  text: string;
  title: string | null;
  author: string | null;
  /** Calendar date `YYYY-MM-DD`; null when the text does not tell and nobody said. Relative deadlines count from it. */
  publishedAt: string | null;
  url: string | null;
  /** BCP 47 primary language subtag, as detected. */
  language: string;
}

/** What the words of a claim commit its speaker to: from "may" (weak) to "certainly" (sure). */
export interface Hedge {
  /** The words that carry it, as they stand in the text: "will", "is likely to", "doubt". */
  words: string;
  /** A reading of the words as a probability that the claim as stated comes true, 0..1. */
  strength: number;
  /** Whether the claim says that the event will not happen. */
  negated: boolean;
}

/** A prediction found in an article. `article.text.slice(start, end) === quote`. */
export interface Claim {
  start: number;
  end: number;
  quote: string;
  /** Person or organisation that makes the prediction; null when it is the author and the author is unknown. */
  speaker: string | null;
  hedge: Hedge;
  /** Last calendar day on which the claim can still come true, `YYYY-MM-DD`; null when none is stated. */
  deadline: string | null;
  /** The words that gave the deadline ("by 2026", or those of a heading above); null when none. */
  deadlineText: string | null;
  /** True when the deadline had passed at the article's own date or now. Such claims are flagged, not dropped. */
  expired: boolean;
  /** A probability stated in the text for this claim ("80%"), 0..1. */
  statedProbability: number | null;
  /** Heading under which the claim stands, if any. */
  heading: string | null;
  /** Claims on one event share a group: the index of the group's first claim. */
  group: number;
}

export type DraftKind = 'binary' | 'choice' | 'numeric' | 'date';

/** What a draft can leave for the admin to decide. */
export const needFields = [
  'deadline',
  'threshold',
  'subject',
  'source',
  'publishedAt',
  'person',
  'split',
  'wording',
] as const;

/** Something the admin must decide before the draft can be approved as it is, e.g. `deadline`, `threshold`, `source`. */
export interface Need {
  field: (typeof needFields)[number];
  /** One plain sentence for the admin. */
  why: string;
}

/** A proposed question that no admin has approved yet. Times are ISO 8601 instants with `Z`. */
export interface Draft {
  title: string;
  criteria: string;
  kind: DraftKind;
  /** Labels for binary (YES, NO) and choice; bin labels for numeric and date. */
  outcomes: string[];
  /** Numeric: finite edges, K-1 inner ones for K bins open at both ends. Date: epoch milliseconds. Null otherwise. */
  edges: number[] | null;
  unit: string | null;
  closesAt: string;
  resolvesBy: string;
  /** True when the article states no deadline and the dates are our proposal. */
  horizonProposed: boolean;
  tags: string[];
  source: string;
  fallback: string;
  needs: Need[];
}
