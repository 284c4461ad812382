import type { Press } from './view.ts';

/** Longest encoded press: Discord's custom_id takes 100 characters, one is kept for a platform's own mark. */
export const pressLimit = 99;

const packed = ({ command, args }: Press): string => {
  const query = new URLSearchParams(args).toString();
  return query === '' ? command : `${command}?${query}`;
};

/** Whether a press fits a button. What people typed (a search, a tag, a reason) may be too long for one. */
export const fitsPress = (press: Press): boolean => packed(press).length <= pressLimit;

/**
 * Packs a press into a short text for a button: "forecast?question=7&probability=70%25". Throws when it would be longer
 * than `pressLimit`, which is a bug of the view that made it.
 */
export function encodePress(press: Press): string {
  const text = packed(press);
  if (text.length > pressLimit)
    throw new Error(`A press of ${text.length} characters does not fit a button: ${text}`);
  return text;
}

/** Unpacks what `encodePress` made. The text comes from outside: null when it is not of that form. */
export function decodePress(text: string): Press | null {
  if (text.length > pressLimit) return null;
  const cut = text.indexOf('?');
  const command = cut < 0 ? text : text.slice(0, cut);
  if (!/^[a-z]+( [a-z]+)?$/.test(command)) return null;
  return { command, args: Object.fromEntries(new URLSearchParams(cut < 0 ? '' : text.slice(cut + 1))) };
}
