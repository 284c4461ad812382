import { describe, expect, it } from 'vitest';
import { findClaims } from '../../src/articles/claims.ts';
import { type Label, labelledArticles } from './labelled.ts';

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }): boolean => {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start);
  return shared > 0 && shared >= 0.5 * Math.min(a.end - a.start, b.end - b.start);
};
const quotes = (labels: readonly Label[]) => labels.map((label) => label.quote);

describe.each(labelledArticles())('$name: $style', ({ article, labels }) => {
  const claims = findClaims(article, '2026-11-22');
  const found = (label: Label) => claims.find((claim) => overlaps(claim, label));
  const wanted = labels.filter((label) => label.mark === 'yes');

  it('quotes the text where it says it does', () => {
    for (const claim of claims) expect(article.text.slice(claim.start, claim.end)).toBe(claim.quote);
  });

  it('finds every prediction', () => {
    expect(quotes(wanted.filter((label) => !found(label)))).toEqual([]);
  });

  it('finds nothing else', () => {
    expect(quotes(labels.filter((label) => label.mark === 'no' && found(label)))).toEqual([]);
  });

  it('reads deadlines and speakers', () => {
    const told = wanted.filter((label) => found(label));
    expect(told.map((label) => [label.quote, found(label)?.deadline])).toEqual(
      told.map((label) => [
        label.quote,
        label.deadline === undefined ? found(label)?.deadline : label.deadline,
      ]),
    );
    const named = told.filter((label) => label.speaker);
    expect(named.map((label) => [label.quote, found(label)?.speaker])).toEqual(
      named.map((label) => [label.quote, label.speaker]),
    );
  });
});
