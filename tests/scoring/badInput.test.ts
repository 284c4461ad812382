import { describe, expect, it } from 'vitest';
import {
  calibration,
  calibrationPoints,
  crowdNow,
  crowdTimeline,
  emptyTotals,
  explain,
  extremise,
  inTimeOrder,
  quantilesToBins,
  rankTotals,
  ScoringError,
  type ScoringErrorCode,
  type ScoringInput,
  scoreMembersOf,
  scoreQuestion,
} from '../../src/scoring/index.ts';

const DAY = 86_400_000;
const good: ScoringInput = {
  opensAt: 0,
  closesAt: 10 * DAY,
  knownAt: 10 * DAY,
  ordered: false,
  resolution: [1, 0],
  forecasts: [{ member: 'ann', at: 0, p: [0.5, 0.5] }],
};
const said = (...p: number[]) => ({ ...good, forecasts: [{ member: 'ann', at: 0, p }] });
const at = (...times: number[]) => ({
  ...good,
  forecasts: times.map((at) => ({ member: 'ann', at, p: [0.5, 0.5] })),
});

/** What is thrown, as its code and sentence. */
function refused(run: () => unknown): { code: ScoringErrorCode; message: string } {
  try {
    run();
  } catch (error) {
    if (error instanceof ScoringError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const cases: [string, ScoringErrorCode, ScoringInput][] = [
  ['a negative probability', 'negative', said(-0.1, 1.1)],
  ['a probability above 1', 'above-one', said(1.1, -0.1)],
  ['NaN', 'not-a-number', said(Number.NaN, 1)],
  ['an infinite probability', 'not-a-number', said(Number.POSITIVE_INFINITY, 0)],
  ['a sum below 1', 'sum', said(0.5, 0.49)],
  ['a sum 2e-6 above 1', 'sum', said(0.500002, 0.5)],
  ['too few numbers', 'length', said(1)],
  ['too many numbers', 'length', said(0.5, 0.3, 0.2)],
  ['no numbers', 'length', said()],
  ['forecasts out of order', 'out-of-order', at(2, 1)],
  ['a forecast dated NaN', 'not-a-time', at(Number.NaN)],
  ['a forecast dated infinity', 'not-a-time', at(Number.POSITIVE_INFINITY)],
  ['a forecast of the far future', 'far-future', at(20 * 366 * DAY)],
  [
    'a forecast dated in microseconds',
    'far-future',
    {
      ...good,
      ...at(1_790_000_000_000_000),
      opensAt: 0,
      closesAt: 1_790_000_000_000,
      knownAt: 1_790_000_000_000,
    },
  ],
  ['a question that closes before it opens', 'out-of-order', { ...good, opensAt: 11 * DAY }],
  ['a close that is no time', 'not-a-time', { ...good, closesAt: Number.NaN }],
  ['a truth known at no time', 'not-a-time', { ...good, knownAt: Number.NaN }],
  ['a resolution that does not sum to 1', 'sum', { ...good, resolution: [1, 1] }],
  ['a resolution to nothing', 'sum', { ...good, resolution: [0, 0] }],
  ['a resolution of NaN', 'not-a-number', { ...good, resolution: [Number.NaN, 1] }],
  ['a resolution with a negative weight', 'negative', { ...good, resolution: [-1, 2] }],
  ['a question with one outcome', 'length', { ...good, resolution: [1] }],
];

describe.each(cases)('%s', (_, code, input) => {
  it.each([
    ['scoreQuestion', scoreQuestion],
    ['scoreMembersOf', scoreMembersOf],
    ['explain', (i: ScoringInput) => explain(i, 'ann')],
    ['calibrationPoints', (i: ScoringInput) => calibrationPoints(i, 'ann')],
  ])(`is refused by %s as ${code}`, (_, run) => {
    const error = refused(() => run(input));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(/^[A-Z].*\.$/);
  });
});

it('takes what is only rounded', () => {
  expect(scoreQuestion(said(0.3333333, 0.6666666)).members.size).toBe(1);
});

it('names the member whose forecast is wrong', () => {
  expect(refused(() => scoreQuestion(said(0.7, 0.7))).message).toBe(
    'The forecast of ann sums to 1.4, not to 1.',
  );
});

it('a late forecast is no mistake', () => {
  expect(scoreQuestion(at(0, 300 * DAY)).members.get('ann')?.brier).toBe(0.5);
});

it('merges members into one order of time, but turns no member around', () => {
  const p = [0.5, 0.5];
  const merged = inTimeOrder([
    { member: 'ann', at: 1, p },
    { member: 'ann', at: 3, p },
    { member: 'bob', at: 2, p },
  ]);
  expect(merged.map((f) => f.at)).toEqual([1, 2, 3]);
  expect(
    refused(() =>
      inTimeOrder([
        { member: 'ann', at: 3, p },
        { member: 'ann', at: 1, p },
      ]),
    ).code,
  ).toBe('out-of-order');
});

it.each<[string, ScoringErrorCode, () => unknown]>([
  ['an empty crowd', 'empty', () => crowdNow([])],
  [
    'a crowd of unlike lengths',
    'length',
    () =>
      crowdNow([
        { at: 0, p: [1, 0] },
        { at: 1, p: [1, 0, 0] },
      ]),
  ],
  [
    'a crowd with the newest first',
    'out-of-order',
    () =>
      crowdNow([
        { at: 1, p: [1, 0] },
        { at: 0, p: [1, 0] },
      ]),
  ],
  ['a crowd with NaN', 'not-a-number', () => crowdNow([{ at: 0, p: [Number.NaN, 1] }])],
  [
    'a crowd over time with a wrong vector',
    'sum',
    () => crowdTimeline({ ...good, until: 9, outcomes: 2, forecasts: [{ member: 'a', at: 0, p: [0, 0] }] }),
  ],
  ['an extremising power of 0', 'option', () => extremise([0.5, 0.5], 0)],
  ['calibration of nothing', 'empty', () => calibration([])],
  ['calibration of a percentage', 'above-one', () => calibration([{ p: 70, outcome: 1 }])],
  ['calibration of an outcome of 2', 'above-one', () => calibration([{ p: 0.7, outcome: 2 }])],
  ['calibration with a weight of 0', 'option', () => calibration([{ p: 0.7, outcome: 1, weight: 0 }])],
  ['calibration in no bins', 'option', () => calibration([{ p: 0.7, outcome: 1 }], { bins: 0 })],
  ['calibration in half a bin', 'option', () => calibration([{ p: 0.7, outcome: 1 }], { bins: 2.5 })],
  ['an explanation for a stranger', 'no-such-member', () => explain(good, 'bob')],
  [
    'a track record that weighs nothing',
    'option',
    () => scoreQuestion(good, { weights: new Map([['ann', 0]]) }),
  ],
  [
    'a market line that goes back',
    'out-of-order',
    () =>
      scoreQuestion(good, {
        series: {
          market: [
            { at: 2, p: [1, 0] },
            { at: 1, p: [1, 0] },
          ],
        },
      }),
  ],
  [
    'a market line that is no probability',
    'sum',
    () => scoreQuestion(good, { series: { market: [{ at: 2, p: [1, 1] }] } }),
  ],
  [
    'half a question as minimum',
    'option',
    () => rankTotals([['ann', emptyTotals()]], { metric: 'brier', minimum: 0.5 }),
  ],
  ['percentiles that fall', 'not-ascending', () => quantilesToBins([0, 1], { p10: 2, p50: 1, p90: 3 })],
  ['percentiles of NaN', 'not-a-number', () => quantilesToBins([0, 1], { p10: Number.NaN, p50: 1, p90: 3 })],
  ['edges that fall', 'not-ascending', () => quantilesToBins([1, 1], { p10: 0, p50: 1, p90: 3 })],
  ['no edges', 'empty', () => quantilesToBins([], { p10: 0, p50: 1, p90: 3 })],
  [
    'a percentile of 0 on a log scale',
    'option',
    () => quantilesToBins([1, 10], { p10: 0, p50: 1, p90: 3 }, 'log'),
  ],
])('%s is refused as %s', (_, code, run) => {
  expect(refused(run).code).toBe(code);
});
