import { baselineOf } from './rules/baseline.ts';
import type { MemberScore, ScoringInput } from './types.ts';

/** A score that is not defined in any of its figures: nothing was forecast, or there was no time to forecast in. */
const NO_SCORE: MemberScore = {
  brier: undefined,
  coverage: 0,
  relativeBrier: undefined,
  baseline: undefined,
  peer: undefined,
  logarithmic: undefined,
  spherical: undefined,
};

/** Running integrals over time of one line of forecasts, a member's or a benchmark's; all in milliseconds times score. */
export class Tally {
  time = 0;
  brier = 0;
  logarithmic = 0;
  spherical = 0;
  /** Integral of own Brier score minus the median of the members'. */
  relative = 0;
  /** Integral of the distance in logarithm from the geometric mean of the others. */
  peer = 0;

  /** The score, of a question whose scored duration and number of active members these are. */
  score(input: ScoringInput, duration: number, members: number): MemberScore {
    const { time } = this;
    if (time <= 0) return NO_SCORE;
    const scheduled = input.closesAt - input.opensAt;
    const logarithmic = this.logarithmic / time;
    return {
      brier: this.brier / time,
      // Fractions of milliseconds may add up to a little more than the whole.
      coverage: Math.min(1, time / duration),
      relativeBrier: members > 1 ? this.relative / duration : undefined,
      baseline: (baselineOf(logarithmic, input.resolution.length) * time) / scheduled,
      peer: (100 * this.peer) / scheduled,
      logarithmic,
      spherical: this.spherical / time,
    };
  }
}
