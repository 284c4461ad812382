import { InteractionResponseType, InteractionType } from 'discord.js';
import type { Responder } from '../../app.ts';
import type { FileValue } from '../../command.ts';
import { complete, handle } from '../../handle.ts';
import { guildOf, homeOf } from './home.ts';
import { FileProblem, filesOf, hasFiles, invocationOf, textOf, whoOf } from './invocation.ts';
import { limits } from './limits.ts';
import { type Payload, readAddress, readPayload } from './payload.ts';
import { responder, tell } from './respond.ts';
import { oneLine, shorten } from './text.ts';
import { note, type Reception, understand, type Wanted } from './understand.ts';

const whichServer = note(
  'Which server?',
  'Brierpatch knows you from several servers, or from none. Use this command in the server it is about.',
);

/** Answers the `d` of one INTERACTION_CREATE. Never throws: what goes wrong is logged, and the person told if possible. */
export async function receive(reception: Reception, raw: unknown): Promise<void> {
  const { app, api, draw } = reception;
  let payload: Payload | null;
  try {
    payload = readPayload(raw);
  } catch (error) {
    app.log.warn({ err: error }, 'Discord sent an interaction that could not be read');
    const to = readAddress(raw);
    if (to === null || to.type === InteractionType.ApplicationCommandAutocomplete) return;
    const card = await draw(note('That could not be read', 'Please try again.'), null);
    await tell(api, to, card).catch(() => {});
    return;
  }
  if (payload === null) {
    app.log.warn(
      { address: readAddress(raw)?.id },
      'Discord sent an interaction of a kind that is not used here',
    );
    return;
  }
  try {
    await (payload.asked.kind === 'autocomplete'
      ? suggest(reception, payload, payload.asked)
      : answer(reception, payload));
  } catch (error) {
    // Nothing is left to be said to the person: Discord itself did not take the answer.
    app.log.error({ err: error, key: payload.id }, 'Discord did not take an answer');
  }
}

async function suggest(
  { app, client, api }: Reception,
  payload: Payload,
  asked: Extract<Payload['asked'], { kind: 'autocomplete' }>,
): Promise<void> {
  const guild = payload.guild === null ? null : guildOf(client, payload.guild);
  const found =
    guild === null
      ? []
      : await complete(app, {
          who: whoOf(payload, guild, payload.roles),
          command: asked.name,
          arg: asked.focused,
          typed: asked.typed,
          args: textOf(asked.fields),
        });
  const choices = found
    .filter(({ value }) => value.length > 0 && value.length <= limits.autocomplete.value)
    .slice(0, limits.autocomplete.choices)
    .map(({ value, label }) => ({ name: shorten(oneLine(label), limits.autocomplete.name) || value, value }));
  await api.respond(payload, {
    type: InteractionResponseType.ApplicationCommandAutocompleteResult,
    data: { choices },
  });
}

async function answer(reception: Reception, payload: Payload): Promise<void> {
  const { api, forms, turns, draw, late } = reception;
  const wanted = await understand(reception, payload);
  if (wanted === null) return;
  const files: Record<string, FileValue> = {};
  for (const [name, value] of Object.entries(wanted.kept)) if (typeof value !== 'string') files[name] = value;
  const to = responder({
    api,
    payload,
    mode: wanted.mode,
    forms,
    files,
    turns,
    draw: (view) => draw(view, payload.channel),
    late: (view, visibility) => late(payload, view, visibility),
  });
  try {
    await run(reception, payload, wanted, files, to);
  } finally {
    to.done();
  }
}

async function run(
  { app, client, fileHost }: Reception,
  payload: Payload,
  wanted: Wanted,
  files: Record<string, FileValue>,
  to: Responder,
): Promise<void> {
  // Both of these take time that the first acknowledgement does not have.
  const visibility = app.commands.find((c) => c.name === wanted.command)?.visibility ?? 'private';
  if (hasFiles(wanted.fields)) await to.acknowledge(visibility);
  else if (payload.guild === null) await to.acknowledge('private');

  const home = await homeOf(client, payload);
  if (home === null) return to.show(whichServer, 'private');
  try {
    Object.assign(files, await filesOf(wanted.fields, fileHost));
  } catch (error) {
    if (!(error instanceof FileProblem)) throw error;
    return to.show(note('The file could not be read', error.message), 'private');
  }
  const args = { ...wanted.args, ...wanted.kept, ...textOf(wanted.fields), ...files };
  const press = { command: wanted.command, args };
  await handle(app, invocationOf(payload, whoOf(payload, home, home.roles), press, wanted.wantsForm), to);
}
