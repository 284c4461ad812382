import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { edgesOfRange, kindOfRange, readEdges } from '../../../src/bot/parse/bins.ts';
import { readQuantiles } from '../../../src/bot/parse/quantiles.ts';
import { outcomeLabels } from '../../../src/markets/core/questions.ts';
import { Refusal } from '../../../src/markets/core/refusal.ts';

const utc = { now: new Date('2026-11-22T12:00:00Z'), timeZone: 'UTC' };
const numeric = { kind: 'numeric', unit: null, scale: 'linear' } as const;
const dates = { kind: 'date', unit: null, scale: 'linear' } as const;

const refusal = (attempt: () => unknown): Refusal => {
  try {
    attempt();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('a range', () => {
  it.each([
    ['0 to 100', [0, 50, 100]],
    ['0-100', [0, 50, 100]],
    ['0–100', [0, 50, 100]],
    ['-10 to 10', [-10, 0, 10]],
    ['-10--4', null],
    ['5%-15%', [5, 10, 15]],
    ['$1bn-$3bn', [1e9, 2e9, 3e9]],
    ['1e-6 to 3e-6', [1e-6, 2e-6, 3e-6]],
    ['2027-2029', [2027, 2028, 2029]],
  ])('%s', (text, edges) => {
    if (edges === null)
      expect(refusal(() => edgesOfRange(text, numeric, 2, utc)).code).toBe('not-understood');
    else expect(edgesOfRange(text, numeric, 2, utc)).toEqual(edges);
  });

  it.each([
    ['Jan 2027 to Dec 2030', 'date'],
    ['2027-01-01 to 2027-06-30', 'date'],
    ['tomorrow to next year', 'date'],
    ['2027 to 2030', 'numeric'],
    ['0-100', 'numeric'],
    ['soon to later', 'numeric'],
  ])('%s is of kind %s', (range, kind) => {
    expect(kindOfRange({ range }, null, utc)).toBe(kind);
  });

  it('as edges of days is one of dates', () => {
    expect(kindOfRange({ edges: '1 Jan 2028; 1 Jan 2029' }, null, utc)).toBe('date');
    expect(readEdges('1 Jan 2028; 1 Jan 2029', dates, utc)).toEqual([
      Date.UTC(2028, 0, 1),
      Date.UTC(2029, 0, 1),
    ]);
  });

  it('whose edges run together is told how to part them', () => {
    expect(refusal(() => readEdges('10,20,50', numeric, utc)).hint).toBe(
      'Write them with semicolons: 10; 20; 50.',
    );
    expect(readEdges('1,000; 2,000', numeric, utc)).toEqual([1000, 2000]);
  });
});

it('labels bins with figures that can be read', () => {
  const asked = { kind: 'numeric', outcomes: [], scale: 'linear', timeZone: 'UTC' } as const;
  const label = (edges: number[], unit: string | null) => outcomeLabels({ ...asked, edges, unit })[1];
  expect(label([1e9, 2.5e9], '$')).toBe('$1,000,000,000 to $2,500,000,000');
  expect(label([10, 20], '%')).toBe('10% to 20%');
  expect(label([1.25e-8, 2.5e-8], null)).toBe('1.25e-8 to 2.5e-8');
  expect(label([1e26, 1e27], 'FLOP')).toBe('1e26 FLOP to 1e27 FLOP');
});

describe('what is no forecast of bins', () => {
  const bins = { edges: [10, 20, 30], labels: ['a', 'b', 'c', 'd'], unit: null, scale: 'linear' } as const;
  it.each(['10 20 30', '25', 'around 20'])('%s: is shown percentiles', (text) => {
    expect(refusal(() => readQuantiles(text, { ...bins, kind: 'numeric' }, utc)).hint).toContain(
      '10 / 40 / 90. Or give each bin its percentage: A 25 B 25 C 25 D 25',
    );
  });
  it('is shown days where days are asked for', () => {
    expect(refusal(() => readQuantiles('never', { ...bins, kind: 'date' }, utc)).hint).toContain(
      'Mar 2027 / Jul 2027 / Dec 2028',
    );
    expect(refusal(() => readQuantiles('2029/2028/2027', { ...bins, kind: 'date' }, utc)).hint).toContain(
      'Mar 2027 / Jul 2027 / Dec 2028',
    );
  });
});

it('cuts any range into edges that rise, begin and end where it does, and can be read', () => {
  expect(edgesOfRange('1 to 1000', { ...numeric, scale: 'log' }, 3, utc)).toEqual([1, 10, 100, 1000]);
  expect(edgesOfRange('1 to 10', { ...numeric, scale: 'log' }, 2, utc)).toEqual([1, 3.16, 10]);
  expect(edgesOfRange('0 to 100', numeric, 8, utc)[1]).toBe(12.5);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10_000_000 }),
      fc.integer({ min: 1, max: 1_000_000 }),
      fc.integer({ min: 1, max: 18 }),
      fc.constantFrom('linear' as const, 'log' as const),
      (low, width, within, scale) => {
        const edges = edgesOfRange(`${low} to ${low + width}`, { ...numeric, scale }, within, utc);
        expect(edges).toHaveLength(within + 1);
        expect([edges[0], edges.at(-1)]).toEqual([low, low + width]);
        for (const [i, at] of edges.entries()) if (i > 0) expect(at).toBeGreaterThan(edges[i - 1] ?? at);
      },
    ),
  );
});
