import { OrderStatistics } from './orderStatistics.ts';
import { baselineOf } from './rules/baseline.ts';
import { brier } from './rules/brier.ts';
import { logarithmic } from './rules/logarithmic.ts';
import { orderedBrier } from './rules/ordered.ts';
import { spherical } from './rules/spherical.ts';
import { type Spans, sweep } from './spans.ts';
import type { MemberScore, ScoringInput } from './types.ts';

/** A score that is not defined in any of its figures: nobody forecast, or there was no time to forecast in. */
export const NO_SCORE: MemberScore = {
  brier: undefined,
  coverage: 0,
  relativeBrier: undefined,
  baseline: undefined,
  peer: undefined,
  logarithmic: undefined,
  spherical: undefined,
};

/**
 * What everybody together had, as running integrals over time from the opening: the field that relative Brier and peer
 * scores are measured against. Entry j belongs to the moment `at[j]`; between two entries the integrands are constant,
 * so the integrals are straight lines.
 */
export interface Field {
  readonly at: readonly number[];
  /** Integral of the median Brier score of the standing forecasts; constant while there are none. */
  readonly median: readonly number[];
  /** Integral of the mean logarithmic score of the standing forecasts. */
  readonly meanLog: readonly number[];
  /** Time in which at least one forecast stood. */
  readonly active: readonly number[];
}

/** Scores of members in the order of `spans.members`, and the field. */
export interface FieldScores {
  readonly scores: MemberScore[];
  readonly field: Field;
  /** How many members had a standing forecast at some time. */
  readonly active: number;
}

/**
 * Scores every member of a question in one sweep over its events: O(F log F) for F forecasts, whatever the length.
 *
 * Relative Brier: with M(t) the integral of the running median, a span from a to b with Brier score s adds
 * s (b - a) - (M(b) - M(a)).
 *
 * Peer: with N standing forecasts and S the sum of their logarithmic scores, 100 N/(N-1) (l - S/N)
 * = 100 (l N/(N-1) - S/(N-1)), so a span adds 100 (l (A(b) - A(a)) - (B(b) - B(a))), where A and B are the integrals of
 * N/(N-1) and S/(N-1) over the time in which N > 1. This is 100 times the distance in logarithm from the geometric mean
 * of the others; with several weighted outcomes S sums the weighted logarithms.
 */
export function scoreMembers(input: ScoringInput, spans: Spans): FieldScores {
  const { duration, owner, from, to, p } = spans;
  const { resolution, ordered } = input;
  const n = owner.length;
  const brierRule = ordered ? orderedBrier : brier;

  const briers = new Float64Array(n);
  const logs = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const vector = p[i];
    if (!vector) continue;
    briers[i] = brierRule.score(vector, resolution);
    logs[i] = logarithmic.score(vector, resolution);
  }

  const count = spans.members.length;
  const time = new Float64Array(count);
  const brierSum = new Float64Array(count);
  const relativeSum = new Float64Array(count);
  const logSum = new Float64Array(count);
  const sphericalSum = new Float64Array(count);
  const peerSum = new Float64Array(count);

  const standing = new OrderStatistics(briers);
  let sumOfLogs = 0;
  const integral = { median: 0, meanLog: 0, active: 0, a: 0, b: 0 };
  const field = { at: [0], median: [0], meanLog: [0], active: [0] };

  sweep(spans, {
    stand(i) {
      standing.add(i);
      const l = logs[i] ?? 0;
      sumOfLogs += l;
      const m = owner[i] ?? 0;
      relativeSum[m] = (relativeSum[m] ?? 0) + integral.median;
      peerSum[m] = (peerSum[m] ?? 0) - l * integral.a + integral.b;
    },
    fall(i) {
      standing.remove(i);
      const l = logs[i] ?? 0;
      sumOfLogs = standing.size === 0 ? 0 : sumOfLogs - l;
      const m = owner[i] ?? 0;
      relativeSum[m] = (relativeSum[m] ?? 0) - integral.median;
      peerSum[m] = (peerSum[m] ?? 0) + l * integral.a - integral.b;
    },
    stretch(start, end) {
      const size = standing.size;
      const length = end - start;
      if (size > 0) {
        integral.median += length * standing.median();
        integral.meanLog += (length * sumOfLogs) / size;
        integral.active += length;
      }
      if (size > 1) {
        integral.a += (length * size) / (size - 1);
        integral.b += (length * sumOfLogs) / (size - 1);
      }
      field.at.push(end);
      field.median.push(integral.median);
      field.meanLog.push(integral.meanLog);
      field.active.push(integral.active);
    },
  });

  for (let i = 0; i < n; i++) {
    const vector = p[i];
    const length = (to[i] ?? 0) - (from[i] ?? 0);
    if (!vector || length <= 0) continue;
    const m = owner[i] ?? 0;
    const l = logs[i] ?? 0;
    time[m] = (time[m] ?? 0) + length;
    brierSum[m] = (brierSum[m] ?? 0) + length * (briers[i] ?? 0);
    logSum[m] = (logSum[m] ?? 0) + length * l;
    sphericalSum[m] = (sphericalSum[m] ?? 0) + length * spherical.score(vector, resolution);
    if (to[i] === duration) {
      relativeSum[m] = (relativeSum[m] ?? 0) - integral.median;
      peerSum[m] = (peerSum[m] ?? 0) + l * integral.a - integral.b;
    }
  }

  const active = time.reduce((sum, t) => sum + (t > 0 ? 1 : 0), 0);
  const scheduled = input.closesAt - input.opensAt;
  const scores = spans.members.map((_, m): MemberScore => {
    const t = time[m] ?? 0;
    if (t <= 0) return NO_SCORE;
    const own = brierSum[m] ?? 0;
    const meanLog = (logSum[m] ?? 0) / t;
    return {
      brier: own / t,
      coverage: t / duration,
      relativeBrier: active > 1 ? (own + (relativeSum[m] ?? 0)) / duration : undefined,
      baseline: (baselineOf(meanLog, resolution.length) * t) / scheduled,
      peer: (100 * (peerSum[m] ?? 0)) / scheduled,
      logarithmic: meanLog,
      spherical: (sphericalSum[m] ?? 0) / t,
    };
  });
  return { scores, field, active };
}
