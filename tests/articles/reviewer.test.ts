import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Rule, review } from '../../src/articles/reviewer.ts';
import { nearest, similarity } from '../../src/articles/similar.ts';
import type { Article, Claim, Draft } from '../../src/articles/types.ts';

const now = new Date('2026-11-22T09:00:00Z');
const text =
  'Acme will acquire Bolt by June 2027. Ruth Bell, who is 34, said she was glad of it, and went home again. Senator Ada Cole will resign.';
const article: Article = {
  text,
  title: null,
  author: null,
  publishedAt: '2026-11-01',
  url: null,
  language: 'en',
};
const claim: Claim = {
  start: 0,
  end: 36,
  quote: text.slice(0, 36),
  speaker: null,
  hedge: { words: 'will', strength: 0.9, negated: false },
  deadline: '2027-06-30',
  deadlineText: 'by June 2027',
  expired: false,
  statedProbability: null,
  heading: null,
  group: 0,
};
const good: Draft = {
  title: 'Will Acme acquire Bolt for more than $500 million by June 30, 2027?',
  criteria:
    'Resolves YES if Acme acquires Bolt for more than $500 million by June 30, 2027.\n\nSource: the filing. If it is silent, Reuters decides.\n\nBackground: "..."',
  kind: 'binary',
  outcomes: ['YES', 'NO'],
  edges: null,
  unit: null,
  closesAt: '2027-06-30T23:59:59Z',
  resolvesBy: '2027-07-14T00:00:00Z',
  horizonProposed: false,
  tags: ['business'],
  source: 'the filing',
  fallback: 'Reuters',
  needs: [],
};
const rulesOf = (draft: Partial<Draft>, changed: Partial<Claim> = {}): [Rule, string][] =>
  review({ ...good, ...draft }, { ...claim, ...changed }, article, now).map(({ rule, weight }) => [
    rule,
    weight,
  ]);

describe('review', () => {
  it('has nothing against a good draft', () => {
    expect(rulesOf({})).toEqual([]);
  });

  it.each<[string, Partial<Draft>, Rule]>([
    [
      'an undefined quantity',
      { title: 'Will Acme buy a significant stake in Bolt by June 30, 2027?' },
      'one-reading',
    ],
    ['soon', { title: 'Will Acme soon acquire Bolt, by June 30, 2027?' }, 'absolute-date'],
    ['next year', { title: 'Will Acme acquire Bolt next year?' }, 'absolute-date'],
    [
      'no date at all',
      { title: 'Will Acme acquire Bolt for cash?', criteria: 'Source: the filing, Reuters.' },
      'absolute-date',
    ],
    ['a pronoun', { title: 'Will they acquire Bolt by June 30, 2027?' }, 'subject'],
    ['we', { title: 'Will Acme sell us its mill by June 30, 2027?' }, 'subject'],
    [
      'two questions',
      { title: 'Will Acme acquire Bolt and will Corda fold by June 30, 2027?' },
      'two-questions',
    ],
    [
      'a figure that the criteria lack',
      { title: 'Will Acme acquire Bolt for more than $900 million by June 30, 2027?' },
      'title-and-criteria',
    ],
    ['closing in the past', { closesAt: '2026-11-01T00:00:00Z' }, 'dates'],
    ['resolving before it closes', { resolvesBy: '2027-06-01T00:00:00Z' }, 'dates'],
    ['a date that is none', { closesAt: 'tomorrow' }, 'dates'],
    ['no source', { source: ' ' }, 'source'],
    ['a source that the criteria do not name', { source: 'Bloomberg' }, 'source'],
    ['no fallback', { fallback: '' }, 'fallback'],
    ['binary with one outcome', { outcomes: ['YES'] }, 'outcomes'],
    ['outcomes twice', { kind: 'choice', outcomes: ['Acme', 'ACME'] }, 'outcomes'],
    ['bins without edges', { kind: 'numeric', outcomes: ['below 1', '1 or more'] }, 'outcomes'],
    ['edges that fall', { kind: 'numeric', outcomes: ['a', 'b', 'c'], edges: [2, 1] }, 'outcomes'],
    [
      'a title of pages',
      { title: `Will Acme acquire ${'Bolt and its mills, '.repeat(20)} by June 30, 2027?` },
      'length',
    ],
    ['the private life of a person', { title: 'Will Ruth Bell marry by June 30, 2027?' }, 'private-person'],
  ])('refuses %s', (_name, draft, rule) => {
    expect(rulesOf(draft)).toContainEqual([rule, 'fails']);
  });

  it.each<[string, Partial<Draft>, Partial<Claim>, Rule]>([
    [
      'a person who may be private',
      { title: 'Will Ruth Bell open a shop by June 30, 2027?' },
      {},
      'private-person',
    ],
    ['a deadline that has passed', {}, { expired: true, deadline: '2026-01-31' }, 'answered'],
    [
      'what goes on as it is',
      { title: 'Will Acme continue to sell kites through June 30, 2027?' },
      {},
      'trivial',
    ],
    ['what the article is certain of', {}, { statedProbability: 0.99 }, 'trivial'],
  ])('points at %s', (_name, draft, changed, rule) => {
    expect(rulesOf(draft, changed)).toContainEqual([rule, 'note']);
  });

  it('lets pass what only looks wrong', () => {
    for (const title of [
      'Will Senator Ada Cole resign by June 30, 2027?',
      'Will the Centre Party win the most seats by June 30, 2027?',
      'Will at least half of voters say "soon" by June 30, 2027?',
      'Will the US join the treaty by June 30, 2027?',
      'Will the gap be at least as large on June 30, 2027 as on November 22, 2026?',
    ]) {
      expect(rulesOf({ title }).filter(([, weight]) => weight === 'fails')).toEqual([]);
    }
  });
});

describe('similarity', () => {
  it.each([
    ['Will Acme acquire Bolt by June 30, 2027?', 'Will Bolt be acquired by Acme before July 2027?', true],
    [
      'Will Bitcoin trade above $150,000 on December 31, 2027?',
      'Will bitcoin be trading above $150k on December 31, 2027?',
      true,
    ],
    [
      'Will Bitcoin trade above $150,000 on December 31, 2027?',
      'Will Bitcoin trade above $100,000 on December 31, 2027?',
      false,
    ],
    ['Will Acme acquire Bolt by June 30, 2027?', 'Will Acme acquire Bolt by June 30, 2029?', false],
    ['Will Acme acquire Bolt by June 30, 2027?', 'Will Acme acquire Corda by June 30, 2027?', false],
    ['Will Acme acquire Bolt by June 30, 2027?', 'Will turnout be above 70% in 2027?', false],
  ])('%s / %s', (a, b, same) => {
    expect(nearest(a, [{ title: b }]).length > 0).toBe(same);
  });

  it('is symmetric, 1 for a title with itself, and within 0..1', () => {
    const words = fc.array(
      fc.constantFrom('Will', 'Acme', 'Bolt', 'win', 'the', '2027', '150k', 'by', 'cup'),
      { minLength: 1, maxLength: 9 },
    );
    fc.assert(
      fc.property(words, words, (a, b) => {
        const [left, right] = [a.join(' '), b.join(' ')];
        const alike = similarity(left, right);
        expect(alike).toBe(similarity(right, left));
        expect(alike).toBeGreaterThanOrEqual(0);
        expect(alike).toBeLessThanOrEqual(1);
        if (similarity(left, left) > 0) expect(similarity(left, left)).toBe(1);
      }),
    );
  });

  it('gives the nearest first, three at most', () => {
    const existing = [1, 2, 3, 4].map((id) => ({ id, title: 'Will Acme acquire Bolt by June 30, 2027?' }));
    existing.push({ id: 5, title: 'Will Acme acquire Bolt and Corda by June 30, 2027?' });
    expect(
      nearest('Will Acme acquire Bolt by June 30, 2027?', existing).map(({ question }) => question.id),
    ).toEqual([1, 2, 3]);
  });
});
