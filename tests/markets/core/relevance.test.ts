import { describe, expect, it } from 'vitest';
import { byRelevance, relevance } from '../../../src/markets/core/relevance.ts';

const titles = [
  'Q3 Will the frontier gap widen?',
  'Q7 Will open weights keep pace?',
  'Q12 Will weights reopen?',
  'Q70 Is the café open?',
];
const find = (typed: string) => byRelevance(typed, titles, (t) => t, 25).map((t) => t.split(' ')[0]);

describe('relevance', () => {
  it('puts the beginning of words before their middles', () => {
    expect(find('open')).toEqual(['Q7', 'Q70', 'Q12']);
    expect(find('open wei')).toEqual(['Q7', 'Q12']);
  });
  it('finds a number before longer ones', () => {
    expect(find('q7')).toEqual(['Q7', 'Q70']);
  });
  it('ignores case and accents, and needs every word', () => {
    expect(find('CAFE')).toEqual(['Q70']);
    expect(find('open gap')).toEqual([]);
  });
  it('offers everything, in its order, before anything is typed', () => {
    expect(find('  ')).toEqual(['Q3', 'Q7', 'Q12', 'Q70']);
  });
  it('stays within 0 and 1', () => {
    for (const title of titles) expect(relevance(title, title)).toBe(1);
    expect(relevance('zzz', titles[0] ?? '')).toBe(0);
  });
});
