import { addDays, addMonths, isDate, iso, monthEnd, parts } from './days.ts';
import {
  DAYS,
  dayNumber,
  INSIDE,
  isMonthName,
  LIMITS,
  monthNumber,
  ORDINALS,
  type Period,
  type Scan,
  SEASONS,
  skip,
} from './timeWords.ts';

/** What may follow a season that stands by itself. */
const CLOSING = new Set(
  'and but or as when with for from while because where after before until that which they'.split(' '),
);

/** "2027", "FY2027", "the 2030s", "2026-27". */
export function yearOf(s: Scan, i: number): Period | null {
  const match = /^(?:fy)?((?:1[5-9]|20|21)\d\d)(s)?$/.exec(s.at(i));
  if (!match?.[1]) return null;
  const year = Number(match[1]);
  if (match[2]) return { next: i + 1, from: iso(year, 1, 1), to: iso(year + 9, 12, 31), relative: false };
  // A quantity, not a year: "2000 jobs", "2100 km".
  if (
    /^(?:jobs|people|km|miles|units|workers|employees|times|words|days|points|cars|mw|gw|hours|tons?|tonnes)$/.test(
      s.at(i + 1),
    )
  )
    return null;
  if (/^[$€£¥]$/.test(s.at(i - 1))) return null;
  const joint = s.at(i - 1) === 'between' ? /^and$/ : /^[-–/]$/;
  const second = joint.test(s.at(i + 1)) ? /^(?:20)?(\d\d)$/.exec(s.at(i + 2))?.[1] : undefined;
  const ends = second === undefined ? year : Math.floor(year / 100) * 100 + Number(second);
  if (second !== undefined && ends > year && ends - year < 30)
    return { next: i + 3, from: iso(year, 1, 1), to: iso(ends, 12, 31), relative: false };
  return { next: i + 1, from: iso(year, 1, 1), to: iso(year, 12, 31), relative: false };
}

/** A year after a month, quarter or season: "2027", "of 2027", ", 2027", "next year", "this year". */
function yearAfter(s: Scan, i: number): { next: number; year: number } | null {
  let at = skip(s, i, 'of', 'in', ',', '-', '–', '/');
  at = skip(s, at, 'the');
  const year = yearOf(s, at);
  if (year) return { next: year.next, year: parts(year.from).year };
  if (s.at(at + 1) !== 'year') return null;
  if (s.at(at) === 'next') return { next: at + 2, year: s.now.year + 1 };
  if (s.at(at) === 'this') return { next: at + 2, year: s.now.year };
  return null;
}

/** The next such month that is not over when the article appears. */
const comingYear = ({ now }: Scan, month: number): number => (month >= now.month ? now.year : now.year + 1);

/** "2026-12-31", "31 December 2026", "December 31, 2026", "on Friday", "tonight", "tomorrow". */
export function dayOf(s: Scan, i: number): Period | null {
  const single = (date: string, next: number, relative: boolean): Period | null =>
    isDate(date) ? { next, from: date, to: date, relative } : null;
  if (s.at(i + 1) === '-' && s.at(i + 3) === '-')
    return single(`${s.at(i)}-${s.at(i + 2)}-${s.at(i + 4)}`, i + 5, false);
  if (s.at(i) === 'tonight' && s.at(i + 1) !== "'s") return single(s.published, i + 1, true);
  if (s.at(i) === 'tomorrow') return single(addDays(s.published, 1), i + 1, true);
  const weekday = DAYS.indexOf(s.at(skip(s, i, 'next', 'this')));
  if (weekday >= 0) {
    const at = skip(s, i, 'next', 'this');
    const days = (weekday - s.now.weekday + 7) % 7;
    return single(addDays(s.published, days), at + 1, at > i);
  }
  let at = i;
  let day = dayNumber(s.at(at));
  let month = 0;
  if (day) {
    at = skip(s, at + 1, 'of');
    month = monthNumber(s.at(at));
    at++;
  } else if (isMonthName(s, at)) {
    month = monthNumber(s.at(at));
    const dayAt = skip(s, at + 1, 'the', '.');
    day = dayNumber(s.at(dayAt));
    at = dayAt + 1;
  }
  if (!day || !month || !isMonthName(s, day && dayNumber(s.at(i)) ? at - 1 : i)) return null;
  const year = yearAfter(s, at);
  const date = iso(year?.year ?? comingYear(s, month), month, day);
  return single(date, year?.next ?? at, false);
}

/** "March 2027", "in April", "next March". */
export function monthOf(s: Scan, i: number): Period | null {
  const at = skip(s, i, 'next', 'this');
  if (!isMonthName(s, at)) return null;
  const name = s.at(at);
  const month = monthNumber(name);
  const year = yearAfter(s, skip(s, at + 1, '.'));
  const governed =
    at > i ||
    INSIDE.has(s.at(at - 1)) ||
    LIMITS.has(s.at(at - 1)) ||
    /^(?:of|for|early|late|mid|-)$/.test(s.at(at - 1));
  if (!year && !governed) return null;
  const inYear = year?.year ?? comingYear(s, month);
  return {
    next: year?.next ?? at + 1,
    from: iso(inYear, month, 1),
    to: monthEnd(inYear, month),
    relative: at > i,
  };
}

/** "Q2 2027", "H1 2027", "the second quarter", "the second or third quarter of 2027", "first half of next year". */
export function quarterOf(s: Scan, i: number): Period | null {
  const short = /^([qh])([1-4])$/.exec(s.at(i));
  const hyphened = /^(first|second|third|fourth)-(quarter|half)$/.exec(s.at(i));
  // "The second or third quarter" ends with the third.
  const last = /^(?:or|to|and)$/.test(s.at(i + 1)) && s.at(i + 2) in ORDINALS ? i + 2 : i;
  const kindAt = skip(s, last + 1, '-');
  let kind = s.at(kindAt);
  let count = s.at(i) in ORDINALS ? (ORDINALS[s.at(last)] ?? 0) : 0;
  let next = kindAt + 1;
  if (short || hyphened) {
    kind = short?.[1] === 'q' || hyphened?.[2] === 'quarter' ? 'quarter' : 'half';
    count = short ? Number(short[2]) : (ORDINALS[hyphened?.[1] ?? ''] ?? 0);
    next = i + 1;
  }
  if (!count || (kind !== 'quarter' && kind !== 'half')) return null;
  const months = kind === 'quarter' ? 3 : 6;
  const ends = months * Math.min(count, 12 / months);
  const year = yearAfter(s, next);
  const inYear = year?.year ?? comingYear(s, ends);
  return {
    next: year?.next ?? next,
    from: iso(inYear, ends - months + 1, 1),
    to: monthEnd(inYear, ends),
    relative: false,
  };
}

/** "Summer 2027", "by the spring", "next winter". */
export function seasonOf(s: Scan, i: number): Period | null {
  const at = skip(s, i, 'next', 'this');
  const ends = SEASONS[s.at(at)];
  if (!ends) return null;
  const year = yearAfter(s, at + 1);
  // "In summer" is any summer, "the spring election" no time at all.
  const governed = at > i || /^(?:by|before|until|the|of)$/.test(s.at(at - 1));
  const modifies = /^\p{Ll}{3,}/u.test(s.at(at + 1)) && !CLOSING.has(s.at(at + 1));
  if (!year && (!governed || modifies)) return null;
  const inYear = year?.year ?? s.now.year + (ends < s.now.month ? 1 : 0);
  const to = monthEnd(inYear + (ends > 12 ? 1 : 0), ((ends - 1) % 12) + 1);
  return { next: year?.next ?? at + 1, from: addDays(addMonths(to, -3), 1), to, relative: at > i };
}

/** "this year", "next month", "this decade", "later this year", "next century", "the coming year", "year-end". */
export function namedPeriod(s: Scan, i: number): Period | null {
  if (s.at(i) === 'christmas')
    return { next: i + 1, from: iso(s.now.year, 12, 25), to: iso(s.now.year, 12, 25), relative: true };
  if (/^year-?end$/.test(s.at(i)) || (s.at(i) === 'year' && s.at(i + 1) === 'end')) {
    const at = s.at(i) === 'year' ? i + 2 : i + 1;
    const year = yearAfter(s, at);
    const inYear = year?.year ?? s.now.year;
    return { next: year?.next ?? at, from: iso(inYear, 12, 1), to: iso(inYear, 12, 31), relative: true };
  }
  if (
    s.at(i) === 'the' &&
    s.at(i + 1) === 'year' &&
    s.at(i + 2) === 'is' &&
    /^(?:out|over|done)$/.test(s.at(i + 3))
  )
    return { next: i + 4, from: iso(s.now.year, 12, 31), to: iso(s.now.year, 12, 31), relative: true };
  const at = skip(s, i, 'later', 'early', 'earlier', 'late', 'sometime');
  const which = s.at(at);
  if (which === 'new' && s.at(at + 1) === 'year' && s.at(at - 1) === 'the') {
    // Before the turn of the year the new year is the next, after it this one.
    const inYear = s.now.month >= 9 ? s.now.year + 1 : s.now.year;
    return { next: at + 2, from: iso(inYear, 1, 1), to: iso(inYear, 12, 31), relative: true };
  }
  const offset =
    which === 'this' || which === 'current' ? 0 : /^(?:next|coming|following)$/.test(which) ? 1 : -1;
  if (offset < 0) return null;
  const unitAt = skip(s, at + 1, 'calendar', 'fiscal', 'financial', 'coming');
  const make = (from: string, to: string): Period => ({ next: unitAt + 1, from, to, relative: true });
  switch (s.at(unitAt)) {
    case 'week': {
      const monday = addDays(s.published, -((s.now.weekday + 6) % 7) + 7 * offset);
      return make(monday, addDays(monday, 6));
    }
    case 'month': {
      const inYear = parts(addMonths(iso(s.now.year, s.now.month, 1), offset));
      return make(iso(inYear.year, inYear.month, 1), monthEnd(inYear.year, inYear.month));
    }
    case 'quarter': {
      const first = addMonths(iso(s.now.year, 3 * Math.floor((s.now.month - 1) / 3) + 1, 1), 3 * offset);
      const last = parts(addMonths(first, 2));
      return make(first, monthEnd(last.year, last.month));
    }
    case 'year':
      // "Next year" is a calendar year, "the next year" the twelve months ahead.
      if (offset && s.at(at - 1) === 'the') return make(s.published, addMonths(s.published, 12));
      return make(iso(s.now.year + offset, 1, 1), iso(s.now.year + offset, 12, 31));
    case 'decade': {
      // "This decade" ends with it; "the next decade" is the ten years to come.
      if (offset) return make(s.published, iso(s.now.year + 10, 12, 31));
      return make(s.published, iso(10 * Math.floor(s.now.year / 10) + 9, 12, 31));
    }
    case 'century':
      return make(s.published, iso(100 * Math.floor(s.now.year / 100) + 99 + 100 * offset, 12, 31));
    default:
      return null;
  }
}
