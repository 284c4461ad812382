import type { MemberRef } from './types.ts';

/** A draft as the review queue shows it. */
export interface DraftView {
  readonly number: number;
  readonly version: number;
  readonly status: 'pending' | 'approved' | 'rejected';
  readonly title: string;
  readonly criteria: string;
  readonly kind: 'binary' | 'choice' | 'numeric' | 'date';
  readonly outcomes: readonly string[];
  readonly edges: readonly number[] | null;
  readonly unit: string | null;
  readonly closesAt: Date;
  readonly resolvesBy: Date;
  readonly horizonProposed: boolean;
  readonly tags: readonly string[];
  /** What the admin must decide before it can be approved as it is. */
  readonly needs: readonly string[];
  /** What the mechanical reviewer found wrong. */
  readonly findings: readonly string[];
  /** Existing questions that ask nearly the same. */
  readonly similar: readonly { readonly number: number; readonly title: string }[];
  readonly quote: string | null;
  readonly speaker: string | null;
  readonly article: {
    readonly id: number;
    readonly title: string;
    readonly url: string | null;
    readonly publishedAt: string | null;
  } | null;
  readonly decidedBy: MemberRef | null;
  readonly reason: string | null;
  /** Number of the question that came of it. */
  readonly question: number | null;
}
