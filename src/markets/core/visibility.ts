import { showTime } from './time.ts';

/** What hiding depends on, and what the reader has done. */
export interface Hiding {
  readonly hidden: string;
  readonly hiddenUntil: Date | null;
  readonly state: string;
  readonly timeZone: string;
  readonly hasForecast: boolean;
}

/**
 * Why crowd and market are hidden from a reader, in words; null when they are shown. Everybody sees them once the truth is
 * known, and admins see no more than others: who resolves should not be led either.
 */
export function whyHidden(question: Hiding, now: Date): string | null {
  if (question.state === 'resolved' || question.state === 'annulled') return null;
  if (question.hidden === 'date' && question.hiddenUntil && now < question.hiddenUntil)
    return `Forecasts and prices are hidden until ${showTime(question.hiddenUntil, question.timeZone)}.`;
  if (question.hidden === 'forecast' && !question.hasForecast)
    return 'Forecasts and prices are hidden until you have made a forecast of your own.';
  return null;
}

/** Private questions exist in their channel alone. */
export const seenFrom = (question: { channel: string | null }, channel: string | null): boolean =>
  question.channel === null || question.channel === channel;
