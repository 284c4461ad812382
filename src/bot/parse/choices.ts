import { Refusal } from '../../markets/core/refusal.ts';
import { letter } from '../views/format.ts';
import { readDecimal } from './number.ts';
import { findOutcome, outcomeList } from './outcome.ts';

/** Percentages rounded to one decimal may miss 100 by half a tenth each; up to there they are taken as they are meant. */
const slack = (outcomes: number): number => 0.05 * outcomes + 1e-9;

const trimmed = (value: number): string => String(Number(value.toFixed(1)));

/** Whole percentages that sum to exactly 100 and lie nearest to `shares` (largest remainders). */
export function wholePercents(shares: readonly number[]): number[] {
  const total = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((s) => (total > 0 ? (100 * s) / total : 100 / shares.length));
  const floors = exact.map(Math.floor);
  const order = exact
    .map((value, i) => ({ i, rest: value - Math.floor(value) }))
    .sort((a, b) => b.rest - a.rest || a.i - b.i);
  let left = 100 - floors.reduce((a, b) => a + b, 0);
  for (const { i } of order) {
    if (left-- <= 0) break;
    floors[i] = (floors[i] ?? 0) + 1;
  }
  return floors;
}

/** How a distribution is written so that it is read back: "A 50 B 30 C 20". */
export const distributionText = (percents: readonly number[]): string =>
  percents.map((p, i) => `${letter(i)} ${trimmed(p)}`).join(' ');

interface Entry {
  readonly index: number;
  readonly percent: number;
}

/**
 * A probability for each of several outcomes: `50/30/20`, `50 30 20` in the order of the outcomes, or by letter or label,
 * `A 50 B 30 C 20`, `Apple: 50%, Google: 50%`; outcomes that are not named get 0. Fractions (`0.5 0.3 0.2`) are
 * understood when they sum to 1.
 *
 * @returns one probability per label, summing to 1
 * @throws Refusal with the sum, and the nearest line that sums to 100, when they don't
 * @example readChoices('A 50 B 30 C 20', ['Apple', 'Google', 'OpenAI']) // [0.5, 0.3, 0.2]
 */
export function readChoices(text: string, labels: readonly string[]): number[] {
  const t = text
    .normalize('NFKC')
    .replace(/\u2044/g, '/')
    .trim();
  if (t.length > 4000) throw new Refusal('too-large', 'That is too long for a list of probabilities.');
  const entries = listed(t, labels) ?? named(t, labels);
  const seen = new Set<number>();
  for (const { index, percent } of entries) {
    if (seen.has(index)) refuse(`"${labels[index]}" is named twice.`, labels);
    seen.add(index);
    if (percent < 0 || percent > 100) {
      refuse(
        `I read ${trimmed(percent)}% for "${labels[index]}", but a probability lies between 0% and 100%.`,
        labels,
      );
    }
  }
  const percents = labels.map((_, i) => entries.find((e) => e.index === i)?.percent ?? 0);
  const sum = percents.reduce((a, b) => a + b, 0);
  if (Math.abs(sum - 100) <= slack(labels.length)) return percents.map((p) => p / sum);
  const unnamed = labels.length - entries.length;
  const offered =
    sum < 100 && unnamed > 0
      ? wholePercents(percents.map((p, i) => (seen.has(i) ? p : (100 - sum) / unnamed)))
      : wholePercents(percents);
  throw new Refusal(
    'out-of-range',
    `These probabilities sum to ${trimmed(sum)}%, not 100%: ${labels.map((l, i) => `${l} ${trimmed(percents[i] ?? 0)}%`).join(', ')}.`,
    `Perhaps you mean: ${distributionText(offered)}`,
  );
}

function refuse(message: string, labels: readonly string[]): never {
  const example = distributionText(wholePercents(labels.map(() => 1)));
  throw new Refusal(
    'not-understood',
    message,
    `The outcomes are ${outcomeList(labels)}. Write for example: ${example}`,
  );
}

/** Bare numbers in the order of the outcomes; null when the text is not of that form. */
function listed(t: string, labels: readonly string[]): Entry[] | null {
  const parts = t.split(/\s*[/;|]\s*|,\s+|\s+/).filter((part) => part !== '');
  const numbers = parts.map((part) => readDecimal(part.replace(/%$/, '')));
  if (parts.length === 0 || numbers.some((n) => n === null)) return null;
  const values = numbers.map((n) => n ?? 0);
  if (values.length !== labels.length) {
    refuse(
      `I read ${values.length} ${values.length === 1 ? 'number' : 'numbers'}, but there are ${labels.length} outcomes.`,
      labels,
    );
  }
  return scaled(
    values.map((percent, index) => ({ index, percent })),
    t,
  );
}

/** "A 50 B 30": labels and numbers in turn. At each place the longest label that fits is taken. */
function named(t: string, labels: readonly string[]): Entry[] {
  const entries: Entry[] = [];
  let rest = t;
  while (rest !== '') {
    const found = entryAt(rest, labels);
    if (!found) refuse(`I can't read "${rest.slice(0, 60)}" as an outcome and its probability.`, labels);
    entries.push({ index: found.index, percent: found.percent });
    rest = rest.slice(found.length).replace(/^[\s,;/|]+/, '');
  }
  if (entries.length === 0) refuse('There are no probabilities.', labels);
  return scaled(entries, t);
}

function entryAt(text: string, labels: readonly string[]): (Entry & { length: number }) | null {
  const lower = text.toLowerCase();
  const longest = labels
    .map((label, index) => ({ label: label.toLowerCase(), index }))
    .sort((a, b) => b.label.length - a.label.length);
  for (const { label, index } of longest) {
    if (!lower.startsWith(label)) continue;
    const entry = numberAfter(text, label.length);
    if (entry) return { index, ...entry };
  }
  const word = /^([^\s:=,;/|%]{1,60})/.exec(text)?.[1];
  const index = word === undefined ? null : findOutcome(word, labels);
  const entry = word === undefined || index === null ? null : numberAfter(text, word.length);
  return entry && index !== null ? { index, ...entry } : null;
}

function numberAfter(text: string, from: number): { percent: number; length: number } | null {
  const m = /^\s*[:=]?\s*([+-]?\d[\d.]*(?:,\d{1,2}(?!\d))?)\s*%?(?=$|[\s,;/|])/.exec(text.slice(from));
  const value = m ? readDecimal(m[1] ?? '') : null;
  // A label must end where its number begins to be something else: "A50" is not read, "A 50" and "A:50" are.
  if (!m || value === null || !/^[\s:=]/.test(text.slice(from))) return null;
  return { percent: value, length: from + m[0].length };
}

/** Fractions become percent when that is what they plainly are: all at most 1, no percent sign, summing to 1. */
function scaled(entries: Entry[], t: string): Entry[] {
  const sum = entries.reduce((a, e) => a + e.percent, 0);
  const fractions =
    !t.includes('%') && Math.abs(sum - 1) <= 0.001 * entries.length && entries.every((e) => e.percent <= 1);
  return fractions ? entries.map((e) => ({ index: e.index, percent: e.percent * 100 })) : entries;
}
