import { parts } from './days.ts';
import type { Token } from './tokens.ts';

/** The words of a text in lower case with the day they count from: what the grammar of times reads. */
export interface Scan {
  tokens: readonly Token[];
  /** `YYYY-MM-DD`. */
  published: string;
  /** The same day in parts. */
  now: { year: number; month: number; day: number; weekday: number };
  /** The word at an index, "" outside the text. */
  at: (i: number) => string;
}

export const scan = (tokens: readonly Token[], published: string): Scan => ({
  tokens,
  published,
  now: parts(published),
  at: (i) => tokens[i]?.lower ?? '',
});

/** A stretch of days that words name. */
export interface Period {
  /** Index after its last word. */
  next: number;
  from: string;
  to: string;
  /** "Next year", "within three weeks" and the like count from the article's date and need no preposition. */
  relative: boolean;
}

/** The index after any one of these words, or the index itself. */
export const skip = ({ at }: Scan, i: number, ...words: string[]): number =>
  words.includes(at(i)) ? i + 1 : i;

export const MONTHS =
  'january february march april may june july august september october november december'.split(' ');
export const SHORT = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
export const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
export const UNITS: Record<string, 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade'> = {
  day: 'day',
  days: 'day',
  week: 'week',
  weeks: 'week',
  month: 'month',
  months: 'month',
  quarter: 'quarter',
  quarters: 'quarter',
  year: 'year',
  years: 'year',
  decade: 'decade',
  decades: 'decade',
};
export const NUMBERS: Record<string, number> = {
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
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  eighteen: 18,
  twenty: 20,
  thirty: 30,
  fifty: 50,
  couple: 2,
};
export const ORDINALS: Record<string, number> = {
  first: 1,
  '1st': 1,
  second: 2,
  '2nd': 2,
  third: 3,
  '3rd': 3,
  fourth: 4,
  '4th': 4,
  final: 4,
  last: 4,
};
/** Months in which a season ends, northern hemisphere; winter runs into the next year. */
export const SEASONS: Record<string, number> = { spring: 5, summer: 8, autumn: 11, fall: 11, winter: 14 };

/** Prepositions after which a time is the last moment, and those after which it is the time itself. */
export const LIMITS = new Set(['by', 'before', 'until', 'till', 'through', 'thru']);
export const INSIDE = new Set([
  'between',
  'about',
  'in',
  'on',
  'during',
  'at',
  'from',
  'around',
  'throughout',
  'starting',
  'beginning',
  'towards',
  'toward',
]);

export const monthNumber = (text: string): number => {
  const long = MONTHS.indexOf(text);
  return 1 + (long >= 0 ? long : SHORT.indexOf(text === 'sept' ? 'sep' : text));
};

/** "May" and "March" are words too: a month is written with a capital. */
export const isMonthName = ({ tokens, at }: Scan, i: number): boolean =>
  monthNumber(at(i)) > 0 && /^\p{Lu}/u.test(tokens[i]?.text ?? '');

const DAY_WORDS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

/** 1 to 31 for "5", "5th" and "fifth"; 0 for other words. */
export const dayNumber = (text: string): number => {
  const spelt = DAY_WORDS.indexOf(text) + 1;
  if (spelt) return spelt;
  const day = Number(/^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text)?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : 0;
};

export const numberOf = (text: string): number | null => {
  if (text in NUMBERS) return NUMBERS[text] ?? null;
  if (text === 'few') return 3;
  if (text === 'several') return 5;
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
};
