import { TZDate } from '@date-fns/tz';
import { addDays } from 'date-fns';
import type { CommunitySettings } from './settings.ts';

export type Schedule = NonNullable<CommunitySettings['leaderboardSchedule']>;

const pad = (n: number): string => String(n).padStart(2, '0');

/** The local calendar day of an instant, `YYYY-MM-DD`. */
export function localDay(at: Date, timeZone: string): string {
  const local = new TZDate(at.getTime(), timeZone);
  return `${local.getFullYear()}-${pad(local.getMonth() + 1)}-${pad(local.getDate())}`;
}

/** The instant of a wall-clock time on a local day. A time that the clocks skip is moved on by the skip; of two, the later. */
function instantOf(day: TZDate, hour: number, minute: number, timeZone: string): Date {
  return new Date(
    new TZDate(day.getFullYear(), day.getMonth(), day.getDate(), hour, minute, timeZone).getTime(),
  );
}

/** The daily times of a wall clock around an instant, the days before and after it included. */
function* days(at: Date, timeZone: string, count: number, step: 1 | -1): Generator<TZDate> {
  // Noon is never skipped, so adding days to it never slips into a neighbour.
  const local = new TZDate(at.getTime(), timeZone);
  const noon = new TZDate(local.getFullYear(), local.getMonth(), local.getDate(), 12, timeZone);
  for (let i = -1; i < count; i++) yield addDays(noon, i * step);
}

const matches = (day: TZDate, weekday: number): boolean =>
  weekday === 0 ? day.getDate() === 1 : (day.getDay() || 7) === weekday;

/**
 * The latest scheduled instant at or before `at`: what should have been posted by now. Wall-clock times hold across
 * daylight saving, so 09:00 in Berlin is 08:00 UTC in winter and 07:00 UTC in summer.
 *
 * @example lastScheduled({ weekday: 1, hour: 9, minute: 0 }, 'Europe/Berlin', new Date('2026-11-25T00:00Z'))
 *          // 2026-11-23T08:00Z, a Monday
 */
export function lastScheduled(schedule: Schedule, timeZone: string, at: Date): Date {
  for (const day of days(at, timeZone, 32, -1)) {
    if (!matches(day, schedule.weekday)) continue;
    const instant = instantOf(day, schedule.hour, schedule.minute, timeZone);
    if (instant <= at) return instant;
  }
  throw new Error('a month without a scheduled day');
}

/** The first scheduled instant after `at`. */
export function nextScheduled(schedule: Schedule, timeZone: string, at: Date): Date {
  for (const day of days(at, timeZone, 33, 1)) {
    if (!matches(day, schedule.weekday)) continue;
    const instant = instantOf(day, schedule.hour, schedule.minute, timeZone);
    if (instant > at) return instant;
  }
  throw new Error('a month without a scheduled day');
}

/** The latest instant at or before `at` at which the local clock shows this hour: when daily digests are due. */
export function lastDaily(hour: number, timeZone: string, at: Date): Date {
  for (const day of days(at, timeZone, 3, -1)) {
    const instant = instantOf(day, hour, 0, timeZone);
    if (instant <= at) return instant;
  }
  throw new Error('three days without this hour');
}

/** ISO week of the local day, `2026-W48`: the key under which the weekly allowance is given once. */
export function localWeek(at: Date, timeZone: string): string {
  const local = new TZDate(at.getTime(), timeZone);
  const noon = new TZDate(local.getFullYear(), local.getMonth(), local.getDate(), 12, timeZone);
  // ISO 8601: a week belongs to the year of its Thursday.
  const thursday = addDays(noon, 4 - (noon.getDay() || 7));
  const first = new TZDate(thursday.getFullYear(), 0, 1, 12, timeZone);
  const week = 1 + Math.floor(Math.round((thursday.getTime() - first.getTime()) / 86_400_000) / 7);
  return `${thursday.getFullYear()}-W${pad(week)}`;
}
