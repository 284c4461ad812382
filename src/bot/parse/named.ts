import { TZDate } from '@date-fns/tz';
import { addDays, addMonths, startOfDay } from 'date-fns';
import { Refusal } from '../../markets/core/refusal.ts';
import { Calendar, type Period, period, plausible } from './calendar.ts';
import { type Duration, readDuration } from './durations.ts';
import { lookup } from './lookup.ts';

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

/** A day, month, quarter, half, week or year by name; null when it is none of our grammar. */
export function named(t: string, c: Calendar): Period | null {
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
