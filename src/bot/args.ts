import { z } from 'zod';
import { Refusal } from '../markets/core/refusal.ts';
import type { Arg, ArgKind, FileValue } from './command.ts';
import { nearest } from './parse/nearest.ts';

interface Options {
  readonly label?: string;
  readonly positional?: true | 'rest';
  readonly lead?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
}

/** Longest texts that are accepted, in characters. */
export const limits = {
  word: 100,
  date: 60,
  points: 40,
  probability: 1000,
  title: 200,
  reason: 1000,
  criteria: 3000,
  article: 2_000_000,
} as const;

function textOf(maxLength: number): z.ZodType<string> {
  return z
    .string()
    .trim()
    .min(1, 'is empty')
    .max(maxLength, `is longer than ${maxLength.toLocaleString('en-US')} characters`);
}

function make<T>(
  kind: ArgKind,
  about: string,
  schema: z.ZodType<T>,
  options: Options & Partial<Arg<T>>,
): Arg<T> {
  return { kind, about, required: true, schema, ...options };
}

const numbered = (letter: 'Q' | 'D', what: string): z.ZodType<number> => {
  const pattern = new RegExp(`^#?${letter}?#?(\\d{1,9})$`, 'i');
  return textOf(limits.word).transform((text) => {
    const match = pattern.exec(text);
    if (match) return Number(match[1]);
    throw new Refusal(
      'not-understood',
      `"${text}" is not the number of a ${what}.`,
      `${what === 'question' ? 'Questions' : 'Drafts'} are called like ${letter}7.`,
    );
  });
};

/** Several numbers in one text: "3 4 5", "D3, D4", "3-5". */
function draftNumbers(text: string): number[] {
  const numbers = text.split(/[\s,;]+/).flatMap((word) => {
    const match = /^D?(\d{1,9})(?:[-–]D?(\d{1,9}))?$/i.exec(word);
    if (!match) {
      throw new Refusal(
        'not-understood',
        `"${word}" is not the number of a draft.`,
        'Write them like D3 D4 or 3-5.',
      );
    }
    const [from, to] = [Number(match[1]), Number(match[2] ?? match[1])];
    if (to < from || to - from >= 50) {
      throw new Refusal(
        'out-of-range',
        `"${word}" is not a range of up to 50 drafts.`,
        'Write them like D3 D4 or 3-5.',
      );
    }
    return Array.from({ length: to - from + 1 }, (_, i) => from + i);
  });
  const unique = [...new Set(numbers)];
  if (unique.length > 50)
    throw new Refusal('too-large', `${unique.length} drafts are too many at once.`, 'Name up to 50.');
  return unique;
}

const yes = ['yes', 'y', 'true', 'on', '1'];
const no = ['no', 'n', 'false', 'off', '0'];

/**
 * Builders of arguments: one a kind, each with how it is asked for, how it is read and its limits. What depends on the
 * question, the clock or the balance (probabilities, dates, points, outcomes) is checked here for length alone and read by
 * `parse/` inside the command, which knows them.
 */
export const arg = {
  question: (about: string, options: Options = {}): Arg<number> =>
    make('question', about, numbered('Q', 'question'), { placeholder: 'Q7', ...options }),
  draft: (about: string, options: Options = {}): Arg<number> =>
    make('draft', about, numbered('D', 'draft'), { placeholder: 'D3', ...options }),
  drafts: (about: string, options: Options = {}): Arg<number[]> =>
    make('draft', about, textOf(500).transform(draftNumbers), { placeholder: 'D3 D4', ...options }),
  member: (about: string, options: Options = {}): Arg<string> =>
    make('member', about, textOf(limits.word), options),
  outcome: (about: string, options: Options = {}): Arg<string> =>
    make('outcome', about, textOf(limits.word), options),
  tag: (about: string, options: Options = {}): Arg<string> =>
    make(
      'tag',
      about,
      textOf(limits.word).transform((text) => text.replace(/^#/, '').toLowerCase()),
      options,
    ),
  text: (about: string, options: Options = {}): Arg<string> => {
    const maxLength = options.maxLength ?? limits.title;
    return make('text', about, textOf(maxLength), { ...options, maxLength });
  },
  paragraph: (about: string, options: Options = {}): Arg<string> => {
    const maxLength = options.maxLength ?? limits.reason;
    return make('paragraph', about, textOf(maxLength), { ...options, maxLength });
  },
  probability: (about: string, options: Options = {}): Arg<string> =>
    make('probability', about, textOf(limits.probability), { placeholder: '70%', ...options }),
  date: (about: string, options: Options = {}): Arg<string> =>
    make('date', about, textOf(limits.date), { placeholder: '31 Dec 2026', ...options }),
  points: (about: string, options: Options = {}): Arg<string> =>
    make('points', about, textOf(limits.points), { placeholder: '50', ...options }),
  integer: (about: string, range: { min: number; max: number }, options: Options = {}): Arg<number> =>
    make(
      'integer',
      about,
      textOf(limits.word).transform((text) => {
        const value = /^[+-]?\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
        if (value >= range.min && value <= range.max) return value;
        throw new Refusal(
          'out-of-range',
          `"${text}" is not a whole number from ${range.min} to ${range.max}.`,
          `Write a number from ${range.min} to ${range.max}.`,
        );
      }),
      { ...range, ...options },
    ),
  choice: <const V extends string>(
    about: string,
    choices: readonly { readonly value: V; readonly label: string }[],
    options: Options = {},
  ): Arg<V> =>
    make(
      'choice',
      about,
      textOf(limits.word).transform((text) => {
        const t = text.toLowerCase();
        const dashed = t.replace(/\s+/g, '-');
        const found = choices.find((c) => c.value.toLowerCase() === dashed || c.label.toLowerCase() === t);
        if (found) return found.value;
        const values = choices.map((c) => c.value);
        const near = nearest(t, values);
        throw new Refusal(
          'not-understood',
          `"${text}" is not one of the choices.${near ? ` Did you mean ${near}?` : ''}`,
          `Write one of: ${values.join(', ')}.`,
        );
      }),
      { choices, ...options },
    ),
  flag: (about: string, options: Options = {}): Arg<boolean> =>
    make(
      'flag',
      about,
      textOf(limits.word).transform((text) => {
        const t = text.toLowerCase();
        if (yes.includes(t)) return true;
        if (no.includes(t)) return false;
        throw new Refusal('not-understood', `"${text}" is neither yes nor no.`, 'Write yes or no.');
      }),
      options,
    ),
  file: (about: string): Arg<FileValue> =>
    make(
      'file',
      about,
      z.custom<FileValue>(
        (value) => typeof value === 'object' && value !== null && 'bytes' in value,
        'is not a file',
      ),
      {},
    ),
};

/** The same argument, which may be left out. */
export const optional = <T>(required: Arg<T>): Arg<T | undefined> => ({
  ...required,
  required: false,
  schema: required.schema.optional(),
});

/** "one", "two" as choices whose label is their value. */
export const plain = <const V extends string>(...values: readonly V[]): readonly { value: V; label: V }[] =>
  values.map((value) => ({ value, label: value }));
