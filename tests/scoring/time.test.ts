import { describe, expect, it } from 'vitest';
import {
  type ScoringInput,
  scoreQuestion,
  type TimedForecast,
  type Vector,
} from '../../src/scoring/index.ts';

const yes = (p: number): Vector => [p, 1 - p];
const said = (member: string, at: number, p: number | null): TimedForecast => ({
  member,
  at,
  p: p === null ? null : yes(p),
});

/** A binary question from 1000 to 1100 that resolved YES at its close. */
const question = (forecasts: readonly TimedForecast[], rest: Partial<ScoringInput> = {}): ScoringInput => ({
  opensAt: 1000,
  closesAt: 1100,
  knownAt: 1100,
  ordered: false,
  resolution: [1, 0],
  forecasts,
  ...rest,
});
const score = (input: ScoringInput, member = 'ann') => scoreQuestion(input).members.get(member);

describe('time', () => {
  it('counts a forecast made before the opening from the opening', () => {
    expect(score(question([said('ann', 0, 0.5)]))).toMatchObject({ brier: 0.5, coverage: 1 });
    expect(score(question([said('ann', 0, 0), said('ann', 500, 0.5)]))).toMatchObject({
      brier: 0.5,
      coverage: 1,
    });
  });

  it('does not count a forecast made at the very end', () => {
    expect(score(question([said('ann', 1100, 1)]))).toEqual({
      brier: undefined,
      coverage: 0,
      relativeBrier: undefined,
      baseline: undefined,
      peer: undefined,
      logarithmic: undefined,
      spherical: undefined,
    });
    expect(score(question([said('ann', 1000, 0), said('ann', 1100, 1)]))?.brier).toBe(2);
  });

  it('counts a single millisecond', () => {
    expect(score(question([said('ann', 1099, 0.5)]))).toMatchObject({ brier: 0.5, coverage: 0.01 });
  });

  it('stops when the truth was known, and averages baseline and peer over the scheduled time', () => {
    const known = score(question([said('ann', 1000, 0.5), said('ann', 1050, 0)], { knownAt: 1050 }));
    expect(known).toMatchObject({ brier: 0.5, coverage: 1, baseline: 0 });
    const half = score(question([said('ann', 1000, 0.9)], { knownAt: 1050 }));
    expect(half?.baseline).toBeCloseTo(42.39984533, 7);
  });

  it('stops at the close when the truth was known later', () => {
    expect(score(question([said('ann', 1000, 0.5), said('ann', 1150, 0)], { knownAt: 9000 }))).toMatchObject({
      brier: 0.5,
      coverage: 1,
    });
  });

  it('lets the last of several forecasts in one millisecond stand', () => {
    const input = question([
      said('ann', 1050, 0),
      said('ann', 1050, 1),
      said('bob', 1050, 0.2),
      said('ann', 1050, 0.5),
    ]);
    expect(score(input)).toMatchObject({ brier: 0.5, coverage: 0.5 });
  });

  it('leaves out the time between a withdrawal and a new forecast', () => {
    const input = question([said('ann', 1000, 0.5), said('ann', 1020, null), said('ann', 1080, 1)]);
    expect(score(input)?.coverage).toBeCloseTo(0.4, 12);
    expect(score(input)?.brier).toBeCloseTo(0.25, 12);
  });

  it('ignores a withdrawal of nothing, and one in the millisecond of the forecast', () => {
    expect(score(question([said('ann', 1000, null), said('ann', 1050, 0.5)]))).toMatchObject({
      brier: 0.5,
      coverage: 0.5,
    });
    expect(
      score(question([said('ann', 1000, 0), said('ann', 1000, null), said('ann', 1050, 0.5)])),
    ).toMatchObject({
      brier: 0.5,
      coverage: 0.5,
    });
  });

  it.each([
    ['closed as it opened', { closesAt: 1000, knownAt: 1000 }],
    ['known as it opened', { knownAt: 1000 }],
    ['known before it opened', { knownAt: 10 }],
  ])('gives nobody a score on a question without duration: %s', (_, times) => {
    const { members, crowds } = scoreQuestion(
      question([said('ann', 900, 0.5), said('bob', 1000, 0.5)], times),
    );
    for (const score of [...members.values(), ...crowds.values()])
      for (const figure of [score.brier, score.relativeBrier, score.peer, score.baseline])
        expect(figure).toBeUndefined();
    expect(members.get('ann')?.coverage).toBe(0);
  });

  it('scores a question that nobody forecast: nobody, and a crowd without figures', () => {
    const { members, crowds } = scoreQuestion(question([]));
    expect(members.size).toBe(0);
    expect(crowds.get('recencyWeighted')).toMatchObject({ brier: undefined, coverage: 0 });
  });
});

describe('relative Brier, peer and baseline', () => {
  it('has no relative score while nobody else ever forecast, and a peer score of 0', () => {
    expect(score(question([said('ann', 1000, 0.8)]))).toMatchObject({ relativeBrier: undefined, peer: 0 });
    // Bob's forecast came too late to count, so he never stood beside her.
    expect(score(question([said('ann', 1000, 0.8), said('bob', 1100, 0.2)]))?.relativeBrier).toBeUndefined();
  });

  it('is 0 for time spent alone once somebody else took part', () => {
    const input = question([said('ann', 1000, 0.5), said('ann', 1050, null), said('bob', 1050, 0.5)]);
    expect(score(input, 'ann')).toMatchObject({ relativeBrier: 0, peer: 0 });
    expect(score(input, 'bob')).toMatchObject({ relativeBrier: 0, peer: 0 });
  });

  it('gives tied members the same, and members who agree nothing', () => {
    const { members } = scoreQuestion(question(['ann', 'bob', 'cyd'].map((m) => said(m, 1000, 0.7))));
    for (const s of members.values()) {
      expect(s.relativeBrier).toBe(0);
      expect(s.peer).toBeCloseTo(0, 12);
    }
  });

  it('measures a member who left against those who were there with them', () => {
    // First half: ann 0.9 (0.02) and bob 0.5 (0.5), median 0.26. Second half: bob and cyd 0.1 (1.62), median 1.06.
    const input = question([
      said('ann', 1000, 0.9),
      said('bob', 1000, 0.5),
      said('ann', 1050, null),
      said('cyd', 1050, 0.1),
    ]);
    expect(score(input, 'ann')?.relativeBrier).toBeCloseTo((0.02 - 0.26) / 2, 12);
    expect(score(input, 'bob')?.relativeBrier).toBeCloseTo((0.5 - 0.26 + 0.5 - 1.06) / 2, 12);
    expect(score(input, 'cyd')?.relativeBrier).toBeCloseTo((1.62 - 1.06) / 2, 12);
    expect(score(input, 'ann')?.peer).toBeCloseTo((100 * Math.log(0.9 / 0.5)) / 2, 9);
    expect(score(input, 'cyd')?.peer).toBeCloseTo((100 * Math.log(0.1 / 0.5)) / 2, 9);
  });

  it('gives peer scores that sum to 0 where everyone stood all the time', () => {
    const { members } = scoreQuestion(
      question([0.1, 0.35, 0.6, 0.61, 0.99].map((p, i) => said(`m${i}`, 1000, p))),
    );
    expect([...members.values()].reduce((sum, s) => sum + (s.peer ?? Number.NaN), 0)).toBeCloseTo(0, 9);
  });

  it('takes the probability of what happened among three outcomes', () => {
    const input = question(
      [
        { member: 'ann', at: 1000, p: [0.2, 0.5, 0.3] },
        { member: 'bob', at: 1000, p: [0.6, 0.25, 0.15] },
      ],
      { resolution: [0, 1, 0] },
    );
    expect(score(input, 'ann')?.peer).toBeCloseTo(100 * Math.log(0.5 / 0.25), 9);
    expect(score(input, 'ann')?.baseline).toBeCloseTo((100 * Math.log(1.5)) / Math.log(3), 9);
  });

  it('weighs the logarithms where a question resolved in parts', () => {
    const input = question([said('ann', 1000, 0.8), said('bob', 1000, 0.5)], { resolution: [0.25, 0.75] });
    const log = 0.25 * Math.log(0.8) + 0.75 * Math.log(0.2);
    expect(score(input, 'ann')?.logarithmic).toBeCloseTo(log, 12);
    expect(score(input, 'ann')?.peer).toBeCloseTo(100 * (log - Math.log(0.5)), 9);
    expect(score(input, 'ann')?.brier).toBeCloseTo(2 * 0.55 ** 2, 12);
  });
});

describe('lines beside the members', () => {
  it('scores the market against the members without counting it among them', () => {
    const input = question([said('ann', 1000, 0.5), said('bob', 1000, 0.7)]);
    const line = [
      { at: 900, p: yes(0.5) },
      { at: 1050, p: yes(0.9) },
    ];
    const { members, series } = scoreQuestion(input, { series: { market: line } });
    expect(members).toEqual(scoreQuestion(input).members);
    const market = series.get('market');
    expect(market?.brier).toBeCloseTo((0.5 + 0.02) / 2, 12);
    // The members' median Brier score is the mean of 0.5 and 0.18.
    expect(market?.relativeBrier).toBeCloseTo((0.5 + 0.02) / 2 - 0.34, 12);
    const mean = (Math.log(0.5) + Math.log(0.7)) / 2;
    expect(market?.peer).toBeCloseTo(100 * ((Math.log(0.5) + Math.log(0.9)) / 2 - mean), 9);
  });

  it('compares a line with the members only while some member stands, in the middle of a stretch too', () => {
    const input = question([
      said('ann', 1020, 0.5),
      said('bob', 1020, 0.5),
      said('ann', 1060, null),
      said('bob', 1060, null),
    ]);
    const { series } = scoreQuestion(input, { series: { market: [{ at: 1040, p: yes(0.9) }] } });
    expect(series.get('market')?.coverage).toBeCloseTo(0.6, 12);
    // From 1040 to 1060 alone: 0.2 of the time.
    expect(series.get('market')?.relativeBrier).toBeCloseTo(0.2 * (0.02 - 0.5), 12);
    expect(series.get('market')?.peer).toBeCloseTo(0.2 * 100 * Math.log(0.9 / 0.5), 9);
  });
});
