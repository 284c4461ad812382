import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantileOfBins, quantilesToBins } from '../../src/scoring/index.ts';

const below = (bins: readonly number[], edge: number) => bins.slice(0, edge + 1).reduce((a, b) => a + b, 0);

const ascending = (least: number, most: number, count: fc.Arbitrary<number>) =>
  count.chain((n) =>
    fc
      .uniqueArray(fc.integer({ min: least, max: most }), { minLength: n, maxLength: n })
      .map((xs) => xs.sort((a, b) => a - b)),
  );
const edges = ascending(1, 1000, fc.integer({ min: 1, max: 19 }));
const three = ascending(1, 1000, fc.constant(3)).map(([p10 = 0, p50 = 0, p90 = 0]) => ({ p10, p50, p90 }));
const scale = fc.constantFrom('linear' as const, 'log' as const);

describe('three percentiles as bins', () => {
  it('worked by hand', () => {
    const bins = quantilesToBins([10, 20, 30], { p10: 10, p50: 20, p90: 30 });
    for (const [k, x] of [0.1, 0.4, 0.4, 0.1].entries()) expect(bins[k]).toBeCloseTo(x, 12);
    // 15 lies halfway to the 10th percentile: 1 / (1 + sqrt 9) = 0.25. 40 twice beyond the 90th: 1 / (1 + 1/81).
    expect(below(quantilesToBins([15], { p10: 10, p50: 20, p90: 30 }), 0)).toBeCloseTo(0.25, 12);
    expect(below(quantilesToBins([40], { p10: 10, p50: 20, p90: 30 }), 0)).toBeCloseTo(81 / 82, 12);
  });

  it('on a log scale: halfway is the geometric mean', () => {
    const bins = quantilesToBins([1, 10, 100, Math.sqrt(1000) * 10], { p10: 1, p50: 10, p90: 100 }, 'log');
    expect(bins).toHaveLength(5);
    for (const [k, x] of [0.1, 0.4, 0.4].entries()) expect(bins[k]).toBeCloseTo(x, 12);
    expect(below(quantilesToBins([Math.sqrt(10)], { p10: 1, p50: 10, p90: 100 }, 'log'), 0)).toBeCloseTo(
      0.25,
      12,
    );
    // Nothing lies below an edge of 0 or less.
    expect(quantilesToBins([-1, 0, 10], { p10: 1, p50: 10, p90: 100 }, 'log').slice(0, 2)).toEqual([0, 0]);
  });

  it('sum to 1, are none of them negative, and leave something in both open ends', () => {
    fc.assert(
      fc.property(edges, three, scale, (edges, q, scale) => {
        const bins = quantilesToBins(edges, q, scale);
        expect(bins).toHaveLength(edges.length + 1);
        expect(bins.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        for (const x of bins) expect(x).toBeGreaterThanOrEqual(0);
        const first = edges[0] ?? 0;
        const last = edges.at(-1) ?? 0;
        if (first >= q.p10) expect(bins[0]).toBeGreaterThanOrEqual(0.1 - 1e-12);
        if (last <= q.p90) expect(bins.at(-1)).toBeGreaterThanOrEqual(0.1 - 1e-12);
      }),
      { numRuns: 2000 },
    );
  });

  it('have the percentiles where they were put, wherever an edge lies there', () => {
    fc.assert(
      fc.property(edges, three, scale, (others, q, scale) => {
        const edges = [...new Set([...others, q.p10, q.p50, q.p90])].sort((a, b) => a - b);
        const bins = quantilesToBins(edges, q, scale);
        expect(below(bins, edges.indexOf(q.p10))).toBeCloseTo(0.1, 9);
        expect(below(bins, edges.indexOf(q.p50))).toBeCloseTo(0.5, 9);
        expect(below(bins, edges.indexOf(q.p90))).toBeCloseTo(0.9, 9);
      }),
      { numRuns: 1000 },
    );
  });

  it('are certain where percentiles fall together', () => {
    expect(quantilesToBins([5, 15], { p10: 10, p50: 10, p90: 10 })).toEqual([0, 1, 0]);
    const half = quantilesToBins([5, 15], { p10: 10, p50: 10, p90: 20 });
    expect(half[0]).toBe(0);
    expect(half[1]).toBeCloseTo(0.75, 12);
  });

  it('take dates in milliseconds', () => {
    const day = (text: string) => Date.parse(text);
    const bins = quantilesToBins([day('2027-01-01'), day('2028-01-01')], {
      p10: day('2026-07-01'),
      p50: day('2027-01-01'),
      p90: day('2028-01-01'),
    });
    expect(bins[0]).toBeCloseTo(0.5, 9);
    expect(bins[2]).toBeCloseTo(0.1, 9);
  });
});

describe('percentiles read off bins', () => {
  it('lie on straight lines within a bin, on the scale of the question', () => {
    expect(quantileOfBins([10, 20, 30], [0.1, 0.4, 0.4, 0.1], 0.5)).toEqual({ value: 20, beyond: null });
    expect(quantileOfBins([10, 20], [0, 1, 0], 0.25).value).toBeCloseTo(12.5, 12);
    expect(quantileOfBins([1, 100], [0, 1, 0], 0.5, 'log').value).toBeCloseTo(10, 12);
  });

  it('say so where they lie in an open bin', () => {
    expect(quantileOfBins([10, 20], [0.6, 0.2, 0.2], 0.5)).toEqual({ value: 10, beyond: 'below' });
    expect(quantileOfBins([10, 20], [0.2, 0.2, 0.6], 0.5)).toEqual({ value: 20, beyond: 'above' });
    expect(quantileOfBins([10], [0.5, 0.5], 0.5)).toEqual({ value: 10, beyond: null });
  });

  it('come back in the bin in which they were put', () => {
    fc.assert(
      fc.property(edges, three, scale, (edges, q, scale) => {
        const bins = quantilesToBins(edges, q, scale);
        for (const [share, x] of [
          [0.1, q.p10],
          [0.5, q.p50],
          [0.9, q.p90],
        ] as const) {
          const { value, beyond } = quantileOfBins(edges, bins, share, scale);
          const low = edges.filter((e) => e <= x).at(-1);
          const high = edges.find((e) => e >= x);
          if (low === undefined) expect(value).toBe(edges[0]);
          else if (high === undefined) expect(value).toBe(edges.at(-1));
          else {
            expect(beyond).toBeNull();
            expect(value).toBeGreaterThanOrEqual(low - 1e-6);
            expect(value).toBeLessThanOrEqual(high + 1e-6);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });
});
