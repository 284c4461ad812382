import type { Minor } from '../../markets/core/types.ts';
import { me } from '../../markets/me.ts';
import type { Context } from '../command.ts';
import { readAmount } from '../parse/points.ts';

/** Reads an amount of points; the balance is looked up only where the text asks for a part of it. */
export async function pointsOf(context: Context, text: string): Promise<Minor> {
  if (/^[\d.,' ]+(k|m)?( ?(points?|pts?))?$/i.test(text.trim())) return readAmount(text, null, 'points');
  const { balance } = await me(context.db, context.call, { member: null });
  return readAmount(text, balance, 'points');
}
