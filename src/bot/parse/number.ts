import { Refusal } from '../../markets/core/refusal.ts';

import { lookup } from './lookup.ts';

const magnitudes: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  b: 1e9,
  bn: 1e9,
  billion: 1e9,
  t: 1e12,
  tn: 1e12,
  trillion: 1e12,
};

/**
 * The decimal number that `digits` writes down, or null: "0.7", "0,7", "1,000", "1 000", "1.000.000", "1e6".
 *
 * One comma or point followed by other than three digits is a decimal mark; so is a single point, always ("1.000" is 1).
 * A single comma before exactly three digits groups thousands ("1,000" is 1000), unless a lone 0 stands before it.
 */
export function readDecimal(digits: string): number | null {
  const text = digits.replace(/[\u00a0\u202f' _]/g, '');
  if (!/^[+-]?(\d|[.,]\d)[\d.,]*(e[+-]?\d{1,3})?$/i.test(text)) return null;
  const commas = text.split(',').length - 1;
  const points = text.split('.').length - 1;
  let plain: string;
  if (commas > 0 && points > 0) {
    // Both stand in the text: the later one is the decimal mark.
    const decimal = text.lastIndexOf(',') > text.lastIndexOf('.') ? ',' : '.';
    const grouping = decimal === ',' ? '.' : ',';
    if (text.indexOf(decimal) !== text.lastIndexOf(decimal)) return null;
    plain = text.replaceAll(grouping, '').replace(decimal, '.');
  } else if (commas > 1 || points > 1) {
    if (!/^[+-]?\d{1,3}([.,]\d{3})+$/.test(text)) return null;
    plain = text.replace(/[.,]/g, '');
  } else if (/^[+-]?[1-9]\d{0,2},\d{3}$/.test(text)) {
    plain = text.replace(',', '');
  } else plain = text.replace(',', '.');
  const value = Number(plain);
  return Number.isFinite(value) ? value : null;
}

/**
 * A quantity as people write it: "1.5k", "2 million", "$3bn", "40 %", "1,000 GWh". Currency signs before and the
 * question's own unit after are passed over.
 *
 * @param unit of the question, if it has one
 * @throws Refusal when no number can be read
 * @example readNumber('1.5k', null) // 1500
 */
export function readNumber(text: string, unit: string | null): number {
  const original = text.trim();
  let rest = original.normalize('NFKC').replace('\u2212', '-').toLowerCase();
  const own = unit?.trim().toLowerCase();
  if (own && rest.endsWith(own)) rest = rest.slice(0, -own.length).trim();
  rest = rest.replace(/^([+-]?)\s*[$€£¥]\s*/, '$1').replace(/\s*[$€£¥%]$/, '');
  const match = /^([+-]?[\d.,'\u00a0\u202f _]*\d(?:e[+-]?\d{1,3})?)\s*([a-z]*)$/.exec(rest);
  const factor = match ? (match[2] === '' ? 1 : lookup(magnitudes, match[2] ?? '')) : undefined;
  const value = match ? readDecimal(match[1] ?? '') : null;
  if (value === null || factor === undefined) {
    throw new Refusal(
      'not-understood',
      `I can't read "${original}" as a number.`,
      `Write it like 1500, 1.5k or 2 million${unit ? ` (in ${unit})` : ''}.`,
    );
  }
  return value * factor;
}
