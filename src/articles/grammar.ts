import type { Token } from './tokens.ts';

/** Matches tokens from `i` on and answers where the match ends (exclusive), or -1. */
export type Pattern = (tokens: readonly Token[], i: number) => number;

export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** One token out of a set (or a list of words in a string). */
export const word = (list: string | ReadonlySet<string>): Pattern => {
  const set = typeof list === 'string' ? words(list) : list;
  return (tokens, i) => (set.has(tokens[i]?.lower ?? '') ? i + 1 : -1);
};

export const test =
  (accepts: (token: Token) => boolean): Pattern =>
  (tokens, i) => {
    const token = tokens[i];
    return token && accepts(token) ? i + 1 : -1;
  };

/** One after another; a plain string stands for its words, each in turn. */
export const seq = (...patterns: (Pattern | string)[]): Pattern => {
  const steps = patterns.flatMap((p) => (typeof p === 'string' ? p.split(' ').map((w) => word(w)) : [p]));
  return (tokens, i) => {
    let at = i;
    for (const step of steps) {
      at = step(tokens, at);
      if (at < 0) return -1;
    }
    return at;
  };
};

/** The first that matches. */
export const any = (...patterns: (Pattern | string)[]): Pattern => {
  const choices = patterns.map((p) => (typeof p === 'string' ? seq(p) : p));
  return (tokens, i) => {
    for (const choice of choices) {
      const end = choice(tokens, i);
      if (end >= 0) return end;
    }
    return -1;
  };
};

export const opt =
  (pattern: Pattern): Pattern =>
  (tokens, i) => {
    const end = pattern(tokens, i);
    return end >= 0 ? end : i;
  };

/** None to `most` of it, as many as there are. */
export const upTo =
  (most: number, pattern: Pattern): Pattern =>
  (tokens, i) => {
    let at = i;
    for (let n = 0; n < most; n++) {
      const end = pattern(tokens, at);
      if (end <= at) break;
      at = end;
    }
    return at;
  };

/** Matches nothing, where the pattern matches; and where it does not. */
export const ahead =
  (pattern: Pattern): Pattern =>
  (tokens, i) =>
    pattern(tokens, i) >= 0 ? i : -1;
export const not =
  (pattern: Pattern): Pattern =>
  (tokens, i) =>
    pattern(tokens, i) >= 0 ? -1 : i;

/** Looks back: the token before is in the set. */
export const after = (list: string | ReadonlySet<string>): Pattern => {
  const set = typeof list === 'string' ? words(list) : list;
  return (tokens, i) => (set.has(tokens[i - 1]?.lower ?? '') ? i : -1);
};

/** The pattern, after at most `most` tokens that are no sentence mark. */
export const within =
  (most: number, pattern: Pattern): Pattern =>
  (tokens, i) => {
    for (let at = i; at <= i + most && at < tokens.length; at++) {
      const end = pattern(tokens, at);
      if (end >= 0) return end;
      if (/^[;:?!]$/.test(tokens[at]?.lower ?? '')) return -1;
    }
    return -1;
  };
