import type { Field } from './field.ts';
import { brier } from './rules/brier.ts';
import { logarithmic } from './rules/logarithmic.ts';
import { orderedBrier } from './rules/ordered.ts';
import { spherical } from './rules/spherical.ts';
import { Tally } from './tally.ts';
import type { MemberScore, ScoringInput, Stretch } from './types.ts';

/**
 * Scores a line that is no member (the crowd, the market) against the members' field: stretches in milliseconds from the
 * opening, in order. Its peer score compares with the geometric mean of all members, and counts only while some member had a
 * forecast. Relative Brier is undefined unless two members were active, as for members.
 */
export function scoreSeries(
  input: ScoringInput,
  duration: number,
  field: Field,
  members: number,
  series: readonly Stretch[],
): MemberScore {
  const { resolution } = input;
  const rule = input.ordered ? orderedBrier : brier;
  const read = field.reader();
  const tally = new Tally();
  for (const { from, to, p } of series) {
    const length = to - from;
    if (length <= 0) continue;
    const b = rule.score(p, resolution);
    const l = logarithmic.score(p, resolution);
    const before = read(from);
    const after = read(to);
    const together = after.active - before.active;
    tally.time += length;
    tally.brier += b * length;
    tally.logarithmic += l * length;
    tally.spherical += spherical.score(p, resolution) * length;
    tally.relative += b * together - (after.median - before.median);
    tally.peer += l * together - (after.meanLog - before.meanLog);
  }
  return tally.score(input, duration, members);
}
