import type { Context } from '../command.ts';
import type { When } from '../when.ts';

/** The moment and the community's time zone, by which everything in an answer is read and shown. */
export const whenOf = (context: Context): When => ({ now: context.now, timeZone: context.settings.timeZone });
