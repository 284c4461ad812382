import { Refusal } from '../../markets/core/refusal.ts';
import type { AnyCommand, Arg, Args } from '../command.ts';
import { readPeriod } from './dates.ts';
import { argOf, namedBy, oneWord, type Token, tokenAt } from './tokens.ts';

/** What a line of text asks for: a command's name as typed, and its arguments by name. */
export interface Said {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
}

/** Words that were left over stand under this name; `handle` refuses them with what was understood. */
export const leftOver = '';

const truthy = 'yes';

/**
 * Reads a line such as `/forecast Q7 70% stake:50 because polls` into a command and its arguments.
 *
 * The longest command name that the text begins with wins; `/drafts` alone means `drafts list` (`/settings`
 * alone `settings show`); a line that begins with a
 * question (`Q7 70%`) is a forecast, or the question itself when nothing follows. `name:value` may stand anywhere before
 * a paragraph; values with spaces are quoted, texts run on to the next name, dates as far as
 * they read as a date. Flags are named alone. What
 * remains goes to the positional arguments in the order of declaration, the wide one (`rest`) taking what the others
 * leave. Pure; never throws.
 *
 * @param text with or without the leading slash
 */
export function sayToInvocation(text: string, commands: readonly AnyCommand[]): Said {
  const line = text.trim().replace(/^\//, '').trim();
  const { command, name, rest } = commandOf(line, commands);
  return command
    ? { command: command.name, args: readArgs(rest, command.args) }
    : { command: name, args: {} };
}

function commandOf(
  line: string,
  commands: readonly AnyCommand[],
): { command: AnyCommand | undefined; name: string; rest: string } {
  const words = /^(\S+)(?:[ \t]+(\S+))?/.exec(line);
  const [first, second] = [words?.[1]?.toLowerCase() ?? '', words?.[2]?.toLowerCase()];
  const byName = (name: string): AnyCommand | undefined => commands.find((c) => c.name === name);
  const two = second === undefined ? undefined : byName(`${first} ${second}`);
  if (two) return { command: two, name: two.name, rest: line.slice(words?.[0].length) };
  const afterFirst = line.slice(words?.[1]?.length ?? 0);
  const one =
    byName(first) ??
    (second === undefined ? (byName(`${first} list`) ?? byName(`${first} show`)) : undefined);
  if (one) return { command: one, name: one.name, rest: afterFirst };
  if (/^[#q]?q?\d{1,9}$/i.test(first)) {
    const target = byName(second === undefined ? 'question' : 'forecast');
    if (target) return { command: target, name: target.name, rest: line };
  }
  const inGroup = second !== undefined && commands.some((c) => c.name.startsWith(`${first} `));
  return { command: undefined, name: inGroup ? `${first} ${second}` : first, rest: '' };
}

function readArgs(text: string, args: Args): Record<string, string> {
  const found: Record<string, string> = {};
  const free: Token[] = [];
  const leads = Object.entries(args).filter(([, arg]) => arg.lead !== undefined);
  const positional = Object.entries(args).filter(([, arg]) => arg.positional);
  const wideAt = positional.findIndex(([, arg]) => arg.positional === 'rest');
  const wide = positional[wideAt];
  const before = (): number =>
    positional.slice(0, wideAt).filter(([name]) => found[name] === undefined).length;

  const counts = positional.some(([, arg]) => arg.kind === 'points');

  let at = 0;
  let afterNamed = false;
  for (let token = tokenAt(text, at); token; token = tokenAt(text, at)) {
    const current = token;
    const lead = leads.find(([, arg]) => !current.quoted && arg.lead === current.value.toLowerCase());
    if (lead) {
      found[lead[0]] = text.slice(token.end).trim();
      break;
    }
    const named = namedBy(token, args);
    if (named) {
      const value = valueFrom(text, named.valueAt, named.arg, args);
      found[named.name] = value.text;
      at = value.end;
      afterNamed = true;
      continue;
    }
    // Where points are counted no text is free, so a name that is not known is a slip: "limit:40%".
    if (counts && !token.quoted && /^[a-z][a-z-]+[:=]\S/i.test(token.value)) {
      found[leftOver] = token.value;
      at = token.end;
      continue;
    }
    // A word of a title is no flag; one that follows a named value is.
    const flag = token.quoted ? undefined : argOf(args, token.value.toLowerCase());
    if (flag?.kind === 'flag' && (wide?.[1].kind !== 'text' || afterNamed)) {
      found[token.value.toLowerCase()] = truthy;
      at = token.end;
      continue;
    }
    // A paragraph takes everything from its first word on, names and line breaks included.
    if (wide?.[1].kind === 'paragraph' && free.length >= before()) {
      found[wide[0]] =
        token.quoted && tokenAt(text, token.end) === null ? token.value : text.slice(token.start).trim();
      break;
    }
    at = token.end;
    const counted = free.at(-1);
    if (
      counts &&
      counted &&
      /^(shares?|points?|pts?)$/i.test(token.value) &&
      /^[\d.,]+k?$/i.test(counted.value)
    ) {
      free[free.length - 1] = { ...counted, value: `${counted.value} ${token.value}`, end: token.end };
    } else free.push(token);
  }
  return placed(free, text, args, found);
}

/** A named value: a quoted phrase, one word, or (texts, dates) all words up to the next name, flag or lead. */
function valueFrom(text: string, from: number, arg: Arg, args: Args): { text: string; end: number } {
  const first = tokenAt(text, from);
  if (!first || (namedBy(first, args) && first.start > from))
    return { text: '', end: first ? first.start : text.length };
  if (first.quoted || oneWord(arg)) return { text: first.value, end: first.end };
  if (arg.kind === 'date') {
    const end = endOfDate(text, from);
    if (end !== null) return { text: text.slice(from, end).trim(), end };
  }
  let end = first.end;
  const stops = (token: Token): boolean => {
    const word = token.value.toLowerCase();
    const prose = arg.kind === 'text' || arg.kind === 'paragraph';
    return (
      namedBy(token, args) !== null ||
      (!prose &&
        !token.quoted &&
        (args[word]?.kind === 'flag' || Object.values(args).some((a) => a.lead === word)))
    );
  };
  for (let token = tokenAt(text, end); token && !stops(token); token = tokenAt(text, end)) end = token.end;
  return { text: text.slice(from, end).trim(), end };
}

/** Any moment will do to see whether words are a date at all. */
const someMoment = { now: new Date('2026-01-01T00:00:00Z'), timeZone: 'UTC' };
const longestDate = 7;

/** Where the longest run of words ends that reads as a date; null where none does. */
function endOfDate(text: string, from: number): number | null {
  let found: number | null = null;
  let token = tokenAt(text, from);
  for (let words = 1; token && words <= longestDate; words++) {
    try {
      readPeriod(text.slice(from, token.end), someMoment);
      found = token.end;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
    token = tokenAt(text, token.end);
  }
  return found;
}

/** Free words to positional arguments: those before the wide one from the left, those after it from the right. */
function placed(
  free: readonly Token[],
  text: string,
  args: Args,
  found: Record<string, string>,
): Record<string, string> {
  const open = Object.entries(args).filter(([name, arg]) => arg.positional && found[name] === undefined);
  const wideAt = open.findIndex(([, arg]) => arg.positional === 'rest');
  const between = (from: number, to: number): string => {
    const tokens = free.slice(from, to);
    if (tokens.length === 1) return tokens[0]?.value ?? '';
    // White space between neighbours is kept as typed; where a named value stood between them, one space.
    return tokens.reduce((all, token, i) => {
      const gap = text.slice(tokens[i - 1]?.end ?? token.start, token.start);
      return `${all}${i > 0 && gap.trim() !== '' ? ' ' : gap}${text.slice(token.start, token.end)}`;
    }, '');
  };
  const extra = free.length - open.length;
  let next = 0;
  for (const [i, [name]] of open.entries()) {
    const take = i === wideAt && extra > 0 ? extra + 1 : 1;
    if (next >= free.length) break;
    found[name] = between(next, next + take);
    next += take;
  }
  if (next < free.length) found[leftOver] = between(next, free.length);
  return found;
}
