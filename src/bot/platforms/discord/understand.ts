import { type Client, InteractionResponseType } from 'discord.js';
import type { App } from '../../app.ts';
import type { RawArgs } from '../../command.ts';
import type { Press, View } from '../../view.ts';
import type { InteractionApi } from './api.ts';
import { menus } from './commands.ts';
import { readId, writeId } from './ids.ts';
import type { Fields, Payload } from './payload.ts';
import type { PendingForms } from './pending.ts';
import type { Rendered } from './render.ts';
import { askFirst, type Mode, tell } from './respond.ts';
import type { Turns } from './turns.ts';

/** What answering an interaction takes. */
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

/** A card that says what went wrong. */
export const note = (title: string, text: string): View => ({
  title,
  tone: 'bad',
  blocks: [{ kind: 'text', text }],
});

const oldButton = note(
  'This no longer works',
  'The message is older than this version of Brierpatch. Run its command again to get a fresh one.',
);
const forgotten = note('This form was open too long', 'Run the command again and fill it in afresh.');
/** What is to be run, and how. */
export interface Wanted {
  readonly command: string;
  readonly args: Readonly<Record<string, string>>;
  readonly fields: Fields;
  readonly kept: RawArgs;
  readonly wantsForm: boolean;
  readonly mode: Mode;
}

/** What is to be run; null when it has been answered here. */
export async function understand(reception: Reception, payload: Payload): Promise<Wanted | null> {
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
