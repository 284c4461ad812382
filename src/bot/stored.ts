import type { View } from './view.ts';

/** What was answered and to whom it was shown. */
export interface Answer {
  readonly view: View;
  readonly visibility: 'public' | 'private';
  /** True for a refusal or an error. */
  readonly refused?: true;
}

const mark = '$date';

/** An answer as text, so that a repeated delivery can be shown it again. Dates are marked, since JSON knows none. */
export const storeAnswer = (answer: Answer): string =>
  JSON.stringify(answer, function (this: Record<string, unknown>, key, value: unknown) {
    // `value` has been through Date's own toJSON already; `this` still holds the date.
    const original = this[key];
    return original instanceof Date ? { [mark]: original.toISOString() } : value;
  });

/** The answer that `storeAnswer` wrote. */
export function readAnswer(text: string): Answer {
  const answer: Answer = JSON.parse(text, (_, value: unknown) => {
    if (typeof value !== 'object' || value === null || !(mark in value)) return value;
    return typeof value[mark] === 'string' ? new Date(value[mark]) : value;
  });
  return answer;
}
