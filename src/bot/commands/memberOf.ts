import { Refusal } from '../../markets/core/refusal.ts';
import { suggest } from '../../markets/suggest.ts';
import type { Context } from '../command.ts';

/**
 * The id of the member that a text means: the id itself, as completions fill it in, or the one so called, or the only one
 * whose name it fits.
 */
export async function memberOf(context: Context, text: string): Promise<number> {
  const name = text.trim().replace(/^@/, '');
  if (/^\d{1,9}$/.test(name)) return Number(name);
  const found = await suggest(context.db, context.call, { what: 'member', text: name, question: null });
  const exact = found.filter((m) => m.label.toLowerCase() === name.toLowerCase());
  const chosen = exact.length > 0 ? exact : found;
  if (chosen.length === 1 && chosen[0]) return Number(chosen[0].value);
  const names = chosen.slice(0, 5).map((m) => m.label);
  const typed = name.slice(0, 60);
  throw new Refusal(
    'not-found',
    chosen.length === 0 ? `Nobody here is called "${typed}".` : `"${typed}" may mean ${names.join(', ')}.`,
    chosen.length === 0 ? 'Members are known once they have used a command.' : 'Write the whole name.',
  );
}
