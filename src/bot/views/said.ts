import { Refusal } from '../../markets/core/refusal.ts';
import type { QuestionView, WordView } from '../../markets/core/types.ts';
import { readQuantiles } from '../parse/quantiles.ts';
import type { When } from '../when.ts';
import { valueText, vectorBrief, vectorText } from './outcomes.ts';

/**
 * A forecast in words, as `vectorText`, but the percentiles of a number or a date are those that were typed. Bins keep less than
 * that: percentiles which only they can tell are "about".
 */
export function saidText(said: WordView, q: QuestionView, when: When): string {
  if (!isOrdered(q)) return vectorText(said.p, q, when);
  const typed = typedPercentiles(said, q, when);
  return typed
    ? typed.map((value) => valueText(value, q, when)).join(' / ')
    : about(vectorText(said.p, q, when));
}

/** The same in few characters: the leading outcome of a choice, the median of a number. */
export function saidBrief(said: WordView, q: QuestionView, when: When): string {
  if (!isOrdered(q)) return vectorBrief(said.p, q, when);
  const median = typedPercentiles(said, q, when)?.[1];
  return median === undefined ? about(vectorBrief(said.p, q, when)) : valueText(median, q, when);
}

const isOrdered = (q: QuestionView): boolean => q.kind === 'numeric' || q.kind === 'date';

/** "about 40", but "under 10", which is exact. */
const about = (text: string): string => (/^(under|over|before|after) /.test(text) ? text : `about ${text}`);

/** Read as of the moment it was typed: "in 3 weeks" means those from then. */
function typedPercentiles({ typed, at }: WordView, q: QuestionView, when: When): readonly number[] | null {
  if (typed === null || q.edges === null || (q.kind !== 'numeric' && q.kind !== 'date')) return null;
  const labels = q.outcomes.map(({ label }) => label);
  const bins = { kind: q.kind, edges: q.edges, labels, unit: q.unit, scale: q.scale };
  try {
    return readQuantiles(typed, bins, { ...when, now: at }).quantiles;
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
