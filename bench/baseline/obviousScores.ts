import type { MemberScore, ScoringInput, Vector } from '../../src/scoring/index.ts';
import { type Everyone, obviousCrowds } from './obviousCrowds.ts';

/**
 * The scores of a question in the most obvious way: cut time at every forecast, and in each piece look up what everyone had,
 * sort it, average it, from the definitions and nothing else. The benches measure against it and the tests compare with it.
 */
export function obviousScores(
  input: ScoringInput,
  { crowds = true, weights = new Map<string, number>() } = {},
) {
  const { opensAt, closesAt, knownAt, forecasts } = input;
  const end = Math.min(closesAt, knownAt);
  const names = [...new Set(forecasts.map((f) => f.member))];
  const tallies = new Map<string, Tally>(names.map((name) => [name, new Tally()]));
  const crowdTallies = new Map<string, Tally>();
  const times = [...new Set([opensAt, end, ...forecasts.map((f) => f.at)])]
    .filter((t) => t >= opensAt && t <= end)
    .sort((a, b) => a - b);

  for (const [i, from] of times.entries()) {
    const to = times[i + 1];
    if (to === undefined) break;
    const everyone = standingAt(input, from);
    const scores = everyone.map(({ p }) => brierOf(input, p));
    const logs = everyone.map(({ p }) => logOf(input, p));
    const median = medianOf(scores);
    const total = logs.reduce((a, b) => a + b, 0);
    for (const [j, { member, p }] of everyone.entries()) {
      const log = logs[j] ?? 0;
      const others = logs.length - 1;
      const peer = others === 0 ? 0 : log - (total - log) / others;
      tallies.get(member)?.add(to - from, scores[j] ?? 0, median, log, peer, sphericalOf(input, p));
    }
    if (!crowds || everyone.length === 0) continue;
    for (const [name, p] of Object.entries(obviousCrowds(everyone, input.ordered, weights))) {
      const tally = crowdTallies.get(name) ?? new Tally();
      crowdTallies.set(name, tally);
      const log = logOf(input, p);
      tally.add(to - from, brierOf(input, p), median, log, log - meanOf(logs), sphericalOf(input, p));
    }
  }

  const active = [...tallies.values()].filter((t) => t.time > 0).length;
  const finish = (all: Map<string, Tally>): Map<string, MemberScore> =>
    new Map([...all].map(([name, tally]) => [name, tally.score(input, end - opensAt, active)]));
  return { members: finish(tallies), crowds: finish(crowdTallies) };
}

/** Everyone's forecast at a moment, whoever spoke longest ago first. */
function standingAt(input: ScoringInput, moment: number): Everyone {
  const latest = new Map<string, Vector | null>();
  for (const { member, at, p } of input.forecasts) {
    if (at > moment) break;
    latest.delete(member);
    latest.set(member, p);
  }
  return [...latest].flatMap(([member, p]) => (p === null ? [] : [{ member, p }]));
}

class Tally {
  time = 0;
  #brier = 0;
  #relative = 0;
  #log = 0;
  #peer = 0;
  #spherical = 0;

  add(length: number, brier: number, median: number, log: number, peer: number, spherical: number): void {
    this.time += length;
    this.#brier += length * brier;
    this.#relative += length * (brier - median);
    this.#log += length * log;
    this.#peer += length * peer;
    this.#spherical += length * spherical;
  }

  score(input: ScoringInput, duration: number, active: number): MemberScore {
    if (this.time === 0) {
      const none = undefined;
      return {
        brier: none,
        coverage: 0,
        relativeBrier: none,
        baseline: none,
        peer: none,
        logarithmic: none,
        spherical: none,
      };
    }
    const scheduled = input.closesAt - input.opensAt;
    const outcomes = input.resolution.length;
    return {
      brier: this.#brier / this.time,
      coverage: this.time / duration,
      relativeBrier: active > 1 ? this.#relative / duration : undefined,
      baseline: (100 * (this.#log + this.time * Math.log(outcomes))) / Math.log(outcomes) / scheduled,
      peer: (100 * this.#peer) / scheduled,
      logarithmic: this.#log / this.time,
      spherical: this.#spherical / this.time,
    };
  }
}

function brierOf({ ordered, resolution }: ScoringInput, p: Vector): number {
  if (!ordered) return p.reduce((sum, x, k) => sum + (x - (resolution[k] ?? 0)) ** 2, 0);
  const upTo = (vector: Vector, cut: number): number => vector.slice(0, cut).reduce((a, b) => a + b, 0);
  const cuts = p.slice(1).map((_, k) => {
    const distance = upTo(p, k + 1) - upTo(resolution, k + 1);
    return distance ** 2 + (-distance) ** 2;
  });
  return meanOf(cuts);
}

function logOf({ resolution }: ScoringInput, p: Vector): number {
  return resolution.reduce((sum, w, k) => sum + w * Math.log(Math.min(0.999, Math.max(0.001, p[k] ?? 0))), 0);
}

function sphericalOf({ resolution }: ScoringInput, p: Vector): number {
  return resolution.reduce((sum, w, k) => sum + w * (p[k] ?? 0), 0) / Math.hypot(...p);
}

export function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => a + b, 0) / numbers.length;
}

export function medianOf(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  const high = sorted[half] ?? Number.NaN;
  return sorted.length % 2 === 1 ? high : ((sorted[half - 1] ?? Number.NaN) + high) / 2;
}
