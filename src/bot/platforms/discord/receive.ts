import { type Client, InteractionResponseType, InteractionType, Routes } from 'discord.js';
import { z } from 'zod';
import type { App, Responder } from '../../app.ts';
import type { FileValue, RawArgs } from '../../command.ts';
import { complete, handle } from '../../handle.ts';
import type { Press, View } from '../../view.ts';
import type { InteractionApi } from './api.ts';
import { menus } from './commands.ts';
import { readId, writeId } from './ids.ts';
import { FileProblem, filesOf, hasFiles, invocationOf, textOf, whoOf } from './invocation.ts';
import { limits } from './limits.ts';
import { type Fields, type Payload, readAddress, readPayload } from './payload.ts';
import type { PendingForms } from './pending.ts';
import type { Rendered } from './render.ts';
import { askFirst, type Mode, responder, tell } from './respond.ts';
import { oneLine, shorten } from './text.ts';
import type { Turns } from './turns.ts';

export interface Reception {
  readonly app: App;
  readonly client: Client;
  readonly api: InteractionApi;
  readonly forms: PendingForms;
  readonly turns: Turns;
  /** Draws a card for a channel and remembers what its buttons ask first. */
  readonly draw: (view: View, channel: string | null) => Promise<Rendered>;
  /** What a button of a channel asks before it acts; null when the program was started since. */
  readonly question: (channel: string | null, customId: string) => string | null;
  readonly late: (payload: Payload, view: View, visibility: 'public' | 'private') => Promise<void>;
  /** A further host that attachments may be fetched from, for tests. */
  readonly fileHost: string | null;
}

const note = (title: string, text: string): View => ({
  title,
  tone: 'bad',
  blocks: [{ kind: 'text', text }],
});

const oldButton = note(
  'This no longer works',
  'The message is older than this version of Brierpatch. Run its command again to get a fresh one.',
);
const forgotten = note('This form was open too long', 'Run the command again and fill it in afresh.');
const whichServer = note(
  'Which server?',
  'Brierpatch knows you from several servers, or from none. Use this command in the server it is about.',
);

interface Wanted {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
  readonly fields: Fields;
  readonly kept: RawArgs;
  readonly wantsForm: boolean;
  readonly mode: Mode;
}

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

/** What is to be run; null when it has been answered here. */
async function understand(reception: Reception, payload: Payload): Promise<Wanted | null> {
  const { api, draw, forms, question } = reception;
  const { asked } = payload;
  const run = (press: { command: string; args: Readonly<Record<string, string>> }): Wanted => ({
    ...press,
    fields: {},
    kept: {},
    wantsForm: false,
    mode: 'reply',
  });
  const refuse = async (view: View): Promise<null> => {
    await tell(api, payload, await draw(view, payload.channel));
    return null;
  };
  switch (asked.kind) {
    case 'autocomplete':
      return null;
    case 'command':
      return { ...run({ command: asked.name, args: {} }), fields: asked.fields };
    case 'message menu':
      if (asked.name !== menus.message.name) return refuse(oldButton);
      return run({ command: menus.message.command, args: { [menus.message.fills]: asked.text } });
    case 'user menu':
      if (asked.name !== menus.user.name) return refuse(oldButton);
      return run({ command: menus.user.command, args: { [menus.user.fills]: asked.userName } });
    case 'modal': {
      const id = readId(asked.customId);
      if (id?.kind === 'submit')
        return { ...run(id.press), fields: asked.fields, mode: modeOf(reception, payload, id.press) };
      if (id?.kind !== 'pending') return refuse(oldButton);
      const begun = forms.find(id.token, payload.user.id);
      if (begun === null) return refuse(forgotten);
      return { ...run({ command: begun.command, args: {} }), kept: begun.args, fields: asked.fields };
    }
    case 'component': {
      const id = readId(asked.customId);
      if (id === null) return refuse(oldButton);
      switch (id.kind) {
        case 'cancel':
          await api.respond(payload, { type: InteractionResponseType.DeferredMessageUpdate });
          await api.remove(payload);
          return null;
        case 'confirm': {
          const confirmed = writeId({ kind: 'confirmed', press: id.press });
          if (confirmed === null) return refuse(oldButton);
          const asks =
            question(payload.channel, asked.customId) ??
            `This runs /${id.press.command}. It may not be undone.`;
          await askFirst(api, payload, (view) => draw(view, payload.channel), asks, confirmed);
          return null;
        }
        case 'pending': {
          const begun = forms.find(id.token, payload.user.id);
          if (begun === null) return refuse(forgotten);
          return { ...run({ command: begun.command, args: {} }), kept: begun.args, wantsForm: true };
        }
        case 'select': {
          const chosen = asked.values?.[0];
          if (chosen === undefined) return refuse(oldButton);
          const press = { command: id.press.command, args: { ...id.press.args, [id.fills]: chosen } };
          return { ...run(press), mode: modeOf(reception, payload, press) };
        }
        case 'confirmed':
          return { ...run(id.press), mode: payload.message?.ephemeral ? 'prompt' : 'reply' };
        case 'form':
          return { ...run(id.press), wantsForm: true, mode: modeOf(reception, payload, id.press) };
        case 'run':
          return { ...run(id.press), mode: modeOf(reception, payload, id.press) };
        case 'submit':
          return refuse(oldButton);
      }
    }
  }
}

/**
 * A private answer takes the place of the private card whose button was pressed; turning a public page replaces the page.
 * Everything else is a message of its own.
 */
function modeOf({ app }: Reception, payload: Payload, press: Press): Mode {
  if (payload.message === null) return 'reply';
  const { visibility } = app.commands.find((c) => c.name === press.command) ?? { visibility: 'private' };
  const inPlace = payload.message.ephemeral
    ? visibility === 'private'
    : visibility === 'public' && 'page' in press.args;
  return inPlace ? 'update' : 'reply';
}

const guildOf = (client: Client, id: string): { id: string; name: string } => ({
  id,
  name: client.guilds.cache.get(id)?.name ?? 'Discord server',
});

/** More servers than this are not searched for somebody who presses a button in a direct message. */
const mostServersAsked = 20;
const memberships = z.object({ roles: z.array(z.string()) });

/**
 * The server that an interaction belongs to. In a direct message it is the only one that both the person and the bot
 * are in; with several there is no telling, and nothing of one may be shown for another.
 */
async function homeOf(
  client: Client,
  payload: Payload,
): Promise<{ id: string; name: string; roles: readonly string[] } | null> {
  if (payload.guild !== null) return { ...guildOf(client, payload.guild), roles: payload.roles };
  const guilds = [...client.guilds.cache.keys()];
  if (guilds.length > mostServersAsked) return null;
  const asked = await Promise.all(
    guilds.map(async (id) => {
      const member = await client.rest
        .get(Routes.guildMember(id, payload.user.id))
        .then((answer) => memberships.parse(answer))
        .catch(() => null);
      return member === null ? [] : [{ ...guildOf(client, id), roles: member.roles }];
    }),
  );
  const homes = asked.flat();
  return homes.length === 1 ? (homes[0] ?? null) : null;
}
