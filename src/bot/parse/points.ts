import { Refusal } from '../../markets/core/refusal.ts';
import type { Minor } from '../../markets/core/types.ts';
import { formatPoints } from '../views/format.ts';
import { readDecimal } from './number.ts';

/** Above this an amount is a slip of the keyboard: no community's economy comes near it. */
const most = 1_000_000_000;

/**
 * An amount as people write it, in minor units: `50`, `1k`, `1,000 points`, and parts of what one has: `10%`, `half`,
 * `all`. Parts are rounded down to whole points, `all` is everything to the last minor unit.
 *
 * @param available what the parts are parts of, minor units; null when unknown, which refuses parts
 * @param unit what is counted, for the wording: "points" or "shares"
 * @throws Refusal for zero, negative and fractional amounts
 * @example readAmount('half', 101_00n, 'points') // 5000n
 */
export function readAmount(text: string, available: Minor | null, unit: 'points' | 'shares'): Minor {
  const original = text.trim();
  const t = original
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s*(points?|pts?|shares?)$/, '')
    .trim();
  const hint =
    available === null
      ? `Write a whole number of ${unit}, like 50 or 1k.`
      : `Write a whole number of ${unit} like 50 or 1k, or 10%, half or all. You have ${formatPoints(available)}.`;
  const part = partOf(t);
  if (part !== null) {
    if (available === null)
      throw new Refusal('not-understood', `I can't tell what "${original}" is a part of.`, hint);
    if (!(part > 0 && part <= 100)) {
      throw new Refusal('out-of-range', `I read "${original}" as ${part}% of your ${unit}.`, hint);
    }
    if (part === 100) return positive(available, original, unit, hint);
    return positive(
      ((available * BigInt(Math.round(part * 1000))) / 10_000_000n) * 100n,
      original,
      unit,
      hint,
    );
  }
  const match = /^([+-]?[\d.,' ]*\d)\s*(k|m|thousand|million)?$/.exec(t);
  const base = match ? readDecimal(match[1] ?? '') : null;
  if (base === null)
    throw new Refusal('not-understood', `I can't read "${original}" as a number of ${unit}.`, hint);
  const factor =
    match?.[2] === undefined ? 1 : match[2].startsWith('k') || match[2] === 'thousand' ? 1e3 : 1e6;
  // Rounded first: 1.1 k is 1100.0000000000002 in floating point.
  const value = Number((base * factor).toPrecision(12));
  if (value <= 0)
    throw new Refusal(
      'out-of-range',
      `I read "${original}" as ${value} ${unit}; it must be at least 1.`,
      hint,
    );
  if (value > most) throw new Refusal('out-of-range', `"${original}" is more ${unit} than there are.`, hint);
  if (!Number.isInteger(value)) {
    throw new Refusal(
      'out-of-range',
      `I read "${original}" as ${value} ${unit}, but ${unit} come whole.`,
      hint,
    );
  }
  return BigInt(value) * 100n;
}

function partOf(t: string): number | null {
  if (['all', 'max', 'everything', 'all in', 'all-in'].includes(t)) return 100;
  if (t === 'half') return 50;
  if (t === 'quarter' || t === 'a quarter') return 25;
  if (t === 'third' || t === 'a third') return 100 / 3;
  const percent = /^([+-]?[\d.,]*\d)\s*(?:%|percent)$/.exec(t);
  return percent ? readDecimal(percent[1] ?? '') : null;
}

function positive(amount: Minor, original: string, unit: string, hint: string): Minor {
  if (amount > 0n) return amount;
  throw new Refusal('insufficient', `"${original}" of what you have is less than one of your ${unit}.`, hint);
}
