import { describe, expect, it } from 'vitest';
import {
  addScore,
  aggregateNow,
  binOf,
  calibration,
  calibrationPoints,
  emptyTotals,
  type ScoreRow,
  type ScoringInput,
  scoreQuestion,
  standings,
  type Vector,
} from '../../src/scoring/index.ts';

/** Mistakes that other scorers of forecasts made, each by name. */

const DAY = 86_400_000;
const yes = (p: number): Vector => [p, 1 - p];
const question = (
  days: number,
  forecasts: [string, number, Vector][],
  rest: Partial<ScoringInput> = {},
): ScoringInput => ({
  opensAt: 0,
  closesAt: days * DAY,
  knownAt: days * DAY,
  ordered: false,
  resolution: [1, 0],
  forecasts: forecasts.map(([member, day, p]) => ({ member, at: day * DAY, p })),
  ...rest,
});
const brier = (input: ScoringInput, member = 'ann') => scoreQuestion(input).members.get(member)?.brier;
const row = (subject: string, rest: Partial<ScoreRow>): ScoreRow => ({
  subject,
  knownAt: 0,
  tags: [],
  ...rest,
});

describe('time', () => {
  it('a late joiner is not flattered by dividing by the whole duration', () => {
    expect(brier(question(7, [['ann', 6, yes(0.5)]]))).toBe(0.5);
  });

  it('a sliver past midnight is not counted as a day', () => {
    const midnight = DAY + 1;
    const input = { ...question(1, [['ann', 0, yes(0.5)]]), closesAt: midnight, knownAt: midnight };
    const late = { ...input, forecasts: [...input.forecasts, { member: 'ann', at: DAY, p: yes(0) }] };
    expect(brier(late)).toBeCloseTo((0.5 * DAY + 2) / (DAY + 1), 12);
  });

  it('the forecast is not averaged before it is scored', () => {
    // Averaged first it would be 50%, and cost 0.5.
    expect(
      brier(
        question(1, [
          ['ann', 0, yes(0)],
          ['ann', 0.5, yes(1)],
        ]),
      ),
    ).toBe(1);
  });

  it('a solo forecast does not dilute an average', () => {
    const { members } = scoreQuestion(question(7, [['ann', 0, yes(0.9)]]));
    const rows = [
      row('ann', { relativeBrier: members.get('ann')?.relativeBrier }),
      row('ann', { relativeBrier: -0.2 }),
      row('ann', { relativeBrier: -0.4 }),
    ];
    const { own } = standings(rows, { metric: 'relativeBrier', minimum: 1, own: 'ann' });
    expect(own?.value).toBeCloseTo(-0.3, 9);
    expect(own?.questions).toBe(2);
  });
});

describe('what is not defined', () => {
  it('an ambiguous question is not scored as NO', () => {
    // Ambiguous questions are annulled: they have no row, and count for nobody.
    const scored = [row('ann', { brier: 0.02 })];
    expect(standings(scored, { metric: 'brier', minimum: 1, own: 'ann' }).own).toMatchObject({
      questions: 1,
    });
    // And a question of several outcomes of which one is unclear resolves by weights, never as if it had failed.
    expect(brier(question(1, [['ann', 0, [0.5, 0.5, 0]]], { resolution: [0.5, 0.5, 0] }))).toBe(0);
  });

  it('undefined is not counted as zero', () => {
    const rows = [
      row('ann', { peer: -10 }),
      row('ann', { peer: undefined }),
      row('bob', { peer: undefined }),
    ];
    const { rows: placed } = standings(rows, { metric: 'peer', minimum: 1 });
    expect(placed).toMatchObject([
      { subject: 'ann', value: -10, questions: 1, rank: 1 },
      { subject: 'bob', value: undefined, questions: 0, rank: undefined, place: undefined },
    ]);
    expect(addScore(emptyTotals(), row('bob', { peer: undefined })).scores.peer).toEqual({
      n: 0,
      sum: 0,
      squares: 0,
    });
  });

  it('a relative score of 0 is not sorted last', () => {
    const rows = [
      row('bad', { relativeBrier: 0.2 }),
      row('even', { relativeBrier: 0 }),
      row('good', { relativeBrier: -0.2 }),
    ];
    const { rows: placed } = standings(rows, { metric: 'relativeBrier', minimum: 1 });
    expect(placed.map((s) => [s.subject, s.rank])).toEqual([
      ['good', 1],
      ['even', 2],
      ['bad', 3],
    ]);
  });

  it('NaN never reaches the leaderboard', () => {
    const nothing = scoreQuestion(
      question(0, [
        ['ann', 0, yes(0.5)],
        ['bob', 0, yes(0.6)],
      ]),
    ).members;
    const rows = [...nothing].map(([subject, s]) => row(subject, { ...s, calibration: undefined }));
    for (const metric of ['relativeBrier', 'brier', 'peer', 'baseline', 'profit', 'calibration'] as const)
      for (const s of standings([...rows, row('ann', {})], { metric, minimum: 0 }).rows) {
        expect(s.value).toBeUndefined();
        expect(s.standardError).toBeUndefined();
        expect(s.rank).toBeUndefined();
      }
  });

  it('one score that is missing does not take away the others', () => {
    const { members } = scoreQuestion(
      question(7, [
        ['ann', 0, yes(0.5)],
        ['late', 7, yes(0.5)],
      ]),
    );
    expect(members.get('late')?.brier).toBeUndefined();
    expect(members.get('ann')?.brier).toBe(0.5);
  });
});

describe('numbers', () => {
  it('pooled odds do not overflow', () => {
    const crowd = (p: number, n: number) => Array.from({ length: n }, (_, at) => ({ at, p: yes(p) }));
    for (const name of ['geometricMeanOfOdds', 'extremised', 'neyman', 'trackRecord'] as const)
      for (const n of [200, 5000]) {
        expect(aggregateNow(name, crowd(0.99, n))[0]).toBeGreaterThanOrEqual(0.99 - 1e-9);
        expect(aggregateNow(name, crowd(0.0001, n))[0]).toBeLessThanOrEqual(0.0001 + 1e-9);
      }
  });

  it('0% is a probability, not a missing one', () => {
    expect(brier(question(1, [['ann', 0, yes(0)]]))).toBe(2);
    expect(brier(question(1, [['ann', 0, yes(1)]]))).toBe(0);
    expect(calibration([{ p: 0, outcome: 0 }]).murphy.brier).toBe(0);
  });

  it('15% and 35% fall in a bin', () => {
    for (const bins of [5, 10, 20])
      for (const p of [0.15, 0.35]) {
        const { bins: counted } = calibration([{ p, outcome: 1 }], { bins });
        expect(counted.filter(({ count }) => count === 1)).toHaveLength(1);
        expect(counted[binOf(p, bins)]?.count).toBe(1);
      }
  });
});

describe('weight', () => {
  it('an option of a big question does not weigh as much as a question', () => {
    const outcomes = 20;
    const even = Array.from({ length: outcomes }, () => 1 / outcomes);
    const resolution = even.map((_, k) => (k === 0 ? 1 : 0));
    const big = calibrationPoints(question(1, [['ann', 0, even]], { resolution }), 'ann');
    const small = calibrationPoints(question(1, [['ann', 0, yes(0.5)]]), 'ann');
    const ordered = calibrationPoints(question(1, [['ann', 0, even]], { resolution, ordered: true }), 'ann');
    for (const points of [big, small, ordered])
      expect(points.reduce((sum, { weight = 0 }) => sum + weight, 0)).toBeCloseTo(1, 12);
    expect(big).toHaveLength(outcomes);
    // And its score is one score, on the same scale of 0 to 2.
    expect(
      brier(question(1, [['ann', 0, resolution.map((_, k) => (k === 1 ? 1 : 0))]], { resolution })),
    ).toBe(2);
  });

  it('many updates do not weigh more than one forecast', () => {
    const often = Array.from({ length: 100 }, (_, i): [string, number, Vector] => ['ann', i / 100, yes(0.7)]);
    const points = calibrationPoints(question(1, often), 'ann');
    expect(points.reduce((sum, { weight = 0 }) => sum + weight, 0)).toBeCloseTo(1, 12);
    const once = calibration(calibrationPoints(question(1, [['ann', 0, yes(0.7)]]), 'ann'));
    const bin = (c: typeof once) => c.bins[binOf(0.7, 10)];
    // The interval is that of one question, not of a hundred.
    expect(bin(calibration(points))?.low).toBeCloseTo(bin(once)?.low ?? Number.NaN, 9);
  });
});
