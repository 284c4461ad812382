import type { QuestionLine, QuestionView } from '../../markets/core/types.ts';
import { quantileOfBins } from '../../scoring/quantiles.ts';
import type { Vector } from '../../scoring/types.ts';
import type { When } from '../when.ts';
import { letter, quantity, shortDay, shorten, statedPercent, undefinedMark } from './format.ts';

type Shape = Pick<QuestionView, 'kind' | 'edges' | 'unit' | 'scale'> & {
  readonly outcomes: readonly { readonly label: string }[];
};

/** A value of a numeric or date question in words. */
export const valueText = (value: number, q: Pick<QuestionView, 'kind' | 'unit'>, when: When): string =>
  q.kind === 'date' ? shortDay(new Date(value), when) : quantity(value, q.unit);

/** A percentile in words; in the open bins at the ends only a bound is known. */
function percentile(level: number, p: Vector, q: Shape, when: When): string {
  if (q.edges === null || q.edges.length + 1 !== p.length) return undefinedMark;
  const { value, beyond } = quantileOfBins(q.edges, p, level, q.scale ?? 'linear');
  const words =
    q.kind === 'date' ? { below: 'before ', above: 'after ' } : { below: 'under ', above: 'over ' };
  return `${beyond === null ? '' : words[beyond]}${valueText(value, q, when)}`;
}

/**
 * A forecast in words: "70%" for YES, "A Apple 50%, B Google 30%" for a choice, "10 / 40 / 90" as the percentiles of a
 * number or a date.
 */
export function vectorText(p: Vector, q: Shape, when: When): string {
  switch (q.kind) {
    case 'binary':
      return statedPercent(p[0] ?? 0);
    case 'choice':
      return q.outcomes
        .map((o, i) => ({ text: `${letter(i)} ${o.label} ${statedPercent(p[i] ?? 0)}`, p: p[i] ?? 0 }))
        .filter((o) => o.p > 0)
        .map((o) => o.text)
        .join(', ');
    case 'numeric':
    case 'date':
      return [0.1, 0.5, 0.9].map((level) => percentile(level, p, q, when)).join(' / ');
  }
}

/** The likeliest outcome by its name, in a line of a list: "70%" for YES, "Apple 50%". Works where no bins are at hand. */
export function likeliestText(p: Vector, q: Pick<QuestionLine, 'kind' | 'labels'>): string {
  if (q.kind === 'binary') return statedPercent(p[0] ?? 0);
  const best = p.indexOf(Math.max(...p));
  return `${shorten(q.labels[best] ?? '', 20)} ${statedPercent(p[best] ?? 0)}`;
}

/** The same in few characters, for a list: the leading outcome of a choice, the median of a number. */
export function vectorBrief(p: Vector, q: Shape, when: When): string {
  switch (q.kind) {
    case 'binary':
      return statedPercent(p[0] ?? 0);
    case 'choice': {
      const best = p.indexOf(Math.max(...p));
      return `${q.outcomes[best]?.label ?? ''} ${statedPercent(p[best] ?? 0)}`;
    }
    case 'numeric':
    case 'date':
      return percentile(0.5, p, q, when);
  }
}
