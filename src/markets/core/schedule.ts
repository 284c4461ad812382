import { tzOffset } from '@date-fns/tz';
import type { CommunitySettings } from './settings.ts';

export type Schedule = NonNullable<CommunitySettings['leaderboardSchedule']>;

const day = 86_400_000;
const minutes = (n: number): number => n * 60_000;

/**
 * Local time is handled as "wall time": the epoch milliseconds at which a clock in UTC would show what the local clock
 * shows. Calendar arithmetic is then plain UTC arithmetic, in which every day has 24 hours.
 */
const wallTime = (at: Date, timeZone: string): number => at.getTime() + minutes(tzOffset(timeZone, at));

/** The instant of a wall time. A time that the clocks skip is moved on by the skip; of one that comes twice, the first. */
function instantOf(wall: number, timeZone: string): Date {
  const withOffsetOf = (near: number) => new Date(wall - minutes(tzOffset(timeZone, new Date(near))));
  const before = withOffsetOf(wall - day);
  const after = withOffsetOf(wall + day);
  const right = [before, after].filter((t) => wallTime(t, timeZone) === wall);
  return new Date(Math.min(...(right.length > 0 ? right : [before]).map(Number)));
}

const midnight = (wall: number): number => Math.floor(wall / day) * day;

const matches = (wall: number, weekday: number): boolean => {
  const date = new Date(wall);
  return weekday === 0 ? date.getUTCDate() === 1 : (date.getUTCDay() || 7) === weekday;
};

/**
 * The latest scheduled instant at or before `at`: what should have been posted by now. Wall-clock times hold across
 * daylight saving, so 09:00 in Berlin is 08:00 UTC in winter and 07:00 UTC in summer.
 *
 * @example lastScheduled({ weekday: 1, hour: 9, minute: 0 }, 'Europe/Berlin', new Date('2026-11-25T00:00Z'))
 *          // 2026-11-23T08:00Z, a Monday
 */
export function lastScheduled(schedule: Schedule, timeZone: string, at: Date): Date {
  const today = midnight(wallTime(at, timeZone));
  for (let wall = today + day; wall > today - 40 * day; wall -= day) {
    if (!matches(wall, schedule.weekday)) continue;
    const instant = instantOf(wall + minutes(60 * schedule.hour + schedule.minute), timeZone);
    if (instant <= at) return instant;
  }
  throw new Error('40 days without a scheduled one');
}

/** The first scheduled instant after `at`. */
export function nextScheduled(schedule: Schedule, timeZone: string, at: Date): Date {
  const today = midnight(wallTime(at, timeZone));
  for (let wall = today - day; wall < today + 40 * day; wall += day) {
    if (!matches(wall, schedule.weekday)) continue;
    const instant = instantOf(wall + minutes(60 * schedule.hour + schedule.minute), timeZone);
    if (instant > at) return instant;
  }
  throw new Error('40 days without a scheduled one');
}

/** The latest instant at or before `at` at which the local clock shows this hour: when daily digests are due. */
export function lastDaily(hour: number, timeZone: string, at: Date): Date {
  const today = midnight(wallTime(at, timeZone));
  for (let wall = today + day; wall > today - 3 * day; wall -= day) {
    const instant = instantOf(wall + minutes(60 * hour), timeZone);
    if (instant <= at) return instant;
  }
  throw new Error('three days without this hour');
}
