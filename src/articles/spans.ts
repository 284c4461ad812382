import { addDays, addMonths, iso, lastDay, monthEnd, parts } from './days.ts';
import { monthOf, namedPeriod, quarterOf, seasonOf, yearOf } from './periods.ts';
import { numberOf, type Period, type Scan, skip, UNITS } from './timeWords.ts';

/** "the end of 2027", "late 2027", "mid-2027", "the middle of next year", "the start of March", "early next year". */
export function edgeOf(s: Scan, i: number): Period | null {
  const at = skip(s, i, 'the');
  const name = s.at(at);
  let next = 0;
  if (/^(?:end|close|middle|start|beginning|turn)$/.test(name) && s.at(at + 1) === 'of') next = at + 2;
  else if (name === 'end' && yearOf(s, at + 1)) next = at + 1;
  else if (/^(?:early|late|mid)$/.test(name)) next = skip(s, at + 1, '-', 'in');
  else if (/^mid-?/.test(name) && name.length > 3) return null;
  else return null;
  next = skip(s, next, 'the');
  const bare: Record<string, [string, string]> = {
    year: [iso(s.now.year, 1, 1), iso(s.now.year, 12, 31)],
    month: [iso(s.now.year, s.now.month, 1), monthEnd(s.now.year, s.now.month)],
    decade: [s.published, iso(10 * Math.floor(s.now.year / 10) + 9, 12, 31)],
    century: [s.published, iso(100 * Math.floor(s.now.year / 100) + 99, 12, 31)],
  };
  const unit = bare[s.at(next)];
  const whole: Period | null =
    unit && /^(?:end|close|middle|start|beginning)$/.test(name)
      ? { next: next + 1, from: unit[0], to: unit[1], relative: true }
      : (quarterOf(s, next) ??
        seasonOf(s, next) ??
        monthOf(s, next) ??
        namedPeriod(s, next) ??
        yearOf(s, next));
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
export function spanAhead(s: Scan, i: number): Period | null {
  const before = s.at(i - 1);
  let at = skip(s, i, 'the');
  const coming = /^(?:next|coming|following|first)$/.test(s.at(at)) && s.at(at) !== 'first';
  if (coming) at++;
  at = skip(s, at, 'about', 'around', 'roughly', 'another', 'just');
  at = skip(s, at, 'a');
  let count = numberOf(s.at(at));
  if (count === null && at > i && s.at(at - 1) === 'a') {
    at--;
    count = 1;
  }
  if (count === null) return null;
  at++;
  at = skip(s, at, 'of');
  if (/^(?:to|or|-|–|and)$/.test(s.at(at))) {
    const upper = numberOf(s.at(at + 1));
    if (upper !== null && upper > 1) {
      count = upper;
      at += 2;
    } else if (s.at(at) === '-' || s.at(at) === '–') at++;
  }
  at = skip(s, at, 'more', 'calendar', 'full');
  const unit = UNITS[s.at(at).replace(/'$/, '')];
  if (!unit) return null;
  at = skip(s, at + 1, "'", "'s");
  const tail = /^(?:time|hence)$/.test(s.at(at))
    ? 1
    : s.at(at) === 'from' && /^(?:now|today)$/.test(s.at(at + 1))
      ? 2
      : 0;
  // "for five years" and "in five years of work" last; only an opening makes a span a deadline.
  if (!tail && !coming && !/^(?:in|within|inside)$/.test(before)) return null;
  if (/^(?:ago|old|of|earlier|later)$/.test(s.at(at))) return null;
  const to = ahead(s.published, count, unit, tail > 0 || (before === 'in' && !coming));
  return to === null ? null : { next: at + tail, from: s.published, to, relative: true };
}

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
