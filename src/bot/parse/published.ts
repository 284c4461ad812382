import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { Refusal } from '../../markets/core/refusal.ts';
import { day } from '../views/format.ts';
import type { When } from '../when.ts';
import { readPeriod } from './dates.ts';

/**
 * The calendar day on which an article appeared, `YYYY-MM-DD`; of a longer stretch its first day.
 *
 * @throws Refusal when it lies in the future
 * @example readPublished('12 Nov', when) // '2026-11-12'
 */
export function readPublished(text: string, when: When): string {
  const { start } = readPeriod(text, when, true);
  if (start > when.now) {
    throw new Refusal(
      'out-of-range',
      `I read "${text.trim()}" as ${day(start, when)}, which lies ahead.`,
      'Write the day on which the article appeared.',
    );
  }
  return format(new TZDate(start.getTime(), when.timeZone), 'yyyy-MM-dd');
}
