import type { Field } from './members.ts';
import { NO_SCORE } from './members.ts';
import { baselineOf } from './rules/baseline.ts';
import { brier } from './rules/brier.ts';
import { logarithmic } from './rules/logarithmic.ts';
import { orderedBrier } from './rules/ordered.ts';
import { spherical } from './rules/spherical.ts';
import type { MemberScore, ScoringInput, Stretch } from './types.ts';

/** Reads a field's integrals at moments that never go back, by straight lines between its entries. */
class FieldReader {
  readonly #field: Field;
  #j = 1;

  constructor(field: Field) {
    this.#field = field;
  }

  read(moment: number): { median: number; meanLog: number; active: number } {
    const { at, median, meanLog, active } = this.#field;
    while (this.#j < at.length - 1 && (at[this.#j] ?? 0) < moment) this.#j++;
    const from = at[this.#j - 1] ?? 0;
    const width = (at[this.#j] ?? from) - from;
    const share = width > 0 ? (moment - from) / width : 0;
    const between = (line: readonly number[]): number => {
      const low = line[this.#j - 1] ?? 0;
      return low + share * ((line[this.#j] ?? low) - low);
    };
    return { median: between(median), meanLog: between(meanLog), active: between(active) };
  }
}

/**
 * Scores a line that is no member (the crowd, the market) against the members' field, as if it were one more: stretches
 * in milliseconds from the opening, in order. Its peer score compares with the geometric mean of all members, and counts
 * only while some member had a forecast. Relative Brier is undefined unless two members were active, as for members.
 */
export function scoreSeries(
  input: ScoringInput,
  duration: number,
  field: Field,
  active: number,
  series: readonly Stretch[],
): MemberScore {
  const { resolution } = input;
  const rule = input.ordered ? orderedBrier : brier;
  const reader = new FieldReader(field);
  let time = 0;
  let own = 0;
  let logs = 0;
  let sphericals = 0;
  let relative = 0;
  let peer = 0;
  for (const { from, to, p } of series) {
    const length = to - from;
    if (length <= 0) continue;
    const b = rule.score(p, resolution);
    const l = logarithmic.score(p, resolution);
    const before = reader.read(from);
    const after = reader.read(to);
    const together = after.active - before.active;
    time += length;
    own += b * length;
    logs += l * length;
    sphericals += spherical.score(p, resolution) * length;
    relative += b * together - (after.median - before.median);
    peer += l * together - (after.meanLog - before.meanLog);
  }
  if (time <= 0) return NO_SCORE;
  const scheduled = input.closesAt - input.opensAt;
  return {
    brier: own / time,
    coverage: time / duration,
    relativeBrier: active > 1 ? relative / duration : undefined,
    baseline: (baselineOf(logs / time, resolution.length) * time) / scheduled,
    peer: (100 * peer) / scheduled,
    logarithmic: logs / time,
    spherical: sphericals / time,
  };
}
