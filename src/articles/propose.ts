import { dayOf } from './calendar.ts';
import { findClaims, nearestSentences } from './claims.ts';
import { draftOf } from './draft.ts';
import { askModel, ModelFailure, type ModelProposal } from './model.ts';
import type { ModelSettings } from './modelSettings.ts';
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
  /** The language model to ask; none means by rules alone. */
  model?: ModelSettings | null;
  /** How the model is asked. */
  ask?: (article: Article, now: Date, settings: ModelSettings) => Promise<ModelProposal[]>;
}

export interface Proposed {
  claims: Proposal[];
  /** Claims beyond {@link maxDrafts} that got no draft. */
  omitted: number;
  by: 'rules' | 'model';
  /** Why the model, though configured, was not used. */
  reason: string | null;
  /** Where nothing was found: the sentences that came nearest to a prediction. */
  nearest: string[];
}

/** No admin reviews more drafts than this from one text; what is beyond is counted. */
export const maxDrafts = 200;

type Unreviewed = Omit<Proposal, 'findings'>;

/** Drafts by rules alone: deterministic, offline. */
const byRules = (claims: readonly Claim[], article: Article, now: Date): Unreviewed[] => {
  const taken = new Set<string>();
  return claims.map((claim) => {
    const draft = draftOf(claim, article, now, { taken });
    taken.add(undated(draft.title));
    return { claim, draft };
  });
};

const overlaps = (a: Omit<Claim, 'group'>, b: Omit<Claim, 'group'>): boolean =>
  a.start < b.end && b.start < a.end;

/**
 * The model's drafts, and those by rule of the claims that it passed over: an article that talks a model into silence
 * hides nothing.
 */
const merged = (model: readonly ModelProposal[], rules: readonly Unreviewed[]): Unreviewed[] => {
  const passedOver = rules.filter(({ claim }) => !model.some((other) => overlaps(other.claim, claim)));
  return [...model, ...passedOver]
    .sort((a, b) => a.claim.start - b.claim.start)
    .map(({ claim, draft }, group) => ({ claim: { ...claim, group }, draft }));
};

const reviewed = (
  proposals: readonly Unreviewed[],
  article: Article,
  now: Date,
  existing: readonly string[],
): Proposal[] => {
  const known = existing.map((title) => ({ title }));
  const earlier = new Set<string>();
  return proposals.map(({ claim, draft }) => {
    const findings = review(draft, claim, article, now);
    const asked = nearest(draft.title, known)[0];
    const twin = asked?.question.title ?? (earlier.has(draft.title) ? draft.title : null);
    if (twin) {
      const where = asked ? 'There is a question that asks' : 'An earlier draft from this article asks';
      findings.push({
        rule: 'duplicate',
        weight: 'fails',
        message: `${where} nearly the same: "${twin}"`,
      });
    }
    earlier.add(draft.title);
    return { claim, draft, findings };
  });
};

/**
 * The predictions of an article as proposed questions, each with what the reviewer finds in it. With a language model
 * configured, its drafts; on any failure of it the drafts by rule, with the reason. Nothing is published by this: an
 * admin approves.
 */
export const proposeDrafts = async (
  article: Article,
  now: Date,
  options: ProposeOptions = {},
): Promise<Proposed> => {
  const found = findClaims(article, dayOf(now));
  const rules = byRules(found.slice(0, maxDrafts), article, now);
  let proposals = rules;
  let by: Proposed['by'] = 'rules';
  let reason: string | null = null;
  if (options.model) {
    try {
      proposals = merged(await (options.ask ?? askModel)(article, now, options.model), rules);
      by = 'model';
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error;
      reason = error.message;
    }
  }
  return {
    claims: reviewed(proposals, article, now, options.existing ?? []),
    omitted: Math.max(0, found.length - maxDrafts),
    by,
    reason,
    nearest: proposals.length ? [] : nearestSentences(article, 3).map(({ quote }) => quote),
  };
};
