import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obviousCrowds } from '../../bench/baseline/obviousCrowds.ts';
import {
  type AggregateName,
  aggregateNow,
  aggregates,
  crowdNow,
  crowdSpread,
  crowdTimeline,
  extremise,
  neymanFactor,
  trackRecordWeight,
  type Vector,
} from '../../src/scoring/index.ts';
import { vector } from './arbitrary.ts';
import { apart } from './tables.ts';

const names = Object.keys(aggregates).filter((name): name is AggregateName => name in aggregates);
const binary = (...yes: number[]) => yes.map((p, at) => ({ at, p: [p, 1 - p] }));
const standing = (...ps: Vector[]) => ps.map((p, at) => ({ at, p }));

const crowds = fc
  .integer({ min: 2, max: 8 })
  .chain((k) => fc.array(vector(k), { minLength: 1, maxLength: 25, size: 'max' }))
  .map((ps) => standing(...ps));

function expectVector(p: Vector, outcomes: number): void {
  expect(p).toHaveLength(outcomes);
  expect(Math.min(...p)).toBeGreaterThanOrEqual(0);
  expect(p.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
}

describe.each(names)('the %s crowd', (name) => {
  it('is a distribution over the outcomes, ordered or not, and what its definition says', () => {
    fc.assert(
      fc.property(crowds, fc.boolean(), (latest, ordered) => {
        const outcomes = latest[0]?.p.length ?? 0;
        const p = aggregateNow(name, latest, { ordered });
        expectVector(p, outcomes);
        const obvious = obviousCrowds(
          latest.map(({ p }, i) => ({ member: `m${i}`, p })),
          ordered,
          new Map(),
        )[name];
        expect(apart(p, obvious)).toBeLessThan(1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it('of one mind is that mind, unless it is meant to exaggerate', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 8 }).chain((k) => vector(k)),
        fc.integer({ min: 1, max: 20 }),
        (p, n) => {
          const crowd = aggregateNow(name, standing(...Array.from({ length: n }, () => p)));
          const power = name === 'extremised' ? 2.5 : name === 'neyman' ? neymanFactor(n) : 1;
          // Masses below one in a million are held to it by the pools of logarithms.
          fc.pre(p.every((x) => x === 0 || x > 1e-6));
          const wanted = power === 1 ? p : extremise(p, power);
          expect(apart(crowd, wanted)).toBeLessThan(1e-9);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('does not depend on the names of the outcomes', () => {
    fc.assert(
      fc.property(crowds, (latest) => {
        const turned = latest.map(({ at, p }) => ({ at, p: [...p].reverse() }));
        const p = [...aggregateNow(name, turned)].reverse();
        expect(apart(p, aggregateNow(name, latest))).toBeLessThan(1e-9);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('the crowd that is shown', () => {
  it('is taken outcome by outcome and renormalised for choices', () => {
    // Two forecasts weigh the same: medians 0.55, 0.2, 0.25 sum to 1; of the quartiles each is one of the two numbers.
    const p = crowdNow(standing([0.6, 0.3, 0.1], [0.5, 0.1, 0.4]));
    expect(apart(p, [0.55, 0.2, 0.25])).toBeLessThan(1e-12);
    // Three: weights 0.481, 0.728, 1 of 2.209. Medians 0.5, 0.3, 0.3 sum to 1.1.
    const three = crowdNow(standing([0.6, 0.3, 0.1], [0.5, 0.1, 0.4], [0.4, 0.3, 0.3]));
    expect(apart(three, [0.5 / 1.1, 0.3 / 1.1, 0.3 / 1.1])).toBeLessThan(1e-12);
  });

  it('is the weighted mean where people are certain of different outcomes and every median is 0', () => {
    const w = [Math.exp(1 - Math.sqrt(3)), Math.exp(Math.sqrt(2) - Math.sqrt(3)), 1];
    const total = w.reduce((a, b) => a + b);
    const p = crowdNow(standing([1, 0, 0], [0, 1, 0], [0, 0, 1]));
    expect(
      apart(
        p,
        w.map((x) => x / total),
      ),
    ).toBeLessThan(1e-12);
  });

  it('is taken at the cut points for ordered outcomes: three certain of different bins meet in the middle one', () => {
    expect(crowdNow(standing([1, 0, 0], [0, 0, 1], [0, 1, 0]), true)).toEqual([0, 1, 0]);
  });

  it('follows the newest', () => {
    expect(crowdNow(binary(0.9, 0.9, 0.9, 0.1, 0.1))[0]).toBeCloseTo(0.1, 12);
    expect(crowdNow(binary(0.1, 0.1, 0.9, 0.9, 0.9))[0]).toBeCloseTo(0.9, 12);
  });

  it('has quartiles around its median, mirrored for the other of two outcomes', () => {
    fc.assert(
      fc.property(crowds, (latest) => {
        const { median, q1, q3, mean } = crowdSpread(latest);
        expectVector(mean, median.length);
        for (const [k, x] of median.entries()) {
          expect(q1[k]).toBeLessThanOrEqual(x);
          expect(q3[k]).toBeGreaterThanOrEqual(x);
        }
        if (median.length === 2) {
          expect(q1[1]).toBeCloseTo(1 - (q3[0] ?? Number.NaN), 12);
          expect(q3[1]).toBeCloseTo(1 - (q1[0] ?? Number.NaN), 12);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('pools of logarithms', () => {
  it('take 0% as a voice and not as a veto, but believe it of everyone', () => {
    const p = aggregateNow('geometricMeanOfOdds', binary(0, 0.5, 0.5))[0] ?? Number.NaN;
    expect(p).toBeGreaterThan(0);
    // The odds are the geometric mean of one in a million, 1 and 1: one in a hundred.
    expect(p).toBeCloseTo(1 / 101, 6);
    expect(aggregateNow('geometricMeanOfOdds', binary(0, 0, 0))).toEqual([0, 1]);
    expect(aggregateNow('neyman', binary(1, 1))).toEqual([1, 0]);
  });

  it('are even between those who are certain of opposite things', () => {
    expect(aggregateNow('geometricMeanOfOdds', binary(0, 1))[0]).toBeCloseTo(0.5, 12);
  });

  it('extremise away from the middle and leave a power of 1 alone', () => {
    expect(extremise([0.5, 0.5], 3)).toEqual([0.5, 0.5]);
    expect(extremise([1, 0], 3)).toEqual([1, 0]);
    expect(apart(extremise([0.7, 0.2, 0.1], 1), [0.7, 0.2, 0.1])).toBeLessThan(1e-12);
    expect(extremise([0.7, 0.2, 0.1], 2)[0]).toBeCloseTo(0.49 / 0.54, 12);
    expect(extremise([0.99, 0.01], 1000)[0]).toBe(1);
  });
});

describe('track records', () => {
  it('weigh the good above 1, the bad below it, the unknown 1, and short ones less', () => {
    expect(trackRecordWeight({ questions: 1, relativeBrier: -0.3 })).toBeCloseTo(Math.exp(1.2 / 11), 12);
    expect(trackRecordWeight({ questions: 2, relativeBrier: 0.2 })).toBeCloseTo(Math.exp(-0.8 / 12), 12);
    expect(trackRecordWeight({ questions: 0, relativeBrier: 0 })).toBe(1);
    const mean = (n: number) => trackRecordWeight({ questions: n, relativeBrier: -0.17 * n });
    expect(mean(1)).toBeLessThan(mean(10));
    expect(mean(10_000)).toBeCloseTo(Math.exp(0.68), 2);
  });

  it('pull the crowd towards those who were right', () => {
    const latest = binary(0.8, 0.2);
    expect(aggregateNow('trackRecord', latest)[0]).toBeCloseTo(0.5, 12);
    // Weights 3 to 1: log odds 0.5 ln 4.
    expect(aggregateNow('trackRecord', latest, { weights: [3, 1] })[0]).toBeCloseTo(2 / 3, 12);
  });
});

describe('the crowd over time', () => {
  const p = (yes: number): Vector => [yes, 1 - yes];
  const input = {
    opensAt: 100,
    until: 200,
    outcomes: 2,
    ordered: false,
    forecasts: [
      { member: 'ann', at: 50, p: p(0.6) },
      { member: 'bob', at: 120, p: p(0.8) },
      { member: 'ann', at: 140, p: null },
      { member: 'bob', at: 150, p: null },
      { member: 'ann', at: 180, p: p(0.3) },
      { member: 'ann', at: 200, p: p(0.9) },
    ],
  };

  it('moves where somebody moves, with a gap where nobody stands, up to the end asked for', () => {
    const line = crowdTimeline(input).map(({ from, to, p }) => [
      from,
      to,
      Math.round((p[0] ?? 0) * 100) / 100,
    ]);
    expect(line).toEqual([
      [100, 120, 0.6],
      [120, 140, 0.7],
      [140, 150, 0.8],
      [180, 200, 0.3],
    ]);
  });

  it('can be drawn for every aggregate', () => {
    for (const name of names) expect(crowdTimeline(input, name)).toHaveLength(4);
  });
});
