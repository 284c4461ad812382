import fc from 'fast-check';
import type { ScoringInput, TimedForecast } from '../../src/scoring/index.ts';

/** Evenly spread over min..max; fast-check's own doubles crowd around 0. */
const even = (min: number, max: number): fc.Arbitrary<number> =>
  fc.nat(1_000_000).map((x) => min + ((max - min) * x) / 1_000_000);

/** Probabilities over `outcomes` outcomes, with zeros, certainties and repeated values among them. */
export function vector(outcomes: number, least = 0): fc.Arbitrary<number[]> {
  const mass = fc.oneof(
    { weight: 6, arbitrary: even(0, 1) },
    { weight: 2, arbitrary: fc.constantFrom(0, 1) },
    { weight: 4, arbitrary: fc.integer({ min: 0, max: 20 }).map((x) => x / 20) },
  );
  return fc.array(mass, { minLength: outcomes, maxLength: outcomes }).map((masses) => {
    const sum = masses.reduce((a, b) => a + b, 0);
    const same = 1 / outcomes;
    // A share of `least` everywhere, the rest as drawn.
    return masses.map((m) => least + (1 - least * outcomes) * (sum > 1e-9 ? m / sum : same));
  });
}

/** A resolution: one outcome, or now and then weights over several. */
export function resolution(outcomes: number): fc.Arbitrary<number[]> {
  const one = fc
    .nat(outcomes - 1)
    .map((which) => Array.from({ length: outcomes }, (_, k) => (k === which ? 1 : 0)));
  return fc.oneof({ weight: 4, arbitrary: one }, { weight: 1, arbitrary: vector(outcomes) });
}

export const members = ['ann', 'bob', 'cyd', 'dee', 'eli', 'fay', 'gus', 'hal', 'ida', 'jon', 'kay', 'lou'];

export const weights = fc
  .array(fc.double({ min: 0.01, max: 10, noNaN: true }), { maxLength: members.length })
  .map((list) => new Map(list.map((w, i) => [members[i] ?? '', w])));

/**
 * A resolved question: 2 to 6 outcomes, ordered or not, forecasts before the opening, at the same millisecond, after the end,
 * withdrawals and re-entries, truth known before or after the close, and at times no duration at all.
 */
export function question(size: { members: number; forecasts: number } = { members: 12, forecasts: 40 }) {
  return fc
    .record({
      outcomes: fc.integer({ min: 2, max: 6 }),
      ordered: fc.boolean(),
      opensAt: fc.constantFrom(0, 1_790_000_000_000),
      duration: fc.oneof(
        { weight: 1, arbitrary: fc.constantFrom(0, 1, 10) },
        { weight: 4, arbitrary: fc.integer({ min: 1, max: 100_000_000 }) },
      ),
      known: even(-0.1, 1.5),
    })
    .chain(({ outcomes, ordered, opensAt, duration, known }) =>
      fc
        .record({
          resolution: resolution(outcomes),
          forecasts: fc.array(
            fc.record({
              member: fc.nat(size.members - 1).map((m) => members[m] ?? `member ${m}`),
              // Coarse moments collide often; fine ones seldom.
              share: fc.oneof(
                fc.integer({ min: -2, max: 12 }).map((x) => x / 10),
                even(-0.2, 1.2),
              ),
              p: fc.option(vector(outcomes), { freq: 6 }),
            }),
            { maxLength: size.forecasts, size: 'max' },
          ),
        })
        .map(({ resolution, forecasts }): ScoringInput => {
          const timed = forecasts
            .map(
              ({ member, share, p }): TimedForecast => ({
                member,
                at: opensAt + Math.round(share * duration),
                p,
              }),
            )
            .sort((a, b) => a.at - b.at);
          return {
            opensAt,
            closesAt: opensAt + duration,
            knownAt: opensAt + Math.round(known * duration),
            ordered,
            resolution,
            forecasts: timed,
          };
        }),
    );
}
