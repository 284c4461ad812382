import { TZDate } from '@date-fns/tz';
import { addDays, addMonths, addWeeks, addYears } from 'date-fns';
import { Refusal } from '../../markets/core/refusal.ts';
import type { LeaderboardInput } from '../../markets/leaderboard.ts';
import type { When } from '../when.ts';
import { readPeriod } from './dates.ts';
import { readDuration } from './durations.ts';

/**
 * The stretch of time that a leaderboard is over: `all`, `2026`, `2026-Q4`, `2026-11`, this or last month, quarter or
 * year, `last 30 days`, `Jan 2026 to Jun 2026`, or else the name of a season, which the leaderboard looks up.
 *
 * @example readWindow('this quarter', when) // '2026-Q4' on 22 November 2026
 */
export function readWindow(text: string, when: When): LeaderboardInput['window'] {
  const original = text.trim();
  const t = original.toLowerCase().replace(/\s+/g, ' ');
  if (/^(all|all[- ]time|ever|always)$/.test(t)) return 'all';
  const calendar = /^(\d{4})(?:[- ]?(q[1-4])|-(\d{2}))?$/.exec(t);
  if (calendar) return [calendar[1], calendar[2]?.toUpperCase() ?? calendar[3]].filter(Boolean).join('-');
  const relative = /^(?:(this|last) )?(month|quarter|year)$/.exec(t);
  if (relative) return named(relative[2] ?? '', relative[1] === 'last' ? -1 : 0, when);
  const last = /^(?:the )?last (.+)$/.exec(t);
  if (last) return lastSpan(last[1] ?? '', original, when);
  const range = /^(.+?) (?:to|until|-|–) (.+)$/.exec(t);
  if (range) {
    const past = true;
    return {
      from: readPeriod(range[1] ?? '', when, past).start,
      to: readPeriod(range[2] ?? '', when, past).end,
    };
  }
  return original;
}

/** A calendar window by its name, in the community's calendar. */
function named(unit: string, step: number, when: When): string {
  const now = new TZDate(when.now.getTime(), when.timeZone);
  if (unit === 'year') return String(now.getFullYear() + step);
  const at = addMonths(now, unit === 'quarter' ? 3 * step : step);
  const month = at.getMonth();
  const part = unit === 'quarter' ? `Q${Math.floor(month / 3) + 1}` : String(month + 1).padStart(2, '0');
  return `${at.getFullYear()}-${part}`;
}

function lastSpan(text: string, original: string, when: When): { from: Date; to: Date } {
  const duration = readDuration(/^\d|^an? /.test(text) ? text : `1 ${text}`);
  const back =
    duration &&
    {
      day: addDays,
      week: addWeeks,
      month: addMonths,
      year: addYears,
      quarter: null,
      hour: null,
      minute: null,
    }[duration.unit];
  if (!duration || !back) {
    throw new Refusal(
      'not-understood',
      `I can't read "${original.slice(0, 60)}" as a stretch of time.`,
      'Write all, 2026, 2026-Q4, 2026-11, this month, last 30 days or the name of a season.',
    );
  }
  return { from: new Date(back(when.now, -duration.amount).getTime()), to: when.now };
}
