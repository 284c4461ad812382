import { answer } from './answer.ts';
import { conversationResponder, targetOf } from './conversation.ts';
import type { Desk } from './desk.ts';
import { inModal, panelResponder } from './panel.ts';
import { shortcutSchema } from './payloads.ts';
import { invocationOf, understood, visit } from './visitor.ts';

/** Callback ids of the shortcuts in the manifest, and what they start. */
export const shortcuts = {
  ask: { name: 'Ask a question', type: 'global', description: 'Ask a forecast question', command: 'ask' },
  predictions: {
    name: 'Find predictions',
    type: 'message',
    description: 'Propose questions from this message',
    command: 'article',
  },
} as const;

const day = 24 * 3_600_000;

/** The day an older message was written, from which its deadlines count. Within a day it is today, whatever the zone. */
function writtenOn(ts: string | undefined, now: Date): { published?: string } {
  const at = Number(ts) * 1000;
  return at > 0 && at < now.getTime() - day ? { published: new Date(at).toISOString().slice(0, 10) } : {};
}

/** "Ask a question" from anywhere; "Find predictions" on a message. */
export async function onShortcut(desk: Desk, body: unknown): Promise<void> {
  const payload = shortcutSchema.parse(body);
  const user = payload.user.id;
  const channel = payload.channel?.id ?? null;
  const known = payload.callback_id === 'ask' || payload.callback_id === 'predictions';
  if (!known) {
    desk.log.warn({ shortcut: payload.callback_id }, 'an unknown shortcut');
    return;
  }
  const target =
    channel === null
      ? inModal
      : targetOf(channel, payload.message?.thread_ts ?? null, payload.response_url ?? null, desk.app.clock());
  const visitor = await visit(desk, payload.team?.id ?? payload.user.team_id ?? undefined, user, target);
  if (visitor === null) return;
  const { at } = visitor;
  const asked =
    payload.callback_id === 'ask'
      ? { command: shortcuts.ask.command, args: {}, wantsForm: true }
      : {
          command: shortcuts.predictions.command,
          args: {
            text: await understood(desk, at, payload.message?.text ?? ''),
            ...writtenOn(payload.message?.ts, desk.app.clock()),
          },
          wantsForm: false,
        };
  const invocation = invocationOf(visitor, channel, { id: payload.trigger_id, ...asked });
  const responder =
    channel === null
      ? panelResponder(desk, { at, view: null, trigger: payload.trigger_id, origin: asked.command })
      : conversationResponder(desk, {
          at,
          user,
          target,
          trigger: payload.trigger_id,
          origin: asked.command,
          inPlace: null,
        });
  await answer(desk, invocation, responder);
}
