import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rules } from '../../src/scoring/index.ts';
import { resolution, vector } from './arbitrary.ts';

const all = Object.values(rules);
const outcomes = fc.integer({ min: 2, max: 20 });
/** Below 0.001 e the floor of the logarithmic rules shows (see logarithmic.ts); with this much everywhere they are proper. */
const LEAST = 0.003;

const happens = (count: number, which: number) =>
  Array.from({ length: count }, (_, k) => (k === which ? 1 : 0));

describe.each(all)('the $name rule', (rule) => {
  const sign = rule.better === 'lower' ? 1 : -1;
  /** What one who believes p expects to pay for saying q. */
  const expected = (q: number[], p: number[]): number =>
    sign * p.reduce((sum, x, k) => sum + x * rule.score(q, happens(p.length, k)), 0);

  it('is proper: no report is better than what one believes', () => {
    fc.assert(
      fc.property(
        outcomes.chain((k) => fc.tuple(vector(k, LEAST), vector(k))),
        ([belief, report]) => {
          expect(expected(belief, belief)).toBeLessThanOrEqual(expected(report, belief) + 1e-9);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('is strictly proper: another report within its range is worse', () => {
    fc.assert(
      fc.property(
        outcomes.chain((k) => fc.tuple(vector(k, LEAST), vector(k, LEAST))),
        ([belief, report]) => {
          fc.pre(Math.max(...belief.map((x, k) => Math.abs(x - (report[k] ?? 0)))) > 0.01);
          // A step of 0.01 loses in the order of 0.01^2, shared among 19 cut points at most.
          expect(expected(belief, belief)).toBeLessThan(expected(report, belief) - 1e-7);
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('expects of a partial resolution what its weights say, or is the Brier score of the weights', () => {
    fc.assert(
      fc.property(
        outcomes.chain((k) => fc.tuple(vector(k), resolution(k))),
        ([p, weights]) => {
          const scored = rule.score(p, weights);
          const mixed = weights.reduce((sum, w, k) => sum + w * rule.score(p, happens(p.length, k)), 0);
          // Quadratic rules score the distance from the weights themselves: less than the mixture by the weights' own spread,
          // which no forecast can change.
          const spread = weights.reduce(
            (sum, w, k) => sum + w * rule.score(weights, happens(p.length, k)),
            0,
          );
          const quadratic = rule === rules.brier || rule === rules.orderedBrier;
          expect(scored).toBeCloseTo(quadratic ? mixed - spread : mixed, 9);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('stays between its best and its worst, and reaches both', () => {
    fc.assert(
      fc.property(
        outcomes.chain((k) => fc.tuple(vector(k), fc.nat(k - 1))),
        ([p, which]) => {
          const score = sign * rule.score(p, happens(p.length, which));
          expect(score).toBeGreaterThanOrEqual(sign * rule.best(p.length) - 1e-9);
          expect(score).toBeLessThanOrEqual(sign * rule.worst(p.length) + 1e-9);
        },
      ),
      { numRuns: 1000 },
    );
    for (let k = 2; k <= 20; k++) {
      expect(rule.score(happens(k, 0), happens(k, 0))).toBeCloseTo(rule.best(k), 12);
      expect(rule.score(happens(k, k - 1), happens(k, 0))).toBeCloseTo(rule.worst(k), 12);
    }
  });

  const renamed = fc.tuple(outcomes, fc.nat()).chain(([k]) =>
    fc.tuple(
      vector(k),
      resolution(k),
      fc.shuffledSubarray(
        Array.from({ length: k }, (_, i) => i),
        { minLength: k, maxLength: k },
      ),
    ),
  );
  const rename = (v: readonly number[], order: readonly number[]) => order.map((k) => v[k] ?? 0);

  if (!rule.ordered)
    it('does not change when outcomes are renamed', () => {
      fc.assert(
        fc.property(renamed, ([p, weights, order]) => {
          expect(rule.score(rename(p, order), rename(weights, order))).toBeCloseTo(rule.score(p, weights), 9);
        }),
        { numRuns: 1000 },
      );
    });
  else
    it('reads the order: a near miss costs less than a far one, and reading it backwards changes nothing', () => {
      for (let k = 3; k <= 20; k++)
        for (let miss = 1; miss < k - 1; miss++)
          expect(rule.score(happens(k, miss), happens(k, 0))).toBeLessThan(
            rule.score(happens(k, miss + 1), happens(k, 0)),
          );
      fc.assert(
        fc.property(renamed, ([p, weights]) => {
          expect(rule.score([...p].reverse(), [...weights].reverse())).toBeCloseTo(rule.score(p, weights), 9);
        }),
        { numRuns: 1000 },
      );
    });
});

it('for two outcomes the ordered Brier score is the Brier score', () => {
  fc.assert(
    fc.property(vector(2), resolution(2), (p, weights) => {
      expect(rules.orderedBrier.score(p, weights)).toBeCloseTo(rules.brier.score(p, weights), 12);
    }),
    { numRuns: 1000 },
  );
});

it('spherical scores, worked by hand', () => {
  expect(rules.spherical.score([0.8, 0.2], [1, 0])).toBeCloseTo(0.8 / Math.sqrt(0.68), 12);
  expect(rules.spherical.score([0.6, 0, 0.8], [0, 0, 1])).toBeCloseTo(0.8, 12);
  expect(rules.spherical.score([0.6, 0, 0.8], [0, 1, 0])).toBe(0);
});

it('only logarithmic rules hold probabilities to 0.001..0.999', () => {
  expect(rules.brier.score([0, 1], [1, 0])).toBe(2);
  expect(rules.logarithmic.score([0, 1], [1, 0])).toBe(Math.log(0.001));
  expect(rules.logarithmic.score([1, 0], [1, 0])).toBe(Math.log(0.999));
});
