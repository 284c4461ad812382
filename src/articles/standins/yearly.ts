import { relation } from './relations.ts';
import type { Measured, Reading, StandIn } from './types.ts';

/** A figure that somebody publishes once a year. */
export interface YearlyFigure {
  id: string;
  /** Words of a claim that it stands for. */
  about: RegExp;
  /** "the number of data breaches that the ITRC counts in the US". */
  figure: string;
  source: string;
  fallback: string;
  /** Days after the year's end by which it is out. */
  lag: number;
  tags?: string[];
}

const falling =
  /\b(?:fall\w*|declin\w*|drop\w*|decreas\w*|shrink\w*|reduc\w*|fewer|less|taper\w*|die|fade\w*|disappear\w*|slow\w*|weaken\w*|struggle\w*|end of|replac\w*|solve\w*|curb\w*|fragile|lose)\b/;

/** Whether the figure rises or falls from one year to the next, as the claim has it. */
export const yearly = (entry: YearlyFigure): StandIn => ({
  id: entry.id,
  measure: (reading: Reading): Measured | null => {
    if (!entry.about.test(reading.claim)) return null;
    const down = falling.test(reading.claim) && !relation.accelerate.test(reading.claim);
    const year = Number(reading.deadline.slice(0, 4));
    const direction = down ? 'lower' : 'higher';
    return {
      title: `Will ${entry.figure} be ${direction} for ${year} than for ${year - 1}?`,
      resolves: `Resolves YES if ${entry.figure}, as first published for ${year}, is ${direction} than the figure for ${year - 1} in the same publication (or, if it gives none, in the last one before). Resolves NO otherwise.`,
      source: entry.source,
      fallback: entry.fallback,
      deadline: `${year}-12-31`,
      lag: entry.lag,
      borneOut: !reading.negated,
      ...(entry.tags ? { tags: entry.tags } : {}),
    };
  },
});
