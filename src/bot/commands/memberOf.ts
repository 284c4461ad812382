import { Refusal } from '../../markets/core/refusal.ts';
import { suggest } from '../../markets/suggest.ts';
import type { Context } from '../command.ts';

/** The id of the member that a name means: the one so called, or the only one it could mean. */
export async function memberOf(context: Context, text: string): Promise<number> {
  const name = text.trim().replace(/^@/, '');
  const found = await suggest(context.db, context.call, { what: 'member', text: name, question: null });
  const exact = found.filter((m) => m.label.toLowerCase() === name.toLowerCase() || m.value === text.trim());
  const chosen = exact.length > 0 ? exact : found;
  if (chosen.length === 1 && chosen[0]) return Number(chosen[0].value);
  const names = chosen.slice(0, 5).map((m) => m.label);
  throw new Refusal(
    'not-found',
    chosen.length === 0
      ? `Nobody here is called "${name.slice(0, 60)}".`
      : `"${name.slice(0, 60)}" may mean ${names.join(', ')}.`,
    chosen.length === 0 ? 'Members are known once they have used a command.' : 'Write the whole name.',
  );
}
