import type { Minor } from './types.ts';

/** Minor units in one point, and in one share that pays one point. */
export const unit = 100n;

/** Whole points as minor units. @example points(5) === 500n */
export const points = (whole: number): Minor => BigInt(whole) * unit;

/** Minor units as a number of points, for arithmetic that rounds afterwards and for showing. @example inPoints(1250n) === 12.5 */
export const inPoints = (minor: Minor): number => Number(minor) / Number(unit);

/** Thousands separated. @example showPoints(1250n) === '12.5'; showPoints(-300n) === '-3'; showPoints(100_000n) === '1,000' */
export function showPoints(minor: Minor): string {
  const size = minor < 0n ? -minor : minor;
  const cents = (size % unit).toString().padStart(2, '0').replace(/0+$/, '');
  return `${minor < 0n ? '-' : ''}${(size / unit).toLocaleString('en-US')}${cents && `.${cents}`}`;
}

/** The smallest of some amounts; nulls set no bound. */
export const least = (first: Minor, ...more: readonly (Minor | null)[]): Minor =>
  more.reduce<Minor>((lowest, x) => (x !== null && x < lowest ? x : lowest), first);
