import { Refusal } from './refusal.ts';

/** A stretch of time by which standings are kept: from inclusive, to exclusive; null is without end. */
export interface Bounds {
  readonly from: Date | null;
  readonly to: Date | null;
}

/**
 * The windows that an instant belongs to, by UTC calendar: all time, year, quarter, month. Totals are kept by these names,
 * so they must not change when a community changes its time zone.
 *
 * @example windowsOf(new Date('2026-11-22')) // ['all', '2026', '2026-Q4', '2026-11']
 */
export function windowsOf(at: Date): readonly [string, string, string, string] {
  const year = String(at.getUTCFullYear());
  const month = at.getUTCMonth();
  return [
    'all',
    year,
    `${year}-Q${Math.floor(month / 3) + 1}`,
    `${year}-${String(month + 1).padStart(2, '0')}`,
  ];
}

const shape = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/;

/**
 * The bounds of a calendar window, or null where the name is none (a season's, say).
 *
 * @example windowBounds('2026-Q4') // 2026-10-01 to 2027-01-01
 */
export function windowBounds(name: string): Bounds | null {
  if (name === 'all') return { from: null, to: null };
  const found = shape.exec(name);
  if (!found?.[1]) return null;
  const year = Number(found[1]);
  const first = found[2] ? (Number(found[2]) - 1) * 3 : found[3] ? Number(found[3]) - 1 : 0;
  const months = found[2] ? 3 : found[3] ? 1 : 12;
  return { from: new Date(Date.UTC(year, first)), to: new Date(Date.UTC(year, first + months)) };
}

/** Bounds that a member typed or a season was given, held to their order. Throws `Refusal('out-of-range')`. */
export function checkedBounds(from: Date, to: Date): { from: Date; to: Date } {
  if (from >= to) {
    throw new Refusal(
      'out-of-range',
      `The time from ${from.toISOString()} to ${to.toISOString()} is empty.`,
      'Give an earlier start or a later end.',
    );
  }
  return { from, to };
}
