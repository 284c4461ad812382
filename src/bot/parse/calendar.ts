import { TZDate } from '@date-fns/tz';
import {
  addDays,
  addHours,
  addMinutes,
  addMonths,
  addQuarters,
  addWeeks,
  addYears,
  startOfDay,
  startOfMonth,
  startOfQuarter,
  startOfWeek,
  startOfYear,
} from 'date-fns';
import type { When } from '../when.ts';
import type { Duration, Unit } from './durations.ts';

/** A stretch of the calendar, `end` exclusive. An exact time of day has `end === start`. */
export interface Period {
  readonly start: Date;
  readonly end: Date;
}

/** A day has 25 hours when summer time ends; anything longer is more than a day. */
export const longestDay = 26 * 3_600_000;

/** All reckoning is done on TZDate, so that days begin at the community's midnight, daylight saving included. */
export class Calendar {
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

export const period = (start: Date, end: Date): Period => ({
  start: new Date(start.getTime()),
  end: new Date(end.getTime()),
});

export const plausible = (year: number): boolean => year >= 1900 && year <= 2200;
