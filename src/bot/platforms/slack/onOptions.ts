import type { types } from '@slack/bolt';
import type { ArgKind } from '../../command.ts';
import { complete } from '../../handle.ts';
import type { Desk } from './desk.ts';
import { plain } from './escape.ts';
import { limits } from './limits.ts';
import { fieldOfBlock, readState } from './modal.ts';
import { optionsSchema } from './payloads.ts';
import { invocationOf, visit } from './visitor.ts';

/** Kinds whose fields also take what was typed, as it was typed: a new tag, a part of a label, several drafts. */
const alsoTyped: ReadonlySet<ArgKind> = new Set(['tag', 'outcome', 'draft']);

/** What a searching field of a form offers while one types. */
export async function onOptions(desk: Desk, body: unknown): Promise<types.PlainTextOption[]> {
  const payload = optionsSchema.parse(body);
  const form = desk.forms.read(payload.view?.private_metadata);
  const arg = fieldOfBlock(payload.block_id);
  if (form === null || arg === null) return [];
  const team = payload.team?.id ?? payload.user.team_id ?? undefined;
  const visitor = await visit(desk, team, payload.user.id, null);
  if (visitor === null) return [];
  const typed = payload.value.trim();
  const filled = readState(payload.view?.state?.values ?? {});
  const { who } = invocationOf(visitor, form.to.channel, {
    id: '',
    command: form.command,
    args: {},
    wantsForm: false,
  });
  const found = await complete(desk.app, {
    who,
    command: form.command,
    arg,
    typed,
    args: { ...filled?.texts, ...form.fixed },
  });
  const options = found
    .filter((choice) => choice.value !== '' && choice.value.length <= limits.optionValue)
    .map((choice) => ({ text: plain(choice.label, limits.optionText), value: choice.value }));
  const kind = desk.app.commands.find((command) => command.name === form.command)?.args[arg]?.kind;
  const free =
    kind !== undefined &&
    alsoTyped.has(kind) &&
    typed !== '' &&
    typed.length <= limits.optionValue &&
    !options.some((o) => o.value === typed);
  return [...options, ...(free ? [{ text: plain(typed, limits.optionText), value: typed }] : [])].slice(
    0,
    limits.options,
  );
}
