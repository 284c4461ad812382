import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import type { Form, Responder } from '../../app.ts';
import type { View } from '../../view.ts';
import type { Desk } from './desk.ts';
import { limits, responseUrlMinutes } from './limits.ts';
import type { Target } from './metadata.ts';
import { formModal } from './modal.ts';
import { writePress } from './press.ts';
import type { Rendered } from './render.ts';
import { slackError, withFallback } from './send.ts';
import type { Workspace } from './workspaces.ts';

export interface Conversation {
  readonly at: Workspace;
  readonly user: string;
  readonly target: Target;
  /** Lets one modal be opened, for 3 seconds; null where nothing was pressed. */
  readonly trigger: string | null;
  /** The command asked for. */
  readonly origin: string;
  /**
   * Who sees the message that was pressed, when an answer for the same eyes is to replace it (a page turned); null: every
   * answer is a message of its own.
   */
  readonly inPlace: 'public' | 'private' | null;
}

/** A fresh target out of a payload. */
export const targetOf = (
  channel: string | null,
  thread: string | null,
  url: string | null,
  now: Date,
): Target => ({
  channel,
  thread,
  url,
  until: url === null ? null : now.getTime() + responseUrlMinutes * 60_000,
});

/** Errors by which Slack says that the app cannot speak in this conversation. */
const elsewhere = new Set([
  'not_in_channel',
  'channel_not_found',
  'user_not_in_channel',
  'is_archived',
  'restricted_action',
  'messages_tab_disabled',
]);

const message = (rendered: Rendered) => ({
  text: rendered.text,
  blocks: rendered.blocks,
  unfurl_links: false,
  unfurl_media: false,
});

/** Answers into the conversation that was spoken in, by whichever way is open. */
export async function speak(
  desk: Desk,
  to: Conversation,
  view: View,
  visibility: 'public' | 'private',
): Promise<void> {
  const { at, user, target } = to;
  let refused = false;
  await withFallback(
    { at, log: desk.log, pictures: desk.pictures },
    view,
    { surface: 'message', origin: to.origin },
    async (rendered) => {
      if (!refused && (await byResponseUrl(desk, to, rendered, visibility))) return;
      refused = true;
      const channel = target.channel;
      const thread = target.thread === null ? {} : { thread_ts: target.thread };
      try {
        if (channel === null) throw null;
        if (visibility === 'public' || channel.startsWith('D'))
          await at.client.chat.postMessage({ channel, ...thread, ...message(rendered) });
        else await at.client.chat.postEphemeral({ channel, user, ...thread, ...message(rendered) });
      } catch (error) {
        if (error !== null && !elsewhere.has(slackError(error) ?? '')) throw error;
        // Where the app is no member it can still write to the person.
        await at.client.chat.postMessage({ channel: user, ...message(rendered) });
      }
    },
  );
}

const answerSchema = z.object({ ok: z.boolean(), error: z.string().optional() });

/** False when the address is spent, or was never Slack's. */
async function byResponseUrl(
  desk: Desk,
  to: Conversation,
  rendered: Rendered,
  visibility: 'public' | 'private',
): Promise<boolean> {
  const { url, until } = to.target;
  if (url === null || until === null || until <= desk.app.clock().getTime()) return false;
  if (!URL.canParse(url) || !desk.origins.has(new URL(url).origin)) return false;
  const body = JSON.stringify({
    response_type: visibility === 'public' ? 'in_channel' : 'ephemeral',
    replace_original: to.inPlace === visibility,
    ...(to.target.thread === null ? {} : { thread_ts: to.target.thread }),
    ...message(rendered),
  });
  const post = () =>
    fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
      signal: AbortSignal.timeout(10_000),
    });
  try {
    let response = await post();
    if (response.status === 429) {
      await wait(Math.min(30, Number(response.headers.get('retry-after')) || 1) * 1000);
      response = await post();
    }
    const text = await response.text();
    const said = answerSchema.safeParse(text.startsWith('{') ? JSON.parse(text) : { ok: response.ok });
    if (said.success && said.data.ok && response.ok) return true;
    desk.log.warn({ status: response.status, said: text.slice(0, 200) }, 'a response_url refused an answer');
  } catch (error) {
    desk.log.warn({ err: error }, 'a response_url could not be reached');
  }
  return false;
}

/** Where no modal can be opened (a mention, a direct message): what is missing, and a button that asks for it. */
export function askFor(form: Form): View {
  const press = { command: form.command, args: form.fixed };
  const required = form.fields.filter((field) => field.required).map((field) => field.label);
  const short = writePress(press, limits.buttonValue) !== null;
  return {
    title: form.title,
    tone: 'info',
    blocks: [
      {
        kind: 'text',
        text: required.length === 0 ? form.about : `Still needed: ${required.join(', ')}.`,
      },
      ...(short
        ? [
            {
              kind: 'buttons' as const,
              buttons: [
                {
                  kind: 'press' as const,
                  label: 'Fill in',
                  style: 'primary' as const,
                  press,
                  form: true as const,
                },
              ],
            },
          ]
        : []),
    ],
  };
}

/** A trigger is good for 3 seconds and once. */
const spent = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
]);

/** Answers what was asked in a channel or a direct conversation. */
export function conversationResponder(desk: Desk, to: Conversation): Responder {
  return {
    async form(form) {
      if (to.trigger !== null) {
        const private_metadata = desk.forms.write({
          command: form.command,
          fixed: form.fixed,
          to: to.target,
        });
        try {
          await to.at.client.views.open({
            trigger_id: to.trigger,
            view: formModal(form, private_metadata, desk.app.commands),
          });
          return;
        } catch (error) {
          if (!spent.has(slackError(error) ?? '')) throw error;
        }
      }
      await speak(desk, { ...to, inPlace: null }, askFor(form), 'private');
    },
    // Slack's own acknowledgement went out before `handle` was called.
    acknowledge: async () => undefined,
    show: (view, visibility) => speak(desk, to, view, visibility),
    refuse: (view) => speak(desk, { ...to, inPlace: null }, view, 'private'),
  };
}
