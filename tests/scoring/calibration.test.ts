import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obviousCalibration } from '../../bench/baseline/obviousCalibration.ts';
import {
  binOf,
  type CalibrationPoint,
  calibration,
  calibrationPoints,
  calibrationPointsOf,
  INTERVAL,
  linePoints,
  scoreQuestion,
  wilson,
} from '../../src/scoring/index.ts';
import { question, vector } from './arbitrary.ts';
import { apart } from './tables.ts';

const percent = fc.nat(100).map((x) => x / 100);
const points: fc.Arbitrary<CalibrationPoint[]> = fc.array(
  fc.record(
    {
      p: percent,
      outcome: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(0, 1) }, { weight: 1, arbitrary: percent }),
      weight: fc.integer({ min: 1, max: 100 }).map((x) => x / 10),
      question: fc.nat(5),
    },
    { requiredKeys: ['p', 'outcome'] },
  ),
  { minLength: 1, maxLength: 60, size: 'max' },
);

describe('intervals', () => {
  // Newcombe 1998, "Two-sided confidence intervals for the single proportion", table I, method 3.
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('Wilson of %i in %i', (happened, n, low, high) => {
    const interval = wilson(happened / n, n);
    expect(interval[0]).toBeCloseTo(low, 4);
    expect(interval[1]).toBeCloseTo(high, 4);
  });

  it('stay within 0..1, hold what was observed, and have width at 0 and at 1', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 30 }), (list, bins) => {
        for (const { count, observed = Number.NaN, low = Number.NaN, high = Number.NaN } of calibration(
          list,
          { bins },
        ).bins) {
          if (count === 0) continue;
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(observed + 1e-12);
          expect(high).toBeGreaterThanOrEqual(observed - 1e-12);
          expect(high).toBeLessThanOrEqual(1);
          expect(high - low).toBeGreaterThan(0.001);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('say which they are, and count the points of one question as one', () => {
    const one = calibration([{ p: 0.7, outcome: 1 }]);
    expect(one.interval).toBe('95% Wilson score interval');
    expect(INTERVAL).toBe(one.interval);
    const thrice = calibration([1, 2, 3].map(() => ({ p: 0.7, outcome: 1, question: 'Q1' })));
    expect(thrice.bins[6]?.low).toBeCloseTo(one.bins[6]?.low ?? Number.NaN, 12);
    const three = calibration([1, 2, 3].map((question) => ({ p: 0.7, outcome: 1, question })));
    expect(three.bins[6]?.low).toBeCloseTo(wilson(1, 3)[0], 12);
  });
});

describe('bins', () => {
  it('hold everything once, stand at their mean forecast, and leave no gap', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 1, max: 30 }), (list, bins) => {
        const counted = calibration(list, { bins }).bins;
        expect(counted.map(({ from }) => from)).toEqual([0, ...counted.slice(0, -1).map(({ to }) => to)]);
        expect(counted.at(-1)?.to).toBe(1);
        const figures = (of: readonly { meanForecast: number | undefined; observed: number | undefined }[]) =>
          of.flatMap(({ meanForecast, observed }) => [meanForecast ?? -1, observed ?? -1]);
        const obvious = obviousCalibration(list, bins).bins;
        expect(counted.map(({ count }) => count)).toEqual(obvious.map(({ count }) => count));
        expect(apart(figures(counted), figures(obvious))).toBeLessThan(1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it('hold the numbers on their edges, and those next to them, on the right side', () => {
    const bits = new DataView(new ArrayBuffer(8));
    const step = (x: number, by: bigint): number => {
      bits.setFloat64(0, x);
      bits.setBigInt64(0, bits.getBigInt64(0) + by);
      return bits.getFloat64(0);
    };
    const wrong: string[] = [];
    for (let bins = 1; bins <= 300; bins++)
      for (let i = 0; i <= bins; i++)
        for (const p of [i / bins, i > 0 ? step(i / bins, -1n) : 0, i < bins ? step(i / bins, 1n) : 1]) {
          const bin = binOf(p, bins);
          if (!((p > bin / bins || (bin === 0 && p === 0)) && p <= (bin + 1) / bins))
            wrong.push(`${p} of ${bins}: ${bin}`);
        }
    expect(wrong).toEqual([]);
  });
});

describe("Murphy's decomposition", () => {
  it('adds up, for partial outcomes and weights too', () => {
    fc.assert(
      fc.property(points, (list) => {
        const { murphy, baseRate } = calibration(list);
        expect(murphy.brier).toBeCloseTo(murphy.reliability - murphy.resolution + murphy.uncertainty, 9);
        for (const part of Object.values(murphy)) expect(part).toBeGreaterThanOrEqual(0);
        const obvious = obviousCalibration(list, 1).murphy;
        expect(apart(Object.values(murphy), Object.values(obvious))).toBeLessThan(1e-9);
        if (list.every(({ outcome }) => outcome === 0 || outcome === 1))
          expect(murphy.uncertainty).toBeCloseTo(baseRate * (1 - baseRate), 9);
      }),
      { numRuns: 1000 },
    );
  });

  it('finds no fault with somebody who says what happens, and no skill in the base rate', () => {
    const right = calibration([0, 0, 1, 1].map((outcome) => ({ p: outcome, outcome })));
    expect(right.murphy).toEqual({ brier: 0, reliability: 0, resolution: 0.25, uncertainty: 0.25 });
    expect(right.skill.baseRate).toBe(1);
    expect(right.sharpness).toBe(0.25);
    const dull = calibration([0, 0, 1, 1].map((outcome) => ({ p: 0.5, outcome })));
    expect(dull.murphy).toEqual({ brier: 0.25, reliability: 0, resolution: 0, uncertainty: 0.25 });
    expect(dull.skill.baseRate).toBe(0);
    expect(dull.sharpness).toBe(0);
  });
});

describe('skill', () => {
  it('against the crowd is undefined while the crowd is not known, and where it is perfect', () => {
    expect(calibration([{ p: 0.5, outcome: 1 }]).skill.crowd).toBeUndefined();
    expect(calibration([{ p: 0.5, outcome: 1, crowd: 1 }]).skill.crowd).toBeUndefined();
    expect(
      calibration([
        { p: 0.5, outcome: 1, crowd: 0.8 },
        { p: 0.5, outcome: 1 },
      ]).skill.crowd,
    ).toBeUndefined();
  });
  it('against the crowd is 1 - 0.01 / 0.04 for 0.9 where the crowd said 0.8', () => {
    expect(calibration([{ p: 0.9, outcome: 1, crowd: 0.8 }]).skill.crowd).toBeCloseTo(0.75, 12);
  });
  it('against a base rate without variance is undefined', () => {
    expect(calibration([{ p: 0.9, outcome: 1 }]).skill.baseRate).toBeUndefined();
  });
});

describe('points of a question', () => {
  it('weigh together the coverage, and half the Brier score is their mean on binary and ordered questions', () => {
    fc.assert(
      fc.property(question(), (input) => {
        const { members } = scoreQuestion(input);
        for (const [member, list] of calibrationPointsOf(input)) {
          const score = members.get(member);
          expect(calibrationPoints(input, member)).toEqual(list);
          expect(list.reduce((sum, { weight = 0 }) => sum + weight, 0)).toBeCloseTo(
            score?.coverage ?? Number.NaN,
            9,
          );
          if (list.length > 0 && (input.ordered || input.resolution.length === 2))
            expect(2 * calibration(list).murphy.brier).toBeCloseTo(score?.brier ?? Number.NaN, 9);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('can be had of the crowd and the market too: theirs weigh their coverage, and half their Brier score is the mean', () => {
    fc.assert(
      fc.property(question(), (input) => {
        for (const score of scoreQuestion(input).crowds.values()) {
          const list = linePoints(input, score.line);
          expect(list.reduce((sum, { weight = 0 }) => sum + weight, 0)).toBeCloseTo(score.coverage, 9);
          if (list.length > 0 && (input.ordered || input.resolution.length === 2))
            expect(2 * calibration(list).murphy.brier).toBeCloseTo(score.brier ?? Number.NaN, 9);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('are one for each outcome of a choice, one for each cut of ordered outcomes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 3, max: 8 }).chain((k) => vector(k)),
        fc.boolean(),
        (p, ordered) => {
          const resolution = p.map((_, k) => (k === 1 ? 1 : 0));
          const input = {
            opensAt: 0,
            closesAt: 9,
            knownAt: 9,
            ordered,
            resolution,
            forecasts: [{ member: 'ann', at: 0, p }],
          };
          const list = calibrationPoints(input, 'ann');
          expect(list.map(({ outcome }) => outcome)).toEqual(
            ordered ? resolution.slice(1).map((_, k) => (k >= 1 ? 1 : 0)) : resolution,
          );
        },
      ),
      { numRuns: 1000 },
    );
  });
});
