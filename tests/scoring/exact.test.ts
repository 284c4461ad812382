import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obviousScores } from '../../bench/baseline/obviousScores.ts';
import {
  type MemberScore,
  type ScoringInput,
  scoreMembersOf,
  scoreQuestion,
  type TimedForecast,
} from '../../src/scoring/index.ts';
import { weights as anyWeights, question } from './arbitrary.ts';

const figures = [
  'brier',
  'coverage',
  'relativeBrier',
  'baseline',
  'peer',
  'logarithmic',
  'spherical',
] as const;

function same(ours: ReadonlyMap<string, MemberScore>, obvious: ReadonlyMap<string, MemberScore>): void {
  expect([...ours.keys()].sort()).toEqual([...obvious.keys()].sort());
  const wrong: string[] = [];
  for (const [name, wanted] of obvious)
    for (const figure of figures) {
      const got = ours.get(name)?.[figure];
      const want = wanted[figure];
      // 1e-9 of the figure's own scale: peer and baseline are hundreds, the others about 1.
      const close =
        got === undefined || want === undefined
          ? got === want
          : Math.abs(got - want) <= 1e-9 * Math.max(1, Math.abs(want));
      if (!close) wrong.push(`${name} ${figure}: ${got}, but ${want}`);
    }
  expect(wrong).toEqual([]);
}

describe('the sweep equals the obvious computation to 1e-9', () => {
  it('for members and every crowd, on 3,000 random questions', () => {
    fc.assert(
      fc.property(question(), anyWeights, (input, weights) => {
        const obvious = obviousScores(input, { weights });
        const ours = scoreQuestion(input, { weights });
        same(ours.members, obvious.members);
        const active = [...obvious.members.values()].some(({ coverage }) => coverage > 0);
        if (active) same(ours.crowds, obvious.crowds);
        else for (const score of ours.crowds.values()) expect(score.brier).toBeUndefined();
      }),
      { numRuns: 3000 },
    );
  });

  it('with hundreds of members and many updates', () => {
    fc.assert(
      fc.property(question({ members: 200, forecasts: 600 }), (input) => {
        same(scoreMembersOf(input), obviousScores(input, { crowds: false }).members);
      }),
      { numRuns: 20 },
    );
  });
});

it('equals it for thousands of members too', () => {
  const day = 86_400_000;
  const forecasts = Array.from({ length: 2500 }, (_, i): TimedForecast => {
    // Steps that share no factor with their range visit it evenly.
    const yes = ((i * 37) % 101) / 100;
    return {
      member: `m${(i * 7) % 2200}`,
      at: Math.floor((i * 365 * day) / 2500),
      p: i % 50 === 49 ? null : [yes, 1 - yes],
    };
  });
  const input = {
    opensAt: 0,
    closesAt: 365 * day,
    knownAt: 300 * day,
    ordered: false,
    resolution: [1, 0],
    forecasts,
  };
  same(scoreMembersOf(input), obviousScores(input, { crowds: false }).members);
});

it('scores members alone as it scores them with the crowds', () => {
  fc.assert(
    fc.property(question(), (input: ScoringInput) => {
      expect(scoreMembersOf(input)).toEqual(scoreQuestion(input).members);
    }),
    { numRuns: 1000 },
  );
});
