import { Refusal } from '../../markets/core/refusal.ts';
import type { QuestionView } from '../../markets/core/types.ts';
import type { ResolveInput } from '../../markets/resolve.ts';
import type { When } from '../when.ts';
import { readChoices } from './choices.ts';
import { readPeriod } from './dates.ts';
import { readDecimal, readNumber } from './number.ts';
import { findOutcome, outcomeList, readOutcome } from './outcome.ts';

/**
 * The answer to a question, as an admin writes it: an outcome (`YES`, `B`, `Apple`), weights (`YES 70 NO 30`, `70%` for
 * YES, `A 50 B 50`), or for numbers and dates the value (`1250`, `12 March 2027`) or a bin by its letter or label.
 *
 * @throws Refusal naming the outcomes
 */
export function readResolution(text: string, q: QuestionView, when: When): ResolveInput['to'] {
  const labels = q.outcomes.map((o) => o.label);
  const t = text.trim();
  switch (q.kind) {
    case 'numeric': {
      const bin = findOutcome(t, labels);
      return bin !== null && readDecimal(t) === null ? { outcome: bin } : { value: readNumber(t, q.unit) };
    }
    case 'date': {
      const bin = findOutcome(t, labels);
      return bin === null ? { value: dayValue(t, when) } : { outcome: bin };
    }
    case 'binary': {
      const percent = /^([\d.,]+)\s*%$/.exec(t);
      if (!percent) return ofChoice(t, labels);
      const yes = (readDecimal(percent[1] ?? '') ?? Number.NaN) / 100;
      if (!(yes >= 0 && yes <= 1)) {
        throw new Refusal(
          'out-of-range',
          `"${t}" is not between 0% and 100%.`,
          'Write YES, NO or a percentage of YES.',
        );
      }
      return { weights: [yes, 1 - yes] };
    }
    case 'choice':
      return ofChoice(t, labels);
  }
}

function ofChoice(text: string, labels: readonly string[]): ResolveInput['to'] {
  const outcome = findOutcome(text, labels);
  if (outcome !== null) return { outcome };
  if (/\d/.test(text)) return { weights: readChoices(text, labels) };
  if (/^(n\/?a|annul|annulled|void|cancel|ambiguous)$/i.test(text)) {
    throw new Refusal(
      'not-understood',
      `"${text}" is not an answer.`,
      `To call a question off, write /annul with the reason. The outcomes are ${outcomeList(labels)}.`,
    );
  }
  return { outcome: readOutcome(text, labels) };
}

/** The day as a value: its noon, so that an edge at midnight lies clearly on one side. */
function dayValue(text: string, when: When): number {
  const { start, end } = readPeriod(text, when, true);
  if (end.getTime() - start.getTime() > 26 * 3_600_000) {
    throw new Refusal(
      'not-understood',
      `"${text}" is longer than a day.`,
      'Write the day, like 12 March 2027.',
    );
  }
  return (start.getTime() + end.getTime()) / 2;
}
