import { addDays, addMonths, isDate, iso, lastDay, monthEnd, parts } from './days.ts';
import { type Token, tokenize } from './tokens.ts';

/** A time named in a text. Offsets count from where the tokens count from. */
export interface TimeMention {
  start: number;
  end: number;
  /** "by the end of 2027", with its preposition. */
  text: string;
  /** Last calendar day that the words allow, `YYYY-MM-DD`. */
  date: string;
  /** First calendar day of the period named. */
  from: string;
  role: Role;
}

/** How a time is brought in: by 2030, within 2030, in 2030, for 2030, 2030. */
export type Role = 'limit' | 'span' | 'in' | 'topic' | 'bare';

interface Period {
  next: number;
  from: string;
  to: string;
  /** "next year", "within three weeks" and the like count from the article's date and need no preposition. */
  relative: boolean;
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);
const SHORT = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
const DAYS = 'sunday monday tuesday wednesday thursday friday saturday'.split(' ');
const UNITS: Record<string, 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade'> = {
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
const NUMBERS: Record<string, number> = {
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
const ORDINALS: Record<string, number> = {
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
const SEASONS: Record<string, number> = { spring: 5, summer: 8, autumn: 11, fall: 11, winter: 14 };
const LIMITS = new Set(['by', 'before', 'until', 'till', 'through', 'thru']);
const INSIDE = new Set([
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
const TOPIC = new Set(['for', 'of', 'to']);
/** What may follow a season that stands by itself. */
const CLOSING = new Set(
  'and but or as when with for from while because where after before until that which they'.split(' '),
);
/** After these a time is where something begins or what it is compared with, not where it ends. */
const NOT_LIMITS = new Set(['since', 'after', 'than', 'beyond', 'versus', 'vs']);

/** "before the end of 2027" ends with the year, unlike "before 2027". */
const ending = /^(?:end|close|late|mid|year-end)/;

/** All times named in the tokens that can bound a prediction made on `publishedAt`, past ones included. */
export function timesIn(
  tokens: readonly Token[],
  publishedAt: string,
  source: string,
  offset = 0,
): TimeMention[] {
  const found: TimeMention[] = [];
  for (let i = 0; i < tokens.length; ) {
    if (!mayBegin(tokens, i)) {
      i++;
      continue;
    }
    const period = periodAt(tokens, i, publishedAt);
    const first = tokens[i];
    const last = period && tokens[period.next - 1];
    if (!period || !first || !last) {
      i++;
      continue;
    }
    let at = i;
    while (at > 0 && ['the', 'year', 'sometime', 'as', 'early'].includes(tokens[at - 1]?.lower ?? '')) at--;
    const preposition = tokens[at - 1]?.lower ?? '';
    const role = roleOf(preposition, period);
    // "2026 and beyond" has no end.
    const open =
      word(tokens, period.next) === 'and' &&
      /^(?:beyond|after|onwards?)$/.test(word(tokens, period.next + 1));
    if (role && !(open && role !== 'limit')) {
      const begin = role === 'bare' || !isPreposition(preposition) ? first : (tokens[at - 1] ?? first);
      found.push({
        start: begin.start,
        end: last.end,
        text: source.slice(begin.start - offset, last.end - offset),
        date:
          preposition === 'before' && !tokens.slice(i, period.next).some(({ lower }) => ending.test(lower))
            ? period.from
            : period.to,
        from: period.from,
        role,
      });
    }
    i = period.next;
  }
  return found;
}

/**
 * The deadline that a text states, or null. Of several the plainest is taken ("by 2030" before "in 2029"), and of
 * those one that has not passed.
 *
 * `parseDeadline('prices will double by Q2 2027', '2026-03-01')` is `{ text: 'by Q2 2027', date: '2027-06-30', ... }`;
 * "by" and "in" a period run to its last day, "before" a period to its first; "in 18 months" runs to the end of that
 * month, "within three years" to the same day then, "in three years" and "three years from now" to the end of that year.
 */
export function parseDeadline(text: string, publishedAt: string): TimeMention | null {
  return bestDeadline(timesIn(tokenize(text), publishedAt, text), publishedAt);
}

/**
 * The mention that bounds a claim, from those of one sentence: a limit before a mere time, one ahead before one that has
 * passed, and of equals the nearest to the cue at offset `near`.
 */
export function bestDeadline(
  times: readonly TimeMention[],
  publishedAt: string,
  near = 0,
): TimeMention | null {
  const rank = (time: TimeMention) =>
    (time.date < publishedAt ? 10 : 0) +
    (time.role === 'limit' ? 0 : time.role === 'topic' ? 2 : time.role === 'bare' ? 3 : 1);
  // What stands behind the cue belongs to it rather than what stands before.
  const distance = ({ start }: TimeMention) => (start >= near ? start - near : near - start + BEFORE);
  return times
    .filter((time) => time.role !== 'bare' || time.date >= publishedAt)
    .reduce<TimeMention | null>((best, time) => {
      if (!best || rank(time) !== rank(best)) return !best || rank(time) < rank(best) ? time : best;
      return distance(time) < distance(best) ? time : best;
    }, null);
}

/** How many characters nearer a time before the cue must be to outdo one behind it. */
const BEFORE = 60;

const isPreposition = (word: string) =>
  LIMITS.has(word) || INSIDE.has(word) || TOPIC.has(word) || ['within', 'over', 'inside'].includes(word);

function roleOf(preposition: string, period: Period): Role | null {
  if (NOT_LIMITS.has(preposition)) return null;
  if (LIMITS.has(preposition)) return 'limit';
  if (['within', 'over', 'inside'].includes(preposition)) return 'span';
  if (INSIDE.has(preposition)) return 'in';
  if (period.relative) return 'in';
  // "For 2027" may be a topic; "for September" and "for 5 May" are when.
  if (preposition === 'for' && period.from.slice(0, 7) === period.to.slice(0, 7)) return 'in';
  return TOPIC.has(preposition) ? 'topic' : 'bare';
}

/** Words that can open a time, digits aside: most tokens are told apart by one look-up. */
const OPENERS = new Set([
  ...MONTHS,
  ...SHORT,
  'sept',
  ...DAYS,
  ...Object.keys(NUMBERS),
  ...Object.keys(ORDINALS),
  ...Object.keys(SEASONS),
  ...'the few several end close middle start beginning turn early late mid next coming following this current new later earlier sometime about around roughly another just tonight tomorrow christmas year year-end yearend q1 q2 q3 q4 h1 h2'.split(
    ' ',
  ),
]);

const opens = (text: string): boolean =>
  OPENERS.has(text) || /^(?:\d|fy\d|(?:first|second|third|fourth)-)/.test(text);

function mayBegin(tokens: readonly Token[], i: number): boolean {
  const first = word(tokens, i);
  if (!opens(first)) return false;
  if (!/^(?:the|an?|about|around|just|another|roughly)$/.test(first)) return true;
  return opens(word(tokens, i + 1)) || word(tokens, i + 1) in UNITS;
}

function periodAt(tokens: readonly Token[], i: number, published: string): Period | null {
  return (
    edgeOf(tokens, i, published) ??
    spanAhead(tokens, i, published) ??
    dayOf(tokens, i, published) ??
    quarterOf(tokens, i, published) ??
    monthOf(tokens, i, published) ??
    namedPeriod(tokens, i, published) ??
    yearOf(tokens, i)
  );
}

const word = (tokens: readonly Token[], i: number): string => tokens[i]?.lower ?? '';
const skip = (tokens: readonly Token[], i: number, ...words: string[]): number =>
  words.includes(word(tokens, i)) ? i + 1 : i;

/** "2027", "FY2027", "the 2030s", "2026-27". */
function yearOf(tokens: readonly Token[], i: number): Period | null {
  const match = /^(?:fy)?((?:1[5-9]|20|21)\d\d)(s)?$/.exec(word(tokens, i));
  if (!match?.[1]) return null;
  const year = Number(match[1]);
  if (match[2]) return { next: i + 1, from: iso(year, 1, 1), to: iso(year + 9, 12, 31), relative: false };
  // A quantity, not a year: "2000 jobs", "2100 km".
  if (
    /^(?:jobs|people|km|miles|units|workers|employees|times|words|days|points|cars|mw|gw|hours|tons?|tonnes)$/.test(
      word(tokens, i + 1),
    )
  )
    return null;
  if (/^[$€£¥]$/.test(word(tokens, i - 1))) return null;
  const joint = word(tokens, i - 1) === 'between' ? /^and$/ : /^[-–/]$/;
  const second = joint.test(word(tokens, i + 1))
    ? /^(?:20)?(\d\d)$/.exec(word(tokens, i + 2))?.[1]
    : undefined;
  const ends = second === undefined ? year : Math.floor(year / 100) * 100 + Number(second);
  if (second !== undefined && ends > year && ends - year < 30)
    return { next: i + 3, from: iso(year, 1, 1), to: iso(ends, 12, 31), relative: false };
  return { next: i + 1, from: iso(year, 1, 1), to: iso(year, 12, 31), relative: false };
}

/** A year after a month, quarter or season: "2027", "of 2027", ", 2027", "next year", "this year". */
function yearAfter(
  tokens: readonly Token[],
  i: number,
  published: string,
): { next: number; year: number } | null {
  let at = skip(tokens, i, 'of', 'in', ',', '-', '–', '/');
  at = skip(tokens, at, 'the');
  const year = yearOf(tokens, at);
  if (year) return { next: year.next, year: parts(year.from).year };
  const now = parts(published).year;
  if (word(tokens, at + 1) !== 'year') return null;
  if (word(tokens, at) === 'next') return { next: at + 2, year: now + 1 };
  if (word(tokens, at) === 'this') return { next: at + 2, year: now };
  return null;
}

const monthNumber = (text: string): number => {
  const long = MONTHS.indexOf(text);
  return 1 + (long >= 0 ? long : SHORT.indexOf(text === 'sept' ? 'sep' : text));
};

const DAY_WORDS = 'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' ');

const dayNumber = (text: string): number => {
  const spelt = DAY_WORDS.indexOf(text) + 1;
  if (spelt) return spelt;
  const match = /^(\d{1,2})(?:st|nd|rd|th)?$/.exec(text);
  const day = Number(match?.[1] ?? 0);
  return day >= 1 && day <= 31 ? day : 0;
};

/** The next such month that is not over when the article appears. */
const comingYear = (month: number, published: string): number => {
  const now = parts(published);
  return month >= now.month ? now.year : now.year + 1;
};

/** "2026-12-31", "31 December 2026", "December 31, 2026", "on Friday", "tonight", "tomorrow". */
function dayOf(tokens: readonly Token[], i: number, published: string): Period | null {
  const single = (date: string, next: number, relative: boolean): Period | null =>
    isDate(date) ? { next, from: date, to: date, relative } : null;
  if (word(tokens, i + 1) === '-' && word(tokens, i + 3) === '-')
    return single(`${word(tokens, i)}-${word(tokens, i + 2)}-${word(tokens, i + 4)}`, i + 5, false);
  if (word(tokens, i) === 'tonight' && word(tokens, i + 1) !== "'s") return single(published, i + 1, true);
  if (word(tokens, i) === 'tomorrow') return single(addDays(published, 1), i + 1, true);
  const weekday = DAYS.indexOf(word(tokens, skip(tokens, i, 'next', 'this')));
  if (weekday >= 0) {
    const at = skip(tokens, i, 'next', 'this');
    const days = (weekday - parts(published).weekday + 7) % 7;
    return single(addDays(published, days), at + 1, at > i);
  }
  let at = i;
  let day = dayNumber(word(tokens, at));
  let month = 0;
  if (day) {
    at = skip(tokens, at + 1, 'of');
    month = monthNumber(word(tokens, at));
    at++;
  } else if (isMonthName(tokens, at)) {
    month = monthNumber(word(tokens, at));
    const dayAt = skip(tokens, at + 1, 'the', '.');
    day = dayNumber(word(tokens, dayAt));
    at = dayAt + 1;
  }
  if (!day || !month || !isMonthName(tokens, day && dayNumber(word(tokens, i)) ? at - 1 : i)) return null;
  const year = yearAfter(tokens, at, published);
  const date = iso(year?.year ?? comingYear(month, published), month, day);
  return single(date, year?.next ?? at, false);
}

/** "May" and "March" are words too: a month is written with a capital. */
const isMonthName = (tokens: readonly Token[], i: number): boolean =>
  monthNumber(word(tokens, i)) > 0 && /^\p{Lu}/u.test(tokens[i]?.text ?? '');

/** "March 2027", "in April", "next March". */
function monthOf(tokens: readonly Token[], i: number, published: string): Period | null {
  const at = skip(tokens, i, 'next', 'this');
  if (!isMonthName(tokens, at)) return null;
  const name = word(tokens, at);
  const month = monthNumber(name);
  const year = yearAfter(tokens, skip(tokens, at + 1, '.'), published);
  const governed =
    at > i ||
    INSIDE.has(word(tokens, at - 1)) ||
    LIMITS.has(word(tokens, at - 1)) ||
    /^(?:of|for|early|late|mid|-)$/.test(word(tokens, at - 1));
  if (!year && !governed) return null;
  const in_ = year?.year ?? comingYear(month, published);
  return { next: year?.next ?? at + 1, from: iso(in_, month, 1), to: monthEnd(in_, month), relative: at > i };
}

/** "Q2 2027", "H1 2027", "the second quarter", "first half of 2027", "summer 2027", "next spring". */
function quarterOf(tokens: readonly Token[], i: number, published: string): Period | null {
  const now = parts(published);
  const part = /^([qh])([1-4])$/.exec(word(tokens, i));
  let months = 0;
  let ends = 0;
  let at = i;
  if (part) {
    months = part[1] === 'q' ? 3 : 6;
    ends = months * Number(part[2]);
    at = i + 1;
  } else {
    // "The second or third quarter" ends with the third.
    const range = /^(?:or|to|and)$/.test(word(tokens, i + 1)) && word(tokens, i + 2) in ORDINALS ? i + 2 : i;
    const ordinal = ORDINALS[word(tokens, i)] && ORDINALS[word(tokens, range)];
    const afterHyphen = skip(tokens, range + 1, '-');
    const kind = word(tokens, afterHyphen);
    const joined = /^(first|second|third|fourth)-(quarter|half)$/.exec(word(tokens, i));
    if (joined?.[1]) {
      months = joined[2] === 'quarter' ? 3 : 6;
      ends = months * (ORDINALS[joined[1]] ?? 1);
      at = i + 1;
    } else if (ordinal && (kind === 'quarter' || kind === 'half')) {
      months = kind === 'quarter' ? 3 : 6;
      ends = months * Math.min(ordinal, kind === 'half' ? 2 : 4);
      at = afterHyphen + 1;
    } else {
      const season = skip(tokens, i, 'next', 'this');
      const end = SEASONS[word(tokens, season)];
      if (!end) return null;
      const year = yearAfter(tokens, season + 1, published);
      // "In summer" is any summer, "the spring election" no time at all.
      const governed = season > i || /^(?:by|before|until|the|of)$/.test(word(tokens, season - 1));
      const modifies =
        /^\p{Ll}{3,}/u.test(word(tokens, season + 1)) && !CLOSING.has(word(tokens, season + 1));
      if (!year && (!governed || modifies)) return null;
      let in_ = year?.year ?? now.year;
      if (!year && end < now.month) in_++;
      const to = monthEnd(in_ + (end > 12 ? 1 : 0), ((end - 1) % 12) + 1);
      return {
        next: year?.next ?? season + 1,
        from: addDays(addMonths(to, -3), 1),
        to,
        relative: season > i,
      };
    }
  }
  if (ends > 12) return null;
  const year = yearAfter(tokens, at, published);
  const in_ = year?.year ?? (ends >= now.month ? now.year : now.year + 1);
  return {
    next: year?.next ?? at,
    from: iso(in_, ends - months + 1, 1),
    to: monthEnd(in_, ends),
    relative: false,
  };
}

/** "this year", "next month", "this decade", "later this year", "next century", "the coming year", "year-end". */
function namedPeriod(tokens: readonly Token[], i: number, published: string): Period | null {
  const now = parts(published);
  if (word(tokens, i) === 'christmas')
    return { next: i + 1, from: iso(now.year, 12, 25), to: iso(now.year, 12, 25), relative: true };
  if (/^year-?end$/.test(word(tokens, i)) || (word(tokens, i) === 'year' && word(tokens, i + 1) === 'end')) {
    const at = word(tokens, i) === 'year' ? i + 2 : i + 1;
    const year = yearAfter(tokens, at, published);
    const in_ = year?.year ?? now.year;
    return { next: year?.next ?? at, from: iso(in_, 12, 1), to: iso(in_, 12, 31), relative: true };
  }
  if (
    word(tokens, i) === 'the' &&
    word(tokens, i + 1) === 'year' &&
    word(tokens, i + 2) === 'is' &&
    /^(?:out|over|done)$/.test(word(tokens, i + 3))
  )
    return { next: i + 4, from: iso(now.year, 12, 31), to: iso(now.year, 12, 31), relative: true };
  const at = skip(tokens, i, 'later', 'early', 'earlier', 'late', 'sometime');
  const which = word(tokens, at);
  if (which === 'new' && word(tokens, at + 1) === 'year' && word(tokens, at - 1) === 'the') {
    // Before the turn of the year the new year is the next, after it this one.
    const in_ = now.month >= 9 ? now.year + 1 : now.year;
    return { next: at + 2, from: iso(in_, 1, 1), to: iso(in_, 12, 31), relative: true };
  }
  const offset =
    which === 'this' || which === 'current' ? 0 : /^(?:next|coming|following)$/.test(which) ? 1 : -1;
  if (offset < 0) return null;
  const unitAt = skip(tokens, at + 1, 'calendar', 'fiscal', 'financial', 'coming');
  const make = (from: string, to: string): Period => ({ next: unitAt + 1, from, to, relative: true });
  switch (word(tokens, unitAt)) {
    case 'week': {
      const monday = addDays(published, -((now.weekday + 6) % 7) + 7 * offset);
      return make(monday, addDays(monday, 6));
    }
    case 'month': {
      const in_ = parts(addMonths(iso(now.year, now.month, 1), offset));
      return make(iso(in_.year, in_.month, 1), monthEnd(in_.year, in_.month));
    }
    case 'quarter': {
      const first = addMonths(iso(now.year, 3 * Math.floor((now.month - 1) / 3) + 1, 1), 3 * offset);
      const last = parts(addMonths(first, 2));
      return make(first, monthEnd(last.year, last.month));
    }
    case 'year':
      // "Next year" is a calendar year, "the next year" the twelve months ahead.
      if (offset && word(tokens, at - 1) === 'the') return make(published, addMonths(published, 12));
      return make(iso(now.year + offset, 1, 1), iso(now.year + offset, 12, 31));
    case 'decade': {
      // "This decade" ends with it; "the next decade" is the ten years to come.
      if (offset) return make(published, iso(now.year + 10, 12, 31));
      return make(published, iso(10 * Math.floor(now.year / 10) + 9, 12, 31));
    }
    case 'century':
      return make(published, iso(100 * Math.floor(now.year / 100) + 99 + 100 * offset, 12, 31));
    default:
      return null;
  }
}

/** "the end of 2027", "late 2027", "mid-2027", "the middle of next year", "the start of March", "early next year". */
function edgeOf(tokens: readonly Token[], i: number, published: string): Period | null {
  const at = skip(tokens, i, 'the');
  const name = word(tokens, at);
  let next = 0;
  if (/^(?:end|close|middle|start|beginning|turn)$/.test(name) && word(tokens, at + 1) === 'of')
    next = at + 2;
  else if (name === 'end' && yearOf(tokens, at + 1)) next = at + 1;
  else if (/^(?:early|late|mid)$/.test(name)) next = skip(tokens, at + 1, '-', 'in');
  else if (/^mid-?/.test(name) && name.length > 3) return null;
  else return null;
  next = skip(tokens, next, 'the');
  const now = parts(published);
  const bare: Record<string, [string, string]> = {
    year: [iso(now.year, 1, 1), iso(now.year, 12, 31)],
    month: [iso(now.year, now.month, 1), monthEnd(now.year, now.month)],
    decade: [published, iso(10 * Math.floor(now.year / 10) + 9, 12, 31)],
    century: [published, iso(100 * Math.floor(now.year / 100) + 99, 12, 31)],
  };
  const unit = bare[word(tokens, next)];
  const whole: Period | null =
    unit && /^(?:end|close|middle|start|beginning)$/.test(name)
      ? { next: next + 1, from: unit[0], to: unit[1], relative: true }
      : (quarterOf(tokens, next, published) ??
        monthOf(tokens, next, published) ??
        namedPeriod(tokens, next, published) ??
        yearOf(tokens, next));
  if (!whole) return null;
  const { from, to } = whole;
  if (name === 'late') return whole;
  // "Before the end of 2027" leaves all of it.
  if (/^(?:end|close)$/.test(name)) return { ...whole, from: to };
  if (name === 'turn') return { ...whole, to };
  const years = parts(to).year - parts(from).year;
  const months = years * 12 + parts(to).month - parts(from).month + 1;
  const share = /^(?:middle|mid)$/.test(name) ? months / 2 : months / 4;
  if (months < 3) {
    const { year, month } = parts(to);
    return {
      ...whole,
      to: iso(year, month, Math.min(lastDay(year, month), name.startsWith('mid') ? 15 : 10)),
    };
  }
  const last = parts(addMonths(from, Math.max(1, Math.ceil(share)) - 1));
  return { ...whole, to: monthEnd(last.year, last.month) };
}

/** "in 18 months", "within three to five years", "over the next decade", "two years from now", "a year from today". */
function spanAhead(tokens: readonly Token[], i: number, published: string): Period | null {
  const before = word(tokens, i - 1);
  let at = skip(tokens, i, 'the');
  const coming = /^(?:next|coming|following|first)$/.test(word(tokens, at)) && word(tokens, at) !== 'first';
  if (coming) at++;
  at = skip(tokens, at, 'about', 'around', 'roughly', 'another', 'just');
  at = skip(tokens, at, 'a');
  let count = numberOf(word(tokens, at));
  if (count === null && at > i && word(tokens, at - 1) === 'a') {
    at--;
    count = 1;
  }
  if (count === null) return null;
  at++;
  at = skip(tokens, at, 'of');
  if (/^(?:to|or|-|–|and)$/.test(word(tokens, at))) {
    const upper = numberOf(word(tokens, at + 1));
    if (upper !== null && upper > 1) {
      count = upper;
      at += 2;
    } else if (word(tokens, at) === '-' || word(tokens, at) === '–') at++;
  }
  at = skip(tokens, at, 'more', 'calendar', 'full');
  const unit = UNITS[word(tokens, at).replace(/'$/, '')];
  if (!unit) return null;
  at = skip(tokens, at + 1, "'", "'s");
  const tail = /^(?:time|hence)$/.test(word(tokens, at))
    ? 1
    : word(tokens, at) === 'from' && /^(?:now|today)$/.test(word(tokens, at + 1))
      ? 2
      : 0;
  // "for five years" and "in five years of work" last; only an opening makes a span a deadline.
  if (!tail && !coming && !/^(?:in|within|inside)$/.test(before)) return null;
  if (/^(?:ago|old|of|earlier|later)$/.test(word(tokens, at))) return null;
  const to = ahead(published, count, unit, tail > 0 || (before === 'in' && !coming));
  return to === null ? null : { next: at + tail, from: published, to, relative: true };
}

const numberOf = (text: string): number | null => {
  if (text in NUMBERS) return NUMBERS[text] ?? null;
  if (text === 'few') return 3;
  if (text === 'several') return 5;
  return /^\d{1,3}$/.test(text) ? Number(text) : null;
};

/** So many units on. Months run to the end of theirs, "years from now" to the end of the year: nobody means the day. */
function ahead(
  published: string,
  count: number,
  unit: (typeof UNITS)[string],
  loose: boolean,
): string | null {
  switch (unit) {
    case 'day':
      return addDays(published, count);
    case 'week':
      return addDays(published, 7 * count);
    case 'month':
    case 'quarter': {
      const to = parts(addMonths(published, count * (unit === 'month' ? 1 : 3)));
      return monthEnd(to.year, to.month);
    }
    case 'year':
    case 'decade': {
      const years = count * (unit === 'year' ? 1 : 10);
      if (years > 1000) return null;
      return loose ? iso(parts(published).year + years, 12, 31) : addMonths(published, 12 * years);
    }
    default:
      return null;
  }
}
