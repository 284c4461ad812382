import { Refusal } from '../../markets/core/refusal.ts';
import { readDecimal } from './number.ts';

const howTo = 'Write a probability like 70%, 0.7, 7/10, 1 in 20, 3:1 (odds for) or <1%.';

const refuse = (message: string): never => {
  throw new Refusal('not-understood', message, howTo);
};

const number = String.raw`[+-]?[\d.,]*\d`;
const patterns = {
  percent: new RegExp(String.raw`^(${number})\s*(?:%|percent|per cent|pct)$`),
  bare: new RegExp(`^(${number})$`),
  fraction: new RegExp(String.raw`^(${number})\s*(?:\/|out of|of|in)\s*(${number})$`),
  odds: new RegExp(String.raw`^(${number})\s*(?::|to)\s*(${number})(?:\s+(for|on|against))?$`),
};

const read = (digits: string | undefined): number => readDecimal(digits ?? '') ?? Number.NaN;

/** Shows a number without the noise of floating point: 0.30000000000000004 is 0.3. */
const plain = (value: number): string => String(Number(value.toPrecision(12)));

function within(percent: number, original: string): number {
  if (percent >= 0 && percent <= 100) return percent / 100;
  return refuse(
    `I read "${original}" as ${plain(Number(percent.toPrecision(6)))}%, but a probability lies between 0% and 100%.`,
  );
}

/**
 * A probability as people write it, 0..1. Zero and one are probabilities like any other.
 *
 * - `70%`, `12,5 %`, `70 percent`: percent.
 * - A bare whole number is percent, so `70` is 70%, `1` is 1% and `0` is 0%: "1" stands between "0" and "2", and who is
 *   certain writes 100. A bare number with decimals is a fraction up to 1 (`0.7` is 70%, `1.0` is 100%), percent above.
 * - `7/10`, `7 out of 10`, `1 in 20`: fractions; two parts that make 100 are YES and NO (`50/50` is 50%).
 * - `3:1`, `3 to 1`: odds for, 75%; `3:1 against` is 25%.
 * - `<1%`, `>99%`: the middle of what is left (0.5%, 99.5%); accepted up to 10% and from 90%.
 *
 * @throws Refusal saying what was understood, when it is no probability
 * @example readProbability('1 in 20') // 0.05
 */
export function readProbability(text: string): number {
  const original = text.trim();
  const t = original
    .normalize('NFKC')
    .replace(/\u2044/g, '/')
    .replace(/\u2212/g, '-')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/^(?:~|≈|about|around|approximately|ca\.?|roughly)\s*/, '')
    .replace(/^(?:p\s*=\s*)/, '');
  if (t === '' || t.length > 60)
    return refuse(original === '' ? 'There is no probability.' : `I can't read that as a probability.`);
  if (/^(even|evens|coin ?flip|even odds|fifty[- ]fifty)$/.test(t)) return 0.5;

  const edge = /^(<|>|less than|under|below|more than|over|above)\s*(.*)$/.exec(t);
  if (edge) return beyond(edge[1] ?? '', edge[2] ?? '', original);

  const percent = patterns.percent.exec(t);
  if (percent) return within(read(percent[1]), original);

  const bare = patterns.bare.exec(t);
  if (bare) {
    const digits = bare[1] ?? '';
    const value = read(digits);
    if (Number.isNaN(value)) return refuse(`I can't read "${original}" as a number.`);
    return /[.,]/.test(digits) && Math.abs(value) <= 1
      ? within(value * 100, original)
      : within(value, original);
  }

  const fraction = patterns.fraction.exec(t);
  if (fraction) {
    const [a, b] = [read(fraction[1]), read(fraction[2])];
    if (a >= 0 && b >= 0 && a + b === 100) return a / 100;
    if (!(b > 0)) return refuse(`"${original}" divides by ${Number.isNaN(b) ? 'nothing' : plain(b)}.`);
    if (!(a >= 0 && a <= b)) return within((100 * a) / b, original);
    return a / b;
  }

  const odds = patterns.odds.exec(t);
  if (odds) {
    const [a, b] = [read(odds[1]), read(odds[2])];
    if (!(a >= 0 && b >= 0 && a + b > 0)) return refuse(`I can't read "${original}" as odds.`);
    return (odds[3] === 'against' ? b : a) / (a + b);
  }
  return refuse(`I can't read "${original}" as a probability.`);
}

function beyond(sign: string, rest: string, original: string): number {
  const p = readProbability(rest);
  const below = ['<', 'less than', 'under', 'below'].includes(sign);
  if (below && p > 0 && p <= 0.1) return p / 2;
  if (!below && p < 1 && p >= 0.9) return (1 + p) / 2;
  return refuse(`"${original}" leaves too much room.`);
}
