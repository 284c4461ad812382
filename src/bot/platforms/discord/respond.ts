import { ButtonStyle, ComponentType, InteractionResponseType, MessageFlags } from 'discord.js';
import type { Form, Responder } from '../../app.ts';
import type { FileValue, RawArgs } from '../../command.ts';
import type { View } from '../../view.ts';
import { type InteractionApi, messageBody, tooLate } from './api.ts';
import { carried, modal } from './forms.ts';
import { writeId } from './ids.ts';
import type { Payload } from './payload.ts';
import type { PendingForms } from './pending.ts';
import type { Rendered } from './render.ts';
import type { Turns } from './turns.ts';

/**
 * Where the answer appears. `reply`: a message of its own. `update`: in place of the card whose button was pressed.
 * `prompt`: the card was our own "are you sure?", which gives way to the answer.
 */
export type Mode = 'reply' | 'update' | 'prompt';

export interface ResponderSetting {
  readonly api: InteractionApi;
  readonly payload: Payload;
  readonly mode: Mode;
  readonly forms: PendingForms;
  readonly turns: Turns;
  /** Files among the arguments: a form cannot carry them. */
  readonly files: Readonly<Record<string, FileValue>>;
  /** Draws a card and remembers what its buttons ask before they act. */
  readonly draw: (view: View) => Promise<Rendered>;
  /** Delivers an answer whose interaction has expired. */
  readonly late: (view: View, visibility: 'public' | 'private') => Promise<void>;
}

/**
 * Answers one interaction. `acknowledge` may come early (a file to fetch, a private chat): it counts once. After it comes
 * a turn to work, which `done` gives back.
 */
export function responder(setting: ResponderSetting): Responder & { done(): void } {
  const { api, payload, mode, forms, files, turns, draw, late } = setting;
  let acknowledged: 'public' | 'private' | null = null;
  let done = (): void => {};

  // Only the ephemeral flag counts here; Components V2 is set when the answer is filled in.
  const deferral = (visibility: 'public' | 'private') =>
    mode === 'reply'
      ? {
          type: InteractionResponseType.DeferredChannelMessageWithSource as const,
          data: visibility === 'private' ? { flags: MessageFlags.Ephemeral as const } : {},
        }
      : { type: InteractionResponseType.DeferredMessageUpdate as const };

  const acknowledge = async (visibility: 'public' | 'private'): Promise<void> => {
    if (acknowledged !== null) return;
    acknowledged = visibility;
    await turns.urgently(() => api.respond(payload, deferral(visibility)));
    done = await turns.begin();
  };

  const place = async (card: Rendered, visibility: 'public' | 'private', refusal: boolean): Promise<void> => {
    if (mode === 'update') {
      // What was there stays when it must not be replaced: a public page, or a card whose button was refused.
      const replaces = visibility === 'public' || (payload.message?.ephemeral === true && !refusal);
      await (replaces ? api.edit(payload, card) : api.followUp(payload, card, true));
    } else if (mode === 'prompt' && visibility === 'public') {
      await api.followUp(payload, card, false);
      await api.remove(payload);
    } else if (mode === 'reply' && acknowledged === 'public' && visibility === 'private') {
      // The first follow-up would fill the public placeholder, so that goes first.
      await api.remove(payload);
      await api.followUp(payload, card, true);
    } else await api.edit(payload, card);
  };

  const answer = async (view: View, visibility: 'public' | 'private', refusal: boolean): Promise<void> => {
    const card = await draw(view);
    await acknowledge(visibility);
    done();
    try {
      await place(card, visibility, refusal);
    } catch (error) {
      if (!tooLate(error)) throw error;
      await late(view, visibility);
    }
  };

  const form = async (wanted: Form): Promise<void> => {
    const known = carried(wanted);
    const id =
      Object.keys(files).length === 0
        ? writeId({ kind: 'submit', press: { command: wanted.command, args: known } })
        : null;
    const keep = (args: RawArgs) => forms.keep({ command: wanted.command, args, user: payload.user.id });
    if (acknowledged === null && payload.asked.kind !== 'modal') {
      const customId = id ?? `p${keep({ ...known, ...files })}`;
      await api.respond(payload, { type: InteractionResponseType.Modal, data: modal(wanted, customId) });
      return;
    }
    // Discord opens no form from a form, nor after an acknowledgement: a button opens it, with all that was typed.
    const filled = wanted.fields.flatMap((f) => (f.value === null ? [] : [[f.name, f.value] as const]));
    const token = keep({ ...wanted.fixed, ...Object.fromEntries(filled), ...files });
    const card = await draw({
      title: wanted.title,
      tone: 'warn',
      blocks: [{ kind: 'text', text: wanted.about }],
    });
    await acknowledge('private');
    const button = { label: 'Fill in', id: `p${token}`, style: ButtonStyle.Primary } as const;
    await place(withButtons(card, [button]), 'private', true);
  };

  return {
    acknowledge,
    form,
    done: () => done(),
    show: (view, visibility) => answer(view, visibility, false),
    refuse: (view) => answer(view, 'private', true),
  };
}

function withButtons(
  card: Rendered,
  buttons: readonly {
    label: string;
    id: string;
    style: ButtonStyle.Primary | ButtonStyle.Danger | ButtonStyle.Secondary;
  }[],
): Rendered {
  return {
    ...card,
    components: [
      ...card.components,
      {
        type: ComponentType.ActionRow,
        components: buttons.map((b) => ({
          type: ComponentType.Button,
          label: b.label,
          style: b.style,
          custom_id: b.id,
        })),
      },
    ],
  };
}

/** Asks before a press is run: an answer that only the presser sees, with a button that runs it and one that does not. */
export async function askFirst(
  api: InteractionApi,
  payload: Payload,
  draw: (view: View) => Promise<Rendered>,
  question: string,
  confirmedId: string,
): Promise<void> {
  const card = await draw({
    title: 'Are you sure?',
    tone: 'warn',
    blocks: [{ kind: 'text', text: question }],
  });
  const { body } = messageBody(
    withButtons(card, [
      { label: 'Yes, do it', id: confirmedId, style: ButtonStyle.Danger },
      { label: 'No', id: 'x', style: ButtonStyle.Secondary },
    ]),
    MessageFlags.Ephemeral,
  );
  await api.respond(payload, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: { components: body.components, flags: body.flags, allowed_mentions: { parse: [] } },
  });
}

/** Tells only the person who asked, at once. */
export async function tell(
  api: InteractionApi,
  to: { id: string; token: string },
  card: Rendered,
): Promise<void> {
  await api.respond(to, {
    type: InteractionResponseType.ChannelMessageWithSource,
    data: {
      components: card.components,
      flags: MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral,
      allowed_mentions: { parse: [] },
    },
  });
}
