import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { showPoints } from '../../markets/core/money.ts';
import { withUnit } from '../../markets/core/quantity.ts';
import type { Minor } from '../../markets/core/types.ts';
import type { When } from '../when.ts';

/** What stands where a figure is not defined. Views say the reason beside it. */
export const undefinedMark = '–';

const trimmed = (value: number, digits: number): string => String(Number(value.toFixed(digits)));

/**
 * A probability that was computed (crowd, price): 0%, <1%, 12.5%, >99%, 100%; a dash when there is none.
 * Only what is exactly 0 or 1 is called so.
 */
export function percent(p: number | null | undefined): string {
  if (p === null || p === undefined || Number.isNaN(p)) return undefinedMark;
  if (p <= 0) return '0%';
  if (p >= 1) return '100%';
  if (p < 0.01) return '<1%';
  if (p > 0.99) return '>99%';
  return `${trimmed(p * 100, 1)}%`;
}

/** A probability as somebody stated it, so that they see what was understood: 0.5%, 33.33%, 99.95%. */
export function statedPercent(p: number): string {
  if (p > 0 && p < 0.0001) return '<0.01%';
  if (p < 1 && p > 0.9999) return '>99.99%';
  return `${trimmed(p * 100, 2)}%`;
}

/** A score with three decimals, "0.140"; signed where a sign means something ("+0.020", "−0.020"). */
export function score(
  value: number | null | undefined,
  options: { signed?: boolean; digits?: number } = {},
): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return undefinedMark;
  const rounded = Number(value.toFixed(options.digits ?? 3));
  const digits = Math.abs(rounded).toFixed(options.digits ?? 3);
  if (rounded < 0) return `−${digits}`;
  return options.signed && rounded > 0 ? `+${digits}` : digits;
}

/** Points or shares out of minor units with thousands separated: 123450n is "1,234.5". */
export function formatPoints(amount: Minor, options: { signed?: boolean } = {}): string {
  const sign = options.signed && amount > 0n ? '+' : '';
  return `${sign}${showPoints(amount).replace('-', '−')}`;
}

/** "1 point", "1,250 points". */
export const points = (amount: Minor): string =>
  `${formatPoints(amount)} ${amount === 100n ? 'point' : 'points'}`;

/** "1 share", "62.4 shares". */
export const shares = (amount: Minor): string =>
  `${formatPoints(amount)} ${amount === 100n ? 'share' : 'shares'}`;

/** A number without the noise of digits: "1,250", "0.125", "5e26". */
function figures(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 0.001))
    return Number(value.toPrecision(3)).toExponential().replace('e+', 'e');
  const digits = size >= 1000 ? 0 : size >= 10 ? 1 : 3;
  return Number(value.toFixed(digits)).toLocaleString('en-US', { maximumFractionDigits: digits });
}

/** A number of a numeric question with its unit: "1,250 GWh", "3.5%", "$12", "5e26 FLOP". */
export function quantity(value: number, unit: string | null): string {
  return withUnit(figures(value), unit);
}

/** "3 questions", "1 question". */
export const count = (n: number, one: string, many = `${one}s`): string =>
  `${n.toLocaleString('en-US')} ${n === 1 ? one : many}`;

/** "Thursday 31 December 2026". */
export const day = (at: Date, when: Pick<When, 'timeZone'>): string =>
  format(new TZDate(at.getTime(), when.timeZone), 'EEEE d MMMM yyyy');

/** "31 Dec 2026". */
export const shortDay = (at: Date, when: Pick<When, 'timeZone'>): string =>
  format(new TZDate(at.getTime(), when.timeZone), 'd MMM yyyy');

/** "31 Dec, 23:59", where what is told lasts hours rather than weeks. */
export const shortMoment = (at: Date, when: Pick<When, 'timeZone'>): string =>
  format(new TZDate(at.getTime(), when.timeZone), 'd MMM, HH:mm');

/** "Thursday 31 December 2026, 23:59 (Europe/Vienna)": a moment in full, as it is shown before it counts. */
export const moment = (at: Date, when: Pick<When, 'timeZone'>): string =>
  `${format(new TZDate(at.getTime(), when.timeZone), 'EEEE d MMMM yyyy, HH:mm')} (${when.timeZone})`;

/** "3 days", "1.5 hours", "40 minutes": a span as one figure. */
export function span(milliseconds: number): string {
  const minutes = milliseconds / 60_000;
  if (minutes < 1) return 'under a minute';
  if (minutes < 90) return count(Math.round(minutes), 'minute');
  if (minutes < 36 * 60) return `${trimmed(minutes / 60, 1)} hours`;
  return `${trimmed(minutes / 1440, minutes < 14_400 ? 1 : 0)} days`;
}

/** The first letters by which the outcomes of a choice are called: A, B, ... Z, AA. */
export const letter = (index: number): string =>
  index < 26 ? String.fromCharCode(65 + index) : `${letter(Math.floor(index / 26) - 1)}${letter(index % 26)}`;

/** Cuts a text to `length` characters, with an ellipsis where something is missing. */
export function shorten(text: string, length: number): string {
  const characters = [...text];
  return characters.length <= length
    ? text
    : `${characters
        .slice(0, length - 1)
        .join('')
        .trimEnd()}…`;
}
