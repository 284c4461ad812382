import type { Vector } from '../../scoring/types.ts';
import { binOfValue } from './questions.ts';
import { Refusal } from './refusal.ts';
import { showTime } from './time.ts';

/** How an admin says what happened. */
export type Verdict =
  | { readonly outcome: number }
  | { readonly weights: Vector }
  | { readonly value: number };

/** A weight per outcome. Values fall in their bin, those out of range in the first or the last. @throws Refusal */
export function weightsOf(
  verdict: Verdict,
  question: { readonly number: number; readonly labels: readonly string[]; readonly edges: Vector | null },
): Vector {
  const { number, labels, edges } = question;
  const only = (index: number): Vector => labels.map((_, i) => (i === index ? 1 : 0));
  if ('weights' in verdict) {
    if (verdict.weights.length !== labels.length)
      throw new Refusal(
        'not-understood',
        `Q${number} has ${labels.length} outcomes; ${verdict.weights.length} weights were given.`,
        `Its outcomes: ${labels.join(', ')}.`,
      );
    return verdict.weights;
  }
  if ('value' in verdict) {
    if (!edges)
      throw new Refusal(
        'not-understood',
        `Q${number} is not about a number or a date.`,
        `Name the outcome: ${labels.join(', ')}.`,
      );
    if (!Number.isFinite(verdict.value))
      throw new Refusal('not-understood', 'That is no value.', 'Write a number or a date.');
    return only(binOfValue(edges, verdict.value));
  }
  if (labels[verdict.outcome] === undefined)
    throw new Refusal(
      'not-understood',
      `Q${number} has no such outcome.`,
      `Its outcomes: ${labels.join(', ')}.`,
    );
  return only(verdict.outcome);
}

/** @throws Refusal unless the truth became known after the question opened and not in the future */
export function checkedKnownAt(knownAt: Date, opensAt: Date, now: Date, timeZone: string): void {
  if (knownAt > now)
    throw new Refusal(
      'out-of-range',
      `${showTime(knownAt, timeZone)} lies in the future, so nothing can have been known then.`,
      'Leave the date out for now, or give the day on which the truth became known.',
    );
  if (knownAt <= opensAt)
    throw new Refusal(
      'out-of-range',
      `The question opened on ${showTime(opensAt, timeZone)}; what was known before cannot be scored.`,
      'Annul it if the answer was known before it opened.',
    );
}

/** What happened, in words. @example outcomeText(['YES', 'NO'], [0.7, 0.3]) === '70% YES, 30% NO' */
export function outcomeText(labels: readonly string[], weights: Vector): string {
  const parts = labels
    .map((label, i) => ({ label, weight: weights[i] ?? 0 }))
    .filter(({ weight }) => weight > 0);
  const [first] = parts;
  if (parts.length === 1 && first) return first.label;
  return parts.map(({ label, weight }) => `${Math.round(weight * 1000) / 10}% ${label}`).join(', ');
}
