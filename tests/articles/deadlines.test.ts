import { describe, expect, it } from 'vitest';
import { parseDeadline } from '../../src/articles/deadlines.ts';

/** Text, publication date, last day. Worked out by hand with a calendar. */
const table: [string, string, string | null][] = [
  ['prices double by 2030', '2026-03-01', '2030-12-31'],
  ['through 2027, half of it', '2026-03-01', '2027-12-31'],
  ['by FY2028', '2026-03-01', '2028-12-31'],
  ['by January 1, 2028', '2026-03-01', '2028-01-01'],
  ['on 5 May 2026', '2026-03-01', '2026-05-05'],
  ['by the 5th of May', '2026-03-01', '2026-05-05'],
  ['by 2026-07-04', '2026-03-01', '2026-07-04'],
  ['in April', '2026-03-01', '2026-04-30'],
  ['in February', '2026-03-01', '2027-02-28'],
  ['in February 2028', '2026-03-01', '2028-02-29'],
  ['before Q1 of 2027', '2026-03-01', '2027-01-01'],
  ['by Q2-2027', '2026-03-01', '2027-06-30'],
  ['in the third quarter', '2026-03-01', '2026-09-30'],
  ['in the fourth quarter of next year', '2026-03-01', '2027-12-31'],
  ['in the second or third quarter', '2026-03-01', '2026-09-30'],
  ['in the first half of 2027', '2026-03-01', '2027-06-30'],
  ['by H2 2026', '2026-03-01', '2026-12-31'],
  ['by the end of 2027', '2026-03-01', '2027-12-31'],
  ['before the end of the year', '2026-03-01', '2026-12-31'],
  ['before the year is out', '2026-03-01', '2026-12-31'],
  ['by year-end', '2026-03-01', '2026-12-31'],
  ['by year end 2027', '2026-03-01', '2027-12-31'],
  ['by mid-2027', '2026-03-01', '2027-06-30'],
  ['in early 2027', '2026-03-01', '2027-03-31'],
  ['in late 2027', '2026-03-01', '2027-12-31'],
  ['by the end of the decade', '2026-03-01', '2029-12-31'],
  ['over the next decade', '2026-03-01', '2036-12-31'],
  ['this year', '2026-03-01', '2026-12-31'],
  ['later this year', '2026-03-01', '2026-12-31'],
  ['next year', '2026-03-01', '2027-12-31'],
  ['in the next year', '2026-03-01', '2027-03-01'],
  ['in the new year', '2026-11-20', '2027-12-31'],
  ['next month', '2026-12-15', '2027-01-31'],
  ['next week', '2026-03-11', '2026-03-22'],
  ['next quarter', '2026-11-22', '2027-03-31'],
  ['on Friday', '2026-03-11', '2026-03-13'],
  ['tomorrow', '2026-02-28', '2026-03-01'],
  ['in two weeks', '2026-03-11', '2026-03-25'],
  ['within 90 days', '2026-03-11', '2026-06-09'],
  ['in the next 18 months', '2026-01-20', '2027-07-31'],
  ['within three years', '2026-03-11', '2029-03-11'],
  ['within three to five years', '2026-03-11', '2031-03-11'],
  ['in three years', '2026-03-11', '2029-12-31'],
  ['2-5 years from now', '2026-03-11', '2031-12-31'],
  ["in ten years' time", '2026-03-11', '2036-12-31'],
  ['this summer', '2026-03-11', '2026-08-31'],
  ['by spring 2027', '2026-03-11', '2027-05-31'],
  ['before Christmas', '2026-03-11', '2026-12-25'],
  ['in the 2030s', '2026-03-11', '2039-12-31'],
  // No deadlines: where something begins, what it is compared with, how long it lasts, a quantity.
  ['it has grown since 2020', '2026-03-01', null],
  ['more than in the old days', '2026-03-01', null],
  ['after 2030', '2026-03-01', null],
  ['every 4 years', '2026-03-01', null],
  ['for the last five years', '2026-03-01', null],
  ['2000 jobs', '2026-03-01', null],
  ['in summer the swifts come', '2026-03-01', null],
  ['in 2026 and beyond', '2026-03-01', null],
  ['some day', '2026-03-01', null],
  // Of two the limit counts, and of equals one that has not passed.
  ['up from 12% in 2024, by 2028', '2026-03-01', '2028-12-31'],
  ['more than in 2024, in 2027', '2026-03-01', '2027-12-31'],
];

describe('parseDeadline', () => {
  it.each(table)('%s, said on %s, ends on %s', (text, published, date) => {
    expect(parseDeadline(text, published)?.date ?? null).toBe(date);
  });

  it('says which words gave the deadline, and where they stand', () => {
    const text = 'The toll will go up by the end of 2027, they say.';
    const found = parseDeadline(text, '2026-03-01');
    expect(found?.text).toBe('by the end of 2027');
    expect(text.slice(found?.start, found?.end)).toBe('by the end of 2027');
  });

  it('counts from the publication, never from today', () => {
    expect(parseDeadline('next year', '2005-01-20')?.date).toBe('2006-12-31');
  });
});
