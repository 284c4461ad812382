import { dayOf, monthOf, namedPeriod, quarterOf, seasonOf, yearOf } from './periods.ts';
import { edgeOf, spanAhead } from './spans.ts';
import {
  DAYS,
  INSIDE,
  LIMITS,
  MONTHS,
  NUMBERS,
  ORDINALS,
  type Period,
  type Scan,
  SEASONS,
  SHORT,
  scan,
  UNITS,
} from './timeWords.ts';
import { type Token, tokenize } from './tokens.ts';

/** A time named in a text. Offsets count from where the tokens count from. */
export interface TimeMention {
  start: number;
  end: number;
  /** "by the end of 2027", with its preposition. */
  text: string;
  /** Last calendar day that the words allow, `YYYY-MM-DD`. */
  date: string;
  /** First calendar day of the period named. */
  from: string;
  role: Role;
}

/** How a time is brought in: by 2030, within 2030, in 2030, for 2030, 2030. */
export type Role = 'limit' | 'span' | 'in' | 'topic' | 'bare';

const TOPIC = new Set(['for', 'of', 'to']);
/** After these a time is where something begins or what it is compared with, not where it ends. */
const NOT_LIMITS = new Set(['since', 'after', 'than', 'beyond', 'versus', 'vs']);

/** "Higher than predicted in March": the month of the saying, which is past. */
const SAID_IN =
  /^(?:predicted|forecast|said|announced|made|reported|published|released|recorded|held|estimated|projected|surveyed|polled)$/;

/** "before the end of 2027" ends with the year, unlike "before 2027". */
const ending = /^(?:end|close|late|mid|year-end)/;

/** All times named in the tokens that can bound a prediction made on `publishedAt`, past ones included. */
export function timesIn(
  tokens: readonly Token[],
  publishedAt: string,
  source: string,
  offset = 0,
): TimeMention[] {
  const s = scan(tokens, publishedAt);
  const found: TimeMention[] = [];
  for (let i = 0; i < tokens.length; ) {
    if (!mayBegin(s, i)) {
      i++;
      continue;
    }
    const period = periodAt(s, i);
    const first = tokens[i];
    const last = period && tokens[period.next - 1];
    if (!period || !first || !last) {
      i++;
      continue;
    }
    let at = i;
    while (at > 0 && ['the', 'year', 'sometime', 'as', 'early'].includes(tokens[at - 1]?.lower ?? '')) at--;
    const preposition = tokens[at - 1]?.lower ?? '';
    const role = roleOf(preposition, period);
    // "2026 and beyond" has no end.
    const open = s.at(period.next) === 'and' && /^(?:beyond|after|onwards?)$/.test(s.at(period.next + 1));
    const said =
      role === 'in' &&
      !period.relative &&
      SAID_IN.test(tokens[at - 2]?.lower ?? '') &&
      /^(?:in|on)$/.test(preposition);
    if (role && !said && !(open && role !== 'limit')) {
      const begin = role === 'bare' || !isPreposition(preposition) ? first : (tokens[at - 1] ?? first);
      found.push({
        start: begin.start,
        end: last.end,
        text: source.slice(begin.start - offset, last.end - offset),
        date:
          preposition === 'before' && !tokens.slice(i, period.next).some(({ lower }) => ending.test(lower))
            ? period.from
            : period.to,
        from: period.from,
        role,
      });
    }
    i = period.next;
  }
  return found;
}

/**
 * The deadline that a text states, or null. Of several the plainest is taken ("by 2030" before "in 2029"), and of
 * those one that has not passed.
 *
 * `parseDeadline('prices will double by Q2 2027', '2026-03-01')` is `{ text: 'by Q2 2027', date: '2027-06-30', ... }`;
 * "by" and "in" a period run to its last day, "before" a period to its first; "in 18 months" runs to the end of that
 * month, "within three years" to the same day then, "in three years" and "three years from now" to the end of that year.
 */
export function parseDeadline(text: string, publishedAt: string): TimeMention | null {
  return bestDeadline(timesIn(tokenize(text), publishedAt, text), publishedAt);
}

/**
 * The mention that bounds a claim, from those of one sentence: a limit before a mere time, one ahead before one that has
 * passed, and of equals the nearest to the cue at offset `near`.
 */
export function bestDeadline(
  times: readonly TimeMention[],
  publishedAt: string,
  near = 0,
): TimeMention | null {
  const rank = (time: TimeMention) =>
    (time.date < publishedAt ? 10 : 0) +
    (time.role === 'limit' ? 0 : time.role === 'topic' ? 2 : time.role === 'bare' ? 3 : 1);
  // What stands behind the cue belongs to it rather than what stands before.
  const distance = ({ start }: TimeMention) => (start >= near ? start - near : near - start + BEFORE);
  return times
    .filter((time) => time.role !== 'bare' || time.date >= publishedAt)
    .reduce<TimeMention | null>((best, time) => {
      if (!best || rank(time) !== rank(best)) return !best || rank(time) < rank(best) ? time : best;
      return distance(time) < distance(best) ? time : best;
    }, null);
}

/** How many characters nearer a time before the cue must be to outdo one behind it. */
const BEFORE = 60;

const isPreposition = (word: string) =>
  LIMITS.has(word) || INSIDE.has(word) || TOPIC.has(word) || ['within', 'over', 'inside'].includes(word);

function roleOf(preposition: string, period: Period): Role | null {
  if (NOT_LIMITS.has(preposition)) return null;
  if (LIMITS.has(preposition)) return 'limit';
  if (['within', 'over', 'inside'].includes(preposition)) return 'span';
  if (INSIDE.has(preposition)) return 'in';
  if (period.relative) return 'in';
  // "For 2027" may be a topic; "for September" and "for 5 May" are when.
  if (preposition === 'for' && period.from.slice(0, 7) === period.to.slice(0, 7)) return 'in';
  return TOPIC.has(preposition) ? 'topic' : 'bare';
}

/** Words that can open a time, digits aside: most tokens are told apart by one look-up. */
const OPENERS = new Set([
  ...MONTHS,
  ...SHORT,
  'sept',
  ...DAYS,
  ...Object.keys(NUMBERS),
  ...Object.keys(ORDINALS),
  ...Object.keys(SEASONS),
  ...'the few several end close middle start beginning turn early late mid next coming following this current new later earlier sometime about around roughly another just tonight tomorrow christmas year year-end yearend q1 q2 q3 q4 h1 h2'.split(
    ' ',
  ),
]);

const opens = (text: string): boolean =>
  OPENERS.has(text) || /^(?:\d|fy\d|(?:first|second|third|fourth)-)/.test(text);

function mayBegin(s: Scan, i: number): boolean {
  const first = s.at(i);
  if (!opens(first)) return false;
  if (!/^(?:the|an?|about|around|just|another|roughly)$/.test(first)) return true;
  return opens(s.at(i + 1)) || s.at(i + 1) in UNITS;
}

function periodAt(s: Scan, i: number): Period | null {
  return (
    edgeOf(s, i) ??
    spanAhead(s, i) ??
    dayOf(s, i) ??
    quarterOf(s, i) ??
    seasonOf(s, i) ??
    monthOf(s, i) ??
    namedPeriod(s, i) ??
    yearOf(s, i)
  );
}
