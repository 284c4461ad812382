import { TZDate } from '@date-fns/tz';
import { addDays, format } from 'date-fns';
import { Refusal } from '../../markets/core/refusal.ts';
import { day, moment } from '../views/format.ts';
import type { When } from '../when.ts';
import { Calendar, longestDay, type Period, period, plausible } from './calendar.ts';
import { lookup } from './lookup.ts';
import { named } from './named.ts';

const howTo =
  'Write it like 2026-12-31, 31 Dec, Friday, tomorrow 17:00, in 3 weeks, end of Q2 or end of next year.';

/** A time of day at the end of the text: "17:00", "5pm", "5:30 pm", "noon"; the rest of the text is returned with it. */
function splitTime(t: string): { rest: string; minutes: number; zone: string | null } | null {
  const zone = /(?: ?(utc|gmt|z))$/.exec(t);
  const bare = zone ? t.slice(0, -zone[0].length) : t;
  const word = /^(.*?)(?:^| |,)(?:at )?(noon|midday|midnight)$/.exec(bare);
  if (word) return { rest: word[1] ?? '', minutes: word[2] === 'midnight' ? 0 : 720, zone: zone && 'UTC' };
  const m =
    /^(.*?)(?:^| |,|(?<=\d)t)(?:at )?(\d{1,2})[:.h](\d{2})(?::\d{2}(?:\.\d+)?)? ?(am|pm|a\.m\.|p\.m\.)?$/.exec(
      bare,
    ) ?? /^(.*?)(?:^| |,)(?:at )?(\d{1,2})() ?(am|pm|a\.m\.|p\.m\.)$/.exec(bare);
  if (!m) return null;
  let hour = Number(m[2]);
  const minute = Number(m[3] || '0');
  const half = m[4]?.replaceAll('.', '');
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (half === 'pm' ? 12 : 0);
  }
  if (hour > 23 || minute > 59) return null;
  return { rest: m[1] ?? '', minutes: hour * 60 + minute, zone: zone && 'UTC' };
}

/**
 * A date as people write it, read in the community's time zone: a day, a longer stretch of the calendar, or a moment.
 *
 * Without a year the coming one is meant, or with `past` the latest. "Friday" is the coming Friday, never today; "next
 * Friday" the one of next week (weeks begin on Monday). "in 3 weeks" is that day; "in 2 hours" that minute.
 *
 * @param past true where a day gone by is asked for ("when was it known?")
 * @throws Refusal when it is not understood or no such day exists
 * @example readPeriod('Q2 2027', { now, timeZone: 'UTC' }) // 2027-04-01 .. 2027-07-01
 */
export function readPeriod(text: string, when: When, past = false): Period {
  const original = text.trim();
  const t = original
    .normalize('NFKC')
    .toLowerCase()
    .replace(/,/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^(?:by|on|until|till|at|from|since)(?: the)? /, '')
    .trim();
  const c = new Calendar(when, past);
  if (t === 'now') return period(c.now, c.now);
  if (t.length > 0 && t.length <= 60) {
    const stamp = zoned(original);
    if (stamp) return period(stamp, stamp);
    const found = stretch(t, c) ?? timed(t, c);
    if (found) return found;
  }
  throw new Refusal('not-understood', `I can't read "${original.slice(0, 80)}" as a date.`, howTo);
}

/** A full timestamp that names its own offset, "2026-12-31T17:00:00+02:00". */
function zoned(text: string): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:Z|[+-]\d{2}:\d{2})$/i.test(text))
    return null;
  const at = new Date(text.replace(' ', 'T').toUpperCase());
  return Number.isNaN(at.getTime()) || !plausible(at.getUTCFullYear()) ? null : at;
}

/** Whole days and longer: "end of next year", "start of Q2", "before 2027", "31 Dec". */
function stretch(t: string, c: Calendar): Period | null {
  const short: Readonly<Record<string, string>> = {
    eod: 'end of today',
    eow: 'end of this week',
    eom: 'end of this month',
    eoq: 'end of this quarter',
    eoy: 'end of this year',
    'year end': 'end of this year',
    'year-end': 'end of this year',
    'month end': 'end of this month',
    'month-end': 'end of this month',
  };
  const m = /^(?:the )?(end|start|beginning|before)(?: of)? (.+)$/.exec(lookup(short, t) ?? t);
  if (!m) return named(t, c);
  const what = (m[2] ?? '').replace(/^(day|week|month|quarter|year)$/, 'this $1');
  const inner = named(what, c);
  if (!inner) return null;
  switch (m[1]) {
    case 'end':
      return c.around(new TZDate(inner.end.getTime() - 1, c.zone), 'day');
    case 'before':
      return c.around(new TZDate(inner.start.getTime() - 1, c.zone), 'day');
    default:
      return c.around(new TZDate(inner.start.getTime(), c.zone), 'day');
  }
}

/** "6pm tomorrow", "17:00 on 31 dec": the time of day goes last, where it is read. */
const timeLast = (t: string): string =>
  t.replace(
    /^((?:noon|midday|midnight|\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?|\d{1,2} ?[ap]\.?m\.?)(?: ?(?:utc|gmt))?) (?:on )?(.+)$/,
    '$2 $1',
  );

function timed(t: string, c: Calendar): Period | null {
  const split = splitTime(timeLast(t));
  if (!split) return null;
  const zone = split.zone ?? c.zone;
  const rest = split.rest.replace(/ at$/, '').trim();
  const inner = rest === '' ? c.around(c.now, 'day') : stretch(rest, c);
  if (!inner || inner.end.getTime() - inner.start.getTime() > longestDay) return null;
  const first = new TZDate(inner.start.getTime(), c.zone);
  const at = new TZDate(
    first.getFullYear(),
    first.getMonth(),
    first.getDate(),
    Math.floor(split.minutes / 60),
    split.minutes % 60,
    zone,
  );
  // A bare time of day that has passed means tomorrow's.
  if (rest === '' && !c.past && at.getTime() <= c.now.getTime())
    return period(addDays(at, 1), addDays(at, 1));
  return period(at, at);
}

/**
 * A date until which something runs: the last minute of the day or stretch that was written, or the exact moment.
 *
 * @throws Refusal also when it lies in the past
 * @example readDeadline('31 Dec', when) // 31 December, 23:59 in the community's time zone
 */
export function readDeadline(text: string, when: When): Date {
  const read = readPeriod(text, when);
  const at = read.end > read.start ? new Date(read.end.getTime() - 60_000) : read.start;
  if (at.getTime() > when.now.getTime()) return at;
  throw new Refusal(
    'out-of-range',
    `I read "${text.trim()}" as ${moment(at, when)}, which has passed.`,
    `It is now ${moment(when.now, when)}. Write a later date.`,
  );
}

/**
 * A date from which something runs: the first minute of the day or stretch that was written, or the exact moment; the
 * present for one that has begun but not ended.
 *
 * @throws Refusal when it is over
 * @example readStart('1 Jan 2027', when) // 1 January, 00:00 in the community's time zone
 */
export function readStart(text: string, when: When): Date {
  const { start } = readPeriod(text, when);
  if (start.getTime() > when.now.getTime()) return start;
  readDeadline(text, when);
  return when.now;
}

/**
 * When something came to be known: the beginning of the day that was written, since scoring stops there and nobody should
 * gain by a forecast made with the answer at hand; the present moment for today; or the exact moment. Where the day began
 * before `opensAt`, its end is taken, so that something is left to score.
 *
 * @throws Refusal also when it lies in the future or spans more than a day
 */
export function readKnownAt(text: string, when: When, opensAt: Date): Date {
  const read = readPeriod(text, when, true);
  if (read.end.getTime() - read.start.getTime() > longestDay) {
    throw new Refusal(
      'not-understood',
      `"${text.trim()}" is longer than a day.`,
      'Name the day, like 20 Nov or yesterday.',
    );
  }
  if (read.start.getTime() > when.now.getTime()) {
    throw new Refusal(
      'out-of-range',
      `I read "${text.trim()}" as ${day(read.start, when)}, which lies ahead.`,
      'The day on which the truth was known cannot be later than now.',
    );
  }
  if (read.end > when.now) return when.now;
  const opened = read.start <= opensAt && opensAt < read.end;
  return opened ? new Date(read.end.getTime() - 60_000) : read.start;
}

/** A moment as `readPeriod` reads it back, for fields that are filled in: "2026-12-31 23:59". */
export const typedMoment = (at: Date, when: Pick<When, 'timeZone'>): string =>
  format(new TZDate(at.getTime(), when.timeZone), 'yyyy-MM-dd HH:mm');
