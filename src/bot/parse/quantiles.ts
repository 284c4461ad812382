import { Refusal } from '../../markets/core/refusal.ts';
import { quantilesToBins } from '../../scoring/quantiles.ts';
import type { Vector } from '../../scoring/types.ts';
import type { When } from '../when.ts';
import { distributionText, readChoices, wholePercents } from './choices.ts';
import { readPeriod } from './dates.ts';
import { readNumber } from './number.ts';

/** What a numeric or date question is asked over. */
export interface Bins {
  readonly kind: 'numeric' | 'date';
  readonly edges: readonly number[];
  readonly labels: readonly string[];
  readonly unit: string | null;
  readonly scale: 'linear' | 'log' | null;
}

/**
 * A forecast of a number or a date: `10 / 40 / 90` as the 10th, 50th and 90th percentile. As many percentages as there
 * are bins, or bins by letter (`A 20 B 50 C 30`), are read as probabilities of the bins; where three bins make that
 * ambiguous, a percent sign says so.
 *
 * @returns the probabilities of the bins, and the percentiles where such were written
 * @throws Refusal when the percentiles do not rise
 */
export function readQuantiles(
  text: string,
  bins: Bins,
  when: When,
): { p: Vector; quantiles: readonly number[] | null } {
  const parts = text
    .trim()
    .split(/\s*[/;|]\s*|\s+-\s+/)
    .filter((part) => part !== '');
  const percents = parts.some((part) => part.endsWith('%')) && bins.unit !== '%';
  if (parts.length !== 3 || percents) return { p: ofBins(text, bins), quantiles: null };
  const values = parts.map((part) => readValue(part, bins, when));
  const [low = 0, middle = 0, high = 0] = values;
  if (!(low <= middle && middle <= high && low < high)) {
    throw new Refusal(
      'out-of-range',
      `I read "${text.trim()}" as 10th, 50th and 90th percentile, but they do not rise.`,
      howTo(bins),
    );
  }
  if (bins.scale === 'log' && low <= 0) {
    throw new Refusal(
      'out-of-range',
      `I read ${low} as the 10th percentile, but this question counts on a logarithmic scale.`,
      'Write values above 0.',
    );
  }
  const p = quantilesToBins(bins.edges, { p10: low, p50: middle, p90: high }, bins.scale ?? 'linear');
  return { p, quantiles: [low, middle, high] };
}

const howTo = ({ kind }: Pick<Bins, 'kind'>): string =>
  kind === 'numeric'
    ? 'Write a value with 10% below it, the middle, and a value with 90% below it: 10 / 40 / 90.'
    : 'Write a day with 10% before it, the middle, and a day with 90% before it: Mar 2027 / Jul 2027 / Dec 2028.';

/** Probabilities of the bins. Where the text is none, what most people mean to write here are percentiles. */
function ofBins(text: string, bins: Bins): Vector {
  try {
    return readChoices(text, bins.labels);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not-understood') throw error;
    const even = distributionText(wholePercents(bins.labels.map(() => 1)));
    throw new Refusal(error.code, error.message, `${howTo(bins)} Or give each bin its percentage: ${even}`);
  }
}

/** One value of the question's own kind; for dates the middle of the day or stretch that was written. */
export function readValue(text: string, bins: Pick<Bins, 'kind' | 'unit'>, when: When): number {
  if (bins.kind === 'numeric') return readNumber(text, bins.unit);
  const { start, end } = readPeriod(text, when);
  return (start.getTime() + end.getTime()) / 2;
}
