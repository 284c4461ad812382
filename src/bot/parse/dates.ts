import { TZDate } from '@date-fns/tz';
import {
  addDays,
  addHours,
  addMinutes,
  addMonths,
  addQuarters,
  addWeeks,
  addYears,
  format,
  startOfDay,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from 'date-fns';
import { Refusal } from '../../markets/core/refusal.ts';
import { day, moment } from '../views/format.ts';
import type { When } from '../when.ts';
import { type Duration, readDuration, type Unit } from './durations.ts';
import { lookup } from './lookup.ts';

/** A stretch of the calendar, `end` exclusive. An exact time of day has `end === start`. */
export interface Period {
  readonly start: Date;
  readonly end: Date;
}

const howTo =
  'Write it like 2026-12-31, 31 Dec, Friday, tomorrow 17:00, in 3 weeks, end of Q2 or end of next year.';

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const monthNames =
  'january february march april may june july august september october november december'.split(' ');
const weekdays = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');

const monthOf = (word: string | undefined): number | null => {
  if (word === undefined) return null;
  const index = monthNames.findIndex((name) => name === word || (word === 'sept' && name === 'september'));
  return index >= 0 ? index : months.includes(word) ? months.indexOf(word) : null;
};
const titled = (word = ''): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}`;
const weekdayOf = (word: string | undefined): number | null => {
  const index =
    word === undefined
      ? -1
      : weekdays.findIndex((name) => name === word || (word.length >= 3 && name.startsWith(word)));
  return index < 0 ? null : index;
};

/** A day has 25 hours when summer time ends; anything longer is more than a day. */
const longestDay = 26 * 3_600_000;

/** All reckoning is done on TZDate, so that days begin at the community's midnight, daylight saving included. */
class Calendar {
  readonly now: TZDate;
  readonly zone: string;
  readonly past: boolean;

  constructor(when: When, past: boolean) {
    this.zone = when.timeZone;
    this.now = new TZDate(when.now.getTime(), when.timeZone);
    this.past = past;
  }

  date(year: number, month: number, dayOfMonth: number): TZDate | null {
    const at = new TZDate(year, month, dayOfMonth, this.zone);
    return at.getFullYear() === year && at.getMonth() === month && at.getDate() === dayOfMonth ? at : null;
  }

  /** The stretch of one unit that holds `at`. Weeks begin on Monday. */
  around(at: TZDate, unit: Exclude<Unit, 'minute' | 'hour'>): Period {
    switch (unit) {
      case 'day':
        return period(startOfDay(at), addDays(startOfDay(at), 1));
      case 'week': {
        const start = startOfWeek(at, { weekStartsOn: 1 });
        return period(start, addWeeks(start, 1));
      }
      case 'month':
        return period(startOfMonth(at), addMonths(startOfMonth(at), 1));
      case 'quarter':
        return period(startOfQuarter(at), addQuarters(startOfQuarter(at), 1));
      case 'year':
        return period(startOfYear(at), addYears(startOfYear(at), 1));
    }
  }

  add({ amount, unit }: Duration): TZDate {
    switch (unit) {
      case 'minute':
        return addMinutes(this.now, amount);
      case 'hour':
        return addHours(this.now, amount);
      case 'day':
        return addDays(this.now, amount);
      case 'week':
        return addWeeks(this.now, amount);
      case 'month':
        return addMonths(this.now, amount);
      case 'quarter':
        return addQuarters(this.now, amount);
      case 'year':
        return addYears(this.now, amount);
    }
  }
}

const period = (start: Date, end: Date): Period => ({
  start: new Date(start.getTime()),
  end: new Date(end.getTime()),
});

const plausible = (year: number): boolean => year >= 1900 && year <= 2200;

/** A day, month, quarter, half, week or year by name; null when it is none of our grammar. */
function named(t: string, c: Calendar): Period | null {
  const simple: Readonly<Record<string, number>> = {
    today: 0,
    tonight: 0,
    tomorrow: 1,
    yesterday: -1,
    'the day after tomorrow': 2,
    'day after tomorrow': 2,
    'day before yesterday': -2,
  };
  const offset = lookup(simple, t);
  if (offset !== undefined) return c.around(addDays(c.now, offset), 'day');

  let m = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(t) ?? /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/.exec(t);
  if (m) return exactDay(c, Number(m[1]), Number(m[2]) - 1, Number(m[3]));
  m = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?$/.exec(t);
  if (m) return dayOfYear(c, Number(m[1]), Number(m[2]) - 1, m[3]);
  m = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(t);
  if (m) return slashed(c, Number(m[1]), Number(m[2]), Number(m[3]), t);

  m = /^(\d{1,2})(?:st|nd|rd|th)?\.? (?:of )?([a-z]+)\.?(?: (\d{4}))?$/.exec(t);
  const dayFirst = monthOf(m?.[2]);
  if (m && dayFirst !== null) return dayOfYear(c, Number(m[1]), dayFirst, m[3]);
  m = /^([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?(?: (\d{4}))?$/.exec(t);
  const monthFirst = monthOf(m?.[1]);
  if (m && monthFirst !== null) return dayOfYear(c, Number(m[2]), monthFirst, m[3]);

  m = /^(\d{4})-(\d{1,2})$/.exec(t);
  if (m) return month(c, Number(m[2]) - 1, m[1]);
  m = /^(?:(this|next|last) )?([a-z]+)\.?(?: (\d{4}))?$/.exec(t);
  const monthAlone = monthOf(m?.[2]);
  if (m && monthAlone !== null && m[1] === undefined) return month(c, monthAlone, m[3]);

  m = /^(\d{4})$/.exec(t);
  if (m && plausible(Number(m[1]))) return c.around(new TZDate(Number(m[1]), 0, 1, c.zone), 'year');
  m = /^q([1-4])(?:[ -]?(?:of )?(\d{4}))?$/.exec(t) ?? swap(/^(\d{4})[ -]?q([1-4])$/.exec(t));
  if (m) return quarter(c, Number(m[1]), m[2]);
  m = /^h([12])[ -]?(\d{4})$/.exec(t) ?? swap(/^(\d{4})[ -]?h([12])$/.exec(t));
  if (m && plausible(Number(m[2]))) {
    const start = new TZDate(Number(m[2]), m[1] === '1' ? 0 : 6, 1, c.zone);
    return period(start, addMonths(start, 6));
  }

  m = /^(this|next|last|the|current|coming) (day|week|month|quarter|year)$/.exec(t);
  if (m) {
    const unit = m[2] as 'day' | 'week' | 'month' | 'quarter' | 'year';
    const steps = m[1] === 'next' || m[1] === 'coming' ? 1 : m[1] === 'last' ? -1 : 0;
    const shifted = new Calendar({ now: c.now, timeZone: c.zone }, c.past).add({ amount: steps, unit });
    return c.around(shifted, unit);
  }
  m = /^(?:(this|next|last|coming) )?([a-z]{3,9})$/.exec(t);
  const weekday = weekdayOf(m?.[2]);
  if (m && weekday !== null) return weekdayPeriod(c, weekday, m[1]);

  m = /^(?:in )?(?:the )?(.+?)(?: from now)?$/.exec(t);
  const ahead = readDuration(m?.[1] ?? '');
  if (ahead) return spanFrom(c, ahead);
  m = /^(.+) ago$/.exec(t);
  const back = readDuration(m?.[1] ?? '');
  if (back) return spanFrom(c, { amount: -back.amount, unit: back.unit });
  return null;
}

/** Puts year and part of a year the other way round, for patterns that write the year first. */
function swap(m: RegExpExecArray | null): RegExpExecArray | null {
  if (m) [m[1], m[2]] = [m[2] ?? '', m[1] ?? ''];
  return m;
}

function exactDay(c: Calendar, year: number, monthIndex: number, dayOfMonth: number): Period | null {
  const at = plausible(year) ? c.date(year, monthIndex, dayOfMonth) : null;
  return at && c.around(at, 'day');
}

/** Without a year: the coming one of that day (today included), or the latest where the past is meant. */
function dayOfYear(
  c: Calendar,
  dayOfMonth: number,
  monthIndex: number,
  year: string | undefined,
): Period | null {
  if (year !== undefined) return exactDay(c, Number(year), monthIndex, dayOfMonth);
  const thisYear = c.now.getFullYear();
  const today = startOfDay(c.now).getTime();
  // 29 February may be four (over a century's turn eight) years away.
  for (let step = 0; step <= 8; step++) {
    const at = c.date(thisYear + (c.past ? -step : step), monthIndex, dayOfMonth);
    if (at && (c.past ? at.getTime() <= today : at.getTime() >= today)) return c.around(at, 'day');
  }
  return null;
}

function slashed(c: Calendar, a: number, b: number, year: number, t: string): Period | null {
  if (a === b || b > 12) return exactDay(c, year, a - 1, b);
  if (a > 12) return exactDay(c, year, b - 1, a);
  throw new Refusal(
    'not-understood',
    `"${t}" may mean ${a} ${titled(monthNames[b - 1])} or ${b} ${titled(monthNames[a - 1])}.`,
    `Write ${year}-${String(b).padStart(2, '0')}-${String(a).padStart(2, '0')} for the first, or name the month.`,
  );
}

function month(c: Calendar, monthIndex: number, year: string | undefined): Period | null {
  if (monthIndex < 0 || monthIndex > 11) return null;
  if (year !== undefined) {
    return plausible(Number(year))
      ? c.around(new TZDate(Number(year), monthIndex, 1, c.zone), 'month')
      : null;
  }
  const thisYear = c.now.getFullYear();
  const step = c.past ? (monthIndex > c.now.getMonth() ? -1 : 0) : monthIndex < c.now.getMonth() ? 1 : 0;
  return c.around(new TZDate(thisYear + step, monthIndex, 1, c.zone), 'month');
}

function quarter(c: Calendar, n: number, year: string | undefined): Period | null {
  const current = Math.floor(c.now.getMonth() / 3) + 1;
  const step = c.past ? (n > current ? -1 : 0) : n < current ? 1 : 0;
  const y = year === undefined ? c.now.getFullYear() + step : Number(year);
  return plausible(y) ? c.around(new TZDate(y, (n - 1) * 3, 1, c.zone), 'quarter') : null;
}

/** "Friday" is the coming one, never today; "next Friday" that of next week; "last Friday" the one gone by. */
function weekdayPeriod(c: Calendar, weekday: number, word: string | undefined): Period {
  const today = (c.now.getDay() + 6) % 7;
  const forward = (weekday - today + 7) % 7 || 7;
  const back = -((today - weekday + 7) % 7 || 7);
  const steps = word === 'next' ? 7 - today + weekday : word === 'last' || (c.past && !word) ? back : forward;
  return c.around(addDays(c.now, steps), 'day');
}

function spanFrom(c: Calendar, duration: Duration): Period {
  const at = c.add(duration);
  if (duration.unit === 'minute' || duration.unit === 'hour') return period(at, at);
  return c.around(at, 'day');
}

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
