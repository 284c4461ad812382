import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, type ScoringInput, scoreQuestion, type Vector } from '../../src/scoring/index.ts';
import { question } from './arbitrary.ts';

const yes = (p: number): Vector => [p, 1 - p];
const input: ScoringInput = {
  opensAt: 1000,
  closesAt: 1100,
  knownAt: 1100,
  ordered: false,
  resolution: [1, 0],
  forecasts: [
    { member: 'bob', at: 1000, p: yes(0.5) },
    { member: 'ann', at: 1020, p: yes(0.9) },
    { member: 'bob', at: 1040, p: yes(0.7) },
    { member: 'ann', at: 1060, p: null },
    { member: 'ann', at: 1080, p: yes(0.6) },
  ],
};

describe('an account of a score', () => {
  it('tells each stretch, what it cost and what the crowd had', () => {
    const { stretches, score, rank, of } = explain(input, 'ann');
    expect(stretches.map((s) => [s.from, s.to, s.p?.[0] ?? null])).toEqual([
      [1000, 1020, null],
      [1020, 1060, 0.9],
      [1060, 1080, null],
      [1080, 1100, 0.6],
    ]);
    // 40 at 0.02 and 20 at 0.32: 7.2 over 60.
    expect(score.brier).toBeCloseTo(0.12, 12);
    expect(stretches.map((s) => s.share.toFixed(4))).toEqual(['0.0000', '0.1111', '0.0000', '0.8889']);
    expect(stretches[1]?.cost).toBeCloseTo(0.8 / 60, 12);
    // The crowd of two is their mean: 0.7, then 0.8.
    expect(stretches[1]?.crowd?.[0]).toBeCloseTo(0.75, 12);
    expect(stretches[1]?.crowdBrier).toBeCloseTo((0.18 + 0.08) / 2, 12);
    expect(stretches[0]?.crowd?.[0]).toBeCloseTo(0.5, 12);
    expect(stretches[0]?.brier).toBeUndefined();
    expect([rank, of]).toEqual([1, 2]);
    expect(explain(input, 'bob').rank).toBe(2);
  });

  it('shares a perfect score among nothing', () => {
    const perfect = explain({ ...input, forecasts: [{ member: 'ann', at: 0, p: yes(1) }] }, 'ann');
    expect(perfect.stretches).toMatchObject([{ from: 1000, to: 1100, brier: 0, cost: 0, share: 0 }]);
    expect([perfect.rank, perfect.of]).toEqual([1, 1]);
  });

  it('gives the same rank to ties, and none to those without a score', () => {
    const forecasts = ['ann', 'bob', 'cyd'].map((member, i) => ({
      member,
      at: 1000,
      p: yes([0.7, 0.7, 0.2][i] ?? 0),
    }));
    const late = { member: 'dee', at: 1100, p: yes(1) };
    const tied = { ...input, forecasts: [...forecasts, late] };
    expect(['ann', 'bob', 'cyd', 'dee'].map((m) => explain(tied, m).rank)).toEqual([1, 1, 3, undefined]);
    expect(explain(tied, 'dee')).toMatchObject({ of: 3, stretches: [{ from: 1000, to: 1100, p: null }] });
  });

  it('covers the whole time without a gap, and its costs sum to the score', () => {
    fc.assert(
      fc.property(question(), (any) => {
        for (const [member, score] of scoreQuestion(any).members) {
          const { stretches, score: told } = explain(any, member);
          expect(told).toEqual(score);
          let now = any.opensAt;
          for (const s of stretches) {
            expect(s.from).toBe(now);
            now = s.to;
          }
          expect(now).toBe(Math.max(any.opensAt, Math.min(any.closesAt, any.knownAt)));
          expect(stretches.reduce((sum, s) => sum + s.cost, 0)).toBeCloseTo(score.brier ?? 0, 9);
          expect(stretches.reduce((sum, s) => sum + s.share, 0)).toBeCloseTo(score.brier ? 1 : 0, 9);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
