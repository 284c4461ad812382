import type { Press } from '../../view.ts';
import { limits } from './limits.ts';

/**
 * A press as text for a button's value (2,000 characters) or a block's id (255), which are roomier than the shared
 * encoding allows for: "leaderboard?metric=brier&tag=...". Null when even these are too small.
 */
export function writePress(press: Press, max: number): string | null {
  const query = new URLSearchParams(press.args).toString();
  const text = query === '' ? press.command : `${press.command}?${query}`;
  return text.length <= max ? text : null;
}

/** Reads what `writePress` made. It comes from outside: null when it is not of that form. */
export function readPress(text: string): Press | null {
  if (text.length > limits.buttonValue) return null;
  const [command = '', ...query] = text.split('?');
  if (!/^[a-z]+( [a-z]+)?$/.test(command)) return null;
  return { command, args: Object.fromEntries(new URLSearchParams(query.join('?'))) };
}
