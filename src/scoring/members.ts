import type { Field } from './field.ts';
import { OrderStatistics } from './orderStatistics.ts';
import { brier } from './rules/brier.ts';
import { logarithmic } from './rules/logarithmic.ts';
import { orderedBrier } from './rules/ordered.ts';
import { spherical } from './rules/spherical.ts';
import { type Spans, sweep } from './spans.ts';
import { Tally } from './tally.ts';
import type { MemberScore, ScoringInput } from './types.ts';

/** Scores of members in the order of `spans.members`. */
export interface MemberScores {
  readonly scores: MemberScore[];
  /** How many members had a standing forecast at some time. */
  readonly active: number;
}

/**
 * Scores every member of a question in one sweep over its events: O(F log F) for F forecasts, whatever the length.
 *
 * Relative Brier: with M(t) the integral of the running median, a span from a to b with Brier score s adds
 * s (b - a) - (M(b) - M(a)).
 *
 * Peer: with N standing forecasts and S the sum of their logarithmic scores, N/(N-1) (l - S/N) = l N/(N-1) - S/(N-1), so a
 * span adds l (A(b) - A(a)) - (B(b) - B(a)), where A and B are the integrals of N/(N-1) and S/(N-1) over the time in
 * which N > 1. This is the distance in logarithm from the geometric mean of the others; with several weighted outcomes S
 * sums the weighted logarithms.
 *
 * @param field is told the running integrals, where lines other than members' are to be scored too
 */
export function scoreMembers(input: ScoringInput, spans: Spans, field?: Field): MemberScores {
  const { duration, owner, from, to, p } = spans;
  const { resolution, ordered } = input;
  const rule = ordered ? orderedBrier : brier;
  const tallies = spans.members.map(() => new Tally());

  const n = owner.length;
  const briers: number[] = [];
  const logs: number[] = [];
  for (let i = 0; i < n; i++) {
    const vector = p[i];
    const tally = tallies[owner[i] ?? 0];
    const length = (to[i] ?? 0) - (from[i] ?? 0);
    const stood = vector && tally && length > 0;
    const b = stood ? rule.score(vector, resolution) : 0;
    const l = stood ? logarithmic.score(vector, resolution) : 0;
    briers.push(b);
    logs.push(l);
    if (!stood) continue;
    tally.time += length;
    tally.brier += length * b;
    tally.relative += length * b;
    tally.logarithmic += length * l;
    tally.spherical += length * spherical.score(vector, resolution);
  }

  const standing = new OrderStatistics(briers);
  let sumOfLogs = 0;
  let median = 0;
  let meanLog = 0;
  let active = 0;
  let a = 0;
  let b = 0;
  /** Adds to the tally of forecast i the integrals from now on (1) or takes away those beyond now (-1). */
  const count = (i: number, sign: 1 | -1): void => {
    const tally = tallies[owner[i] ?? 0];
    if (!tally) return;
    tally.relative += sign * median;
    tally.peer -= sign * ((logs[i] ?? 0) * a - b);
  };
  sweep(spans, {
    stand(i) {
      standing.add(i);
      sumOfLogs += logs[i] ?? 0;
      count(i, 1);
    },
    fall(i) {
      standing.remove(i);
      sumOfLogs = standing.size === 0 ? 0 : sumOfLogs - (logs[i] ?? 0);
      count(i, -1);
    },
    stretch(start, end) {
      const size = standing.size;
      const length = end - start;
      if (size > 0) {
        median += length * standing.median();
        meanLog += (length * sumOfLogs) / size;
        active += length;
      }
      if (size > 1) {
        a += (length * size) / (size - 1);
        b += (length * sumOfLogs) / (size - 1);
      }
      field?.record(end, median, meanLog, active);
    },
  });
  for (let i = 0; i < n; i++) if (to[i] === duration && (from[i] ?? 0) < duration) count(i, -1);

  const members = tallies.reduce((sum, { time }) => sum + (time > 0 ? 1 : 0), 0);
  return { scores: tallies.map((tally) => tally.score(input, duration, members)), active: members };
}
