import { Refusal } from '../../markets/core/refusal.ts';
import { letter } from '../views/format.ts';
import { lookup } from './lookup.ts';
import { nearest } from './nearest.ts';

const synonyms: Readonly<Record<string, string>> = { y: 'yes', n: 'no', true: 'yes', false: 'no' };
const simple = (text: string): string => text.normalize('NFKC').toLowerCase().trim().replace(/\s+/g, ' ');

/**
 * Which outcome a text names: its label, the beginning of one label alone, its letter (A is the first), or #2.
 *
 * @returns the index, or null when it names none or more than one
 */
export function findOutcome(text: string, labels: readonly string[]): number | null {
  const typed = simple(text);
  const t = lookup(synonyms, typed) ?? typed;
  const own = labels.map(simple);
  const exact = own.findIndex((label) => label === t || label === typed);
  if (exact >= 0) return exact;
  const byLetter = labels.findIndex((_, i) => letter(i).toLowerCase() === typed);
  if (byLetter >= 0) return byLetter;
  const byNumber = /^#\s?(\d{1,2})$/.exec(t);
  if (byNumber) {
    const index = Number(byNumber[1]) - 1;
    return index >= 0 && index < labels.length ? index : null;
  }
  const starting = own.flatMap((label, i) => (t.length >= 2 && label.startsWith(t) ? [i] : []));
  return starting.length === 1 ? (starting[0] ?? null) : null;
}

/** "A Alpha, B Beta": how the outcomes of a question may be called. */
export const outcomeList = (labels: readonly string[]): string =>
  labels.length === 2 ? labels.join(' or ') : labels.map((label, i) => `${letter(i)} ${label}`).join(', ');

/**
 * @throws Refusal naming the nearest label, when the text names no outcome
 * @example readOutcome('b', ['Apple', 'Google', 'OpenAI']) // 1
 */
export function readOutcome(text: string, labels: readonly string[]): number {
  const found = findOutcome(text, labels);
  if (found !== null) return found;
  const near = nearest(text, labels);
  throw new Refusal(
    'not-found',
    `"${text.trim().slice(0, 80)}" is not an outcome of this question.${near ? ` Did you mean ${near}?` : ''}`,
    `The outcomes are ${outcomeList(labels)}.`,
  );
}
