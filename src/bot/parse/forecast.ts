import { Refusal } from '../../markets/core/refusal.ts';
import type { QuestionOutline } from '../../markets/outline.ts';
import type { Vector } from '../../scoring/types.ts';
import { valueText, vectorText } from '../views/outcomes.ts';
import type { When } from '../when.ts';
import { readChoices } from './choices.ts';
import { readProbability } from './probability.ts';
import { readQuantiles } from './quantiles.ts';

export interface ReadForecast {
  readonly p: Vector;
  /** What was understood, in words, to be shown before it is believed. */
  readonly understood: string;
}

const understood = (p: Vector, q: QuestionOutline, when: When): ReadForecast => ({
  p,
  understood: vectorText(p, q, when),
});

/**
 * A forecast of any kind of question, as people write it, into one probability per outcome.
 *
 * @throws Refusal saying what was understood and what to write instead
 * @example readForecast('70%', binaryQuestion, when) // { p: [0.7, 0.3], understood: '70%' }
 */
export function readForecast(text: string, q: QuestionOutline, when: When): ReadForecast {
  const labels = q.outcomes.map((o) => o.label);
  switch (q.kind) {
    case 'binary':
      return understood(readBinary(text), q, when);
    case 'choice':
      return understood(readChoices(text, labels), q, when);
    case 'numeric':
    case 'date': {
      if (q.edges === null) throw new Refusal('wrong-state', `Q${q.number} has no bins.`);
      const { p, quantiles } = readQuantiles(text, { ...q, kind: q.kind, edges: q.edges, labels }, when);
      if (quantiles === null) return understood(p, q, when);
      return { p, understood: quantiles.map((value) => valueText(value, q, when)).join(' / ') };
    }
  }
}

/** "70%" is for YES; "NO 30%" and "30% no" are for NO; "YES 70 NO 30" says both. */
function readBinary(text: string): Vector {
  const t = text.trim();
  const both = /^(yes|no)\s*[:=]?\s*(\S+?)[\s,;/]+(yes|no)\b/i.test(t);
  if (both) return readChoices(t, ['YES', 'NO']);
  const m = /^(yes|no)\s*[:=]?\s+(.+)$/i.exec(t) ?? /^(.+?)\s+(yes|no)$/i.exec(t);
  if (!m) return pair(readProbability(t));
  const first = /^(yes|no)$/i.test(m[1] ?? '');
  const [label, value] = first ? [m[1] ?? '', m[2] ?? ''] : [m[2] ?? '', m[1] ?? ''];
  const p = readProbability(value);
  return pair(label.toLowerCase() === 'yes' ? p : 1 - p);
}

const pair = (yes: number): Vector => [yes, 1 - yes];
