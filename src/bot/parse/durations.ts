import { lookup } from './lookup.ts';

export type Unit = 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year';

export interface Duration {
  readonly amount: number;
  readonly unit: Unit;
}

const units: Readonly<Record<string, Unit>> = {
  min: 'minute',
  mins: 'minute',
  minute: 'minute',
  minutes: 'minute',
  h: 'hour',
  hr: 'hour',
  hrs: 'hour',
  hour: 'hour',
  hours: 'hour',
  d: 'day',
  day: 'day',
  days: 'day',
  night: 'day',
  nights: 'day',
  w: 'week',
  wk: 'week',
  wks: 'week',
  week: 'week',
  weeks: 'week',
  fortnight: 'week',
  fortnights: 'week',
  mo: 'month',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  y: 'year',
  yr: 'year',
  yrs: 'year',
  year: 'year',
  years: 'year',
};

const words: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  twelve: 12,
};

/**
 * A span as people write it: "3 weeks", "a month", "2h", "90 min". Whole numbers; half an hour is "30 min".
 *
 * @returns null when it is none, or more than 100 years of it
 * @example readDuration('3 weeks') // { amount: 3, unit: 'week' }
 */
export function readDuration(text: string): Duration | null {
  const match = /^(\d{1,6}|[a-z]+)\s*([a-z]+)$/.exec(text.trim().toLowerCase());
  if (!match) return null;
  const [amountText = '', unitText = ''] = match.slice(1);
  const unit = lookup(units, unitText);
  const amount = /^\d/.test(amountText) ? Number(amountText) : lookup(words, amountText);
  if (unit === undefined || amount === undefined) return null;
  const total = unitText.startsWith('fortnight') ? amount * 2 : amount;
  return roughDays[unit] * total > 36_525 ? null : { amount: total, unit };
}

const roughDays: Readonly<Record<Unit, number>> = {
  minute: 1 / 1440,
  hour: 1 / 24,
  day: 1,
  week: 7,
  month: 30.4,
  quarter: 91.3,
  year: 365.25,
};
