import type { QuestionView } from '../../markets/core/types.ts';
import type { Vector } from '../../scoring/types.ts';
import type { When } from '../when.ts';
import { letter, quantity, shortDay, statedPercent } from './format.ts';

type Shape = Pick<QuestionView, 'kind' | 'edges' | 'unit' | 'scale'> & {
  readonly outcomes: readonly { readonly label: string }[];
};

/** A value of a numeric or date question in words. */
export const valueText = (value: number, q: Pick<QuestionView, 'kind' | 'unit'>, when: When): string =>
  q.kind === 'date' ? shortDay(new Date(value), when) : quantity(value, q.unit);

/**
 * The value below which the probability `level` lies, in words: interpolated within a bin (in logarithms on a logarithmic
 * scale); in the open bins at the ends only a bound is known.
 */
function percentile(level: number, p: Vector, q: Shape, edges: readonly number[], when: When): string {
  let below = 0;
  for (const [i, mass] of p.entries()) {
    const [from, to] = [edges[i - 1], edges[i]];
    if (below + mass < level && i < p.length - 1) {
      below += mass;
      continue;
    }
    if (from === undefined) return `under ${valueText(to ?? 0, q, when)}`;
    if (to === undefined) return `over ${valueText(from, q, when)}`;
    const share = mass > 0 ? (level - below) / mass : 0;
    const log = q.scale === 'log' && from > 0;
    const value = log ? from * (to / from) ** share : from + share * (to - from);
    return valueText(value, q, when);
  }
  return '';
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
    case 'date': {
      const edges = q.edges ?? [];
      return [0.1, 0.5, 0.9].map((level) => percentile(level, p, q, edges, when)).join(' / ');
    }
  }
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
      return percentile(0.5, p, q, q.edges ?? [], when);
  }
}
