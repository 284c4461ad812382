import { dayOf } from './calendar.ts';
import { findClaims, nearestSentences } from './claims.ts';
import { draftOf } from './draft.ts';
import { type Finding, review } from './reviewer.ts';
import { nearest } from './similar.ts';
import { undated } from './standins/index.ts';
import type { Article, Claim, Draft } from './types.ts';

export interface Proposal {
  claim: Claim;
  draft: Draft;
  findings: Finding[];
}

export interface ProposeOptions {
  /** Titles of the community's questions: drafts that nearly repeat one are marked. */
  existing?: readonly string[];
}

export interface Proposed {
  claims: Proposal[];
  by: 'rules' | 'model';
  /** Why the model, though configured, was not used. */
  reason: string | null;
  /** Where nothing was found: the sentences that came nearest to a prediction. */
  nearest: string[];
}

const duplicates = (title: string, earlier: readonly string[], existing: readonly string[]): Finding[] => {
  const mark = (near: string, where: string): Finding => ({
    rule: 'duplicate',
    weight: 'fails',
    message: `${where} asks nearly the same: "${near}"`,
  });
  const known = nearest(
    title,
    existing.map((other) => ({ title: other })),
  )[0];
  if (known) return [mark(known.question.title, 'A question that exists')];
  return earlier.includes(title) ? [mark(title, 'An earlier draft from this article')] : [];
};

/** Claims and drafts by rules alone: deterministic, offline. */
const byRules = (article: Article, now: Date, options: ProposeOptions): Proposal[] => {
  const titles: string[] = [];
  const taken = new Set<string>();
  return findClaims(article, dayOf(now)).map((claim) => {
    const draft = draftOf(claim, article, now, { taken });
    const findings = [
      ...review(draft, claim, article, now),
      ...duplicates(draft.title, titles, options.existing ?? []),
    ];
    titles.push(draft.title);
    taken.add(undated(draft.title));
    return { claim, draft, findings };
  });
};

/**
 * The predictions of an article as proposed questions, each with what the reviewer finds in it. Nothing is published
 * by this: an admin approves.
 */
export const proposeDrafts = async (
  article: Article,
  now: Date,
  options: ProposeOptions = {},
): Promise<Proposed> => {
  const claims = byRules(article, now, options);
  return {
    claims,
    by: 'rules',
    reason: null,
    nearest: claims.length ? [] : nearestSentences(article, 3).map(({ quote }) => quote),
  };
};
