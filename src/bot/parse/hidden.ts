import { Refusal } from '../../markets/core/refusal.ts';
import type { When } from '../when.ts';
import { readDeadline } from './dates.ts';

/**
 * Until when crowd and market are hidden: "forecast" (until one has made one's own), a date, or null for "no".
 *
 * @throws Refusal naming what can be written
 */
export function readHidden(text: string, when: When): { until: Date | 'forecast' } | null {
  if (/^(no|none|never|off)$/i.test(text)) return null;
  if (/^(?:until )?(?:forecast|i have forecast|yes)$/i.test(text)) return { until: 'forecast' };
  try {
    return { until: readDeadline(text.replace(/^until /i, ''), when) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'not-understood') throw error;
    throw new Refusal(
      'not-understood',
      `I can't read "${text}" as until when to hide crowd and market.`,
      'Write forecast (until one has made one’s own) or a date, such as 31 Dec 2028.',
    );
  }
}
