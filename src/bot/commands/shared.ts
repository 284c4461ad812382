import type { Context, FileValue } from '../command.ts';
import type { When } from '../when.ts';

/** The moment and the community's time zone, by which everything in an answer is read and shown. */
export const whenOf = (context: Context): When => ({ now: context.now, timeZone: context.settings.timeZone });

/** The number in an argument as it was typed, "Q7" or "D3", for filling a form in; null when there is none. */
export function numberIn(value: string | FileValue | undefined): number | null {
  const digits = typeof value === 'string' ? /^#?[QD]?#?(\d{1,9})$/i.exec(value.trim())?.[1] : undefined;
  return digits === undefined ? null : Number(digits);
}
