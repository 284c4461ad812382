import type { Token } from './tokens.ts';

/** Matches tokens from `i` on and answers where the match ends (exclusive), or -1. */
export type Pattern = (tokens: readonly Token[], i: number) => number;

export const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** One token out of a set. */
export const word =
  (set: ReadonlySet<string>): Pattern =>
  (tokens, i) =>
    set.has(tokens[i]?.lower ?? '') ? i + 1 : -1;

export const test =
  (accepts: (token: Token) => boolean): Pattern =>
  (tokens, i) => {
    const token = tokens[i];
    return token && accepts(token) ? i + 1 : -1;
  };

/** One after another. */
export const seq =
  (...steps: Pattern[]): Pattern =>
  (tokens, i) => {
    let at = i;
    for (const step of steps) {
      at = step(tokens, at);
      if (at < 0) return -1;
    }
    return at;
  };

/** The first that matches. */
export const any =
  (...choices: Pattern[]): Pattern =>
  (tokens, i) => {
    for (const choice of choices) {
      const end = choice(tokens, i);
      if (end >= 0) return end;
    }
    return -1;
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

const opt = (pattern: Pattern): Pattern => upTo(1, pattern);
const ahead =
  (pattern: Pattern): Pattern =>
  (tokens, i) =>
    pattern(tokens, i) >= 0 ? i : -1;
const not =
  (pattern: Pattern): Pattern =>
  (tokens, i) =>
    pattern(tokens, i) >= 0 ? -1 : i;
const behind =
  (pattern: Pattern): Pattern =>
  (tokens, i) =>
    i > 0 && pattern(tokens, i - 1) === i ? i : -1;

/** A mark that ends a clause; no gap reaches over it. */
const STOP = /^[;:?!]$/;
const gap =
  (most: number, pattern: Pattern): Pattern =>
  (tokens, i) => {
    for (let at = i; at <= i + most && at < tokens.length; at++) {
      const end = pattern(tokens, at);
      if (end >= 0) return end;
      if (STOP.test(tokens[at]?.lower ?? '')) return -1;
    }
    return -1;
  };

/** Named patterns of a grammar, written in capitals. A set of words can begin an index; a function cannot. */
export type Classes = Readonly<Record<string, ReadonlySet<string> | Pattern>>;

/** A compiled rule and the words that can begin its match. */
export interface Rule {
  pattern: Pattern;
  firsts: ReadonlySet<string>;
}

/**
 * Compiles a rule: elements in a row, each `word|word` or a class in capitals (`BE|seems` mixes both), with
 * `x?` optional, `!x` not followed by, `=x` followed by but not part of it, `<x` preceded by, `..5 x` x after at most
 * five tokens. `compile('BE ADV expected =TIME', classes)` matches "is widely expected" in "is widely expected in May".
 *
 * The first element that is part of the match must be words or sets: they index the rule.
 */
export function compile(source: string, classes: Classes): Rule {
  const steps: Pattern[] = [];
  let firsts: ReadonlySet<string> | null = null;
  let reach = 0;
  for (const element of source.trim().split(/\s+/)) {
    if (element.startsWith('..')) {
      reach = Number(element.slice(2));
      continue;
    }
    const mark = /^[!=<]/.exec(element)?.[0] ?? '';
    const optional = element.length > 1 && element.endsWith('?');
    const { set, pattern } = alternatives(element.slice(mark.length, optional ? -1 : undefined), classes);
    let step = pattern;
    if (reach) step = gap(reach, step);
    if (mark === '!') step = not(step);
    else if (mark === '=') step = ahead(step);
    else if (mark === '<') step = behind(step);
    else if (optional) step = opt(step);
    else if (!firsts) {
      if (!set) throw new Error(`a rule must begin with words: ${source}`);
      firsts = set;
    }
    steps.push(step);
    reach = 0;
  }
  if (!firsts) throw new Error(`a rule without words: ${source}`);
  return { pattern: seq(...steps), firsts };
}

function alternatives(
  source: string,
  classes: Classes,
): { set: ReadonlySet<string> | null; pattern: Pattern } {
  const set = new Set<string>();
  const patterns: Pattern[] = [];
  for (const name of source.split('|')) {
    const known = /^[A-Z]/.test(name) ? classes[name] : undefined;
    if (/^[A-Z]/.test(name) && !known) throw new Error(`no such class: ${name}`);
    if (typeof known === 'function') patterns.push(known);
    else for (const member of known ?? [name]) set.add(member);
  }
  const own = word(set);
  return patterns.length ? { set: null, pattern: any(own, ...patterns) } : { set, pattern: own };
}
