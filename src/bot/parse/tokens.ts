import type { Arg, Args } from '../command.ts';

export interface Token {
  /** The text without its quotes. */
  readonly value: string;
  readonly quoted: boolean;
  readonly start: number;
  readonly end: number;
}

const quotes: Readonly<Record<string, string>> = { '"': '"', '“': '”', '„': '“' };

/** Longest quoted phrase: a quotation mark that nothing closes must not be looked for to the end of a book. */
const longestPhrase = 5000;

/** The word or quoted phrase that begins at `from`, white space skipped; null at the end. */
export function tokenAt(text: string, from: number): Token | null {
  let start = from;
  while (start < text.length && /\s/.test(text[start] ?? '')) start++;
  if (start >= text.length) return null;
  const closing = quotes[text[start] ?? ''];
  if (closing !== undefined) {
    const within = text.slice(start + 1, start + 1 + longestPhrase).indexOf(closing);
    const end = start + 1 + within;
    if (within >= 0 && /^(\s|$)/.test(text.slice(end + 1, end + 2))) {
      return { value: text.slice(start + 1, end), quoted: true, start, end: end + 1 };
    }
  }
  let end = start;
  while (end < text.length && !/\s/.test(text[end] ?? '')) end++;
  return { value: text.slice(start, end), quoted: false, start, end };
}

export const oneWord = (arg: Arg): boolean => {
  switch (arg.kind) {
    case 'question':
    case 'points':
    case 'integer':
    case 'choice':
    case 'flag':
      return true;
    case 'draft':
    case 'member':
    case 'outcome':
    case 'tag':
    case 'text':
    case 'paragraph':
    case 'probability':
    case 'date':
    case 'file':
      return false;
  }
};

/** By own names alone: a word like "constructor" is none. */
export const argOf = (args: Args, name: string): Arg | undefined =>
  Object.hasOwn(args, name) ? args[name] : undefined;

/** The argument that a word names, `stake:50` or `stake=50`, and where its value begins. */
export function namedBy(token: Token, args: Args): { name: string; arg: Arg; valueAt: number } | null {
  const match = token.quoted ? null : /^([a-z][a-z-]*)[:=]/i.exec(token.value);
  const name = match?.[1]?.toLowerCase();
  const arg = name === undefined ? undefined : argOf(args, name);
  return match && name !== undefined && arg && arg.kind !== 'file'
    ? { name, arg, valueAt: token.start + match[0].length }
    : null;
}
