import { setTimeout as wait } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import { z } from 'zod';
import type { Delivery, MessageRef } from '../../app.ts';
import type { View } from '../../view.ts';
import type { Desk } from './desk.ts';
import { secondsBetweenMessages } from './limits.ts';
import { qualified, unqualified } from './people.ts';
import type { Rendered } from './render.ts';
import { slackError, withFallback } from './send.ts';
import type { Workspace } from './workspaces.ts';

/** Answers by which Slack says that a message has nowhere to go any more, or never had. */
const lost = new Set([
  'account_inactive',
  'cannot_dm_bot',
  'cant_update_message',
  'channel_not_found',
  'edit_window_closed',
  'invalid_auth',
  'is_archived',
  'message_not_found',
  'messages_tab_disabled',
  'missing_scope',
  'no_permission',
  'not_authed',
  'not_in_channel',
  'restricted_action',
  'team_not_found',
  'token_expired',
  'token_revoked',
  'user_disabled',
  'user_not_found',
  'user_not_visible',
]);

const gone = (why: string): Delivery => ({ outcome: 'gone', why });
const later = (seconds: number, why: string): Delivery => ({ outcome: 'later', seconds, why });

/** What became of an attempt that failed. */
function failed(error: unknown): Delivery {
  if (error instanceof webApi.WebAPIRateLimitedError) return later(error.retryAfter, 'rate limited');
  const said = slackError(error);
  if (said === 'ratelimited') return later(30, said);
  if (said !== null) return lost.has(said) ? gone(said) : later(60, said);
  return later(30, error instanceof Error ? error.message : String(error));
}

const historySchema = z.object({
  messages: z.array(
    z.object({
      ts: z.string(),
      metadata: z.object({ event_payload: z.object({ nonce: z.string() }) }).optional(),
    }),
  ),
});
const nonceEvent = 'brierpatch_post';
/** A message that this run has not tried before may have been sent by the run before it, if that was not long ago. */
const doubtful = 10 * 60_000;
const remembered = 5000;

/** Keeps messages of one channel a second apart. Resolves when it is this one's turn. */
function pacer(now: () => number) {
  const next = new Map<string, number>();
  return async (channel: string): Promise<void> => {
    const at = Math.max(now(), next.get(channel) ?? 0);
    next.set(channel, at + secondsBetweenMessages * 1000);
    if (next.size > remembered) for (const [key, time] of next) if (time < now()) next.delete(key);
    await wait(at - now());
  };
}

/** Posting, editing and writing to people, on behalf of the outbox. */
export function delivery(desk: Desk) {
  const started = Date.now();
  const turn = pacer(Date.now);
  /** Posts that went out, by nonce; null while it is not known whether they did. */
  const posts = new Map<string, MessageRef | null>();
  /** The newest view of a card that waits for its turn, and those who wait with it. */
  const waiting = new Map<string, { view: View; done: Promise<Delivery> }>();

  const send = <T>(at: Workspace, view: View, put: (rendered: Rendered) => Promise<T>): Promise<T> =>
    withFallback(
      { at, log: desk.log, pictures: desk.pictures },
      desk.words.view(view),
      { surface: 'message', origin: '' },
      put,
    );

  /** The message of an earlier attempt whose answer got lost, if it is among the latest of the channel. */
  async function sentBefore(at: Workspace, channel: string, nonce: string): Promise<MessageRef | null> {
    if (!posts.has(nonce) && Date.now() - started > doubtful) return null;
    try {
      const answer = await at.poster.conversations.history({
        channel,
        limit: 15,
        include_all_metadata: true,
      });
      const found = historySchema
        .parse(answer)
        .messages.find((message) => message.metadata?.event_payload.nonce === nonce);
      return found === undefined ? null : { channel: qualified(at.id, channel), message: found.ts };
    } catch (error) {
      desk.log.debug({ err: error, channel }, 'the history of a channel is not readable');
      return null;
    }
  }

  async function deliver(to: string, view: View, nonce: string, person: boolean): Promise<Delivery> {
    const known = posts.get(nonce);
    if (known) return { outcome: 'sent', ref: known };
    const target = unqualified(to);
    const at = await desk.workspaces.get(target.team);
    if (at === null) return gone(`no workspace is known for "${to}"`);
    try {
      let channel = target.id;
      if (person) {
        const opened = await at.poster.conversations.open({ users: target.id });
        channel = opened.channel?.id ?? target.id;
      }
      const before = await sentBefore(at, channel, nonce);
      const ref = before ?? (await post(at, channel, view, nonce));
      if (posts.size >= remembered) posts.clear();
      posts.set(nonce, ref);
      return { outcome: 'sent', ref };
    } catch (error) {
      desk.log.warn({ err: error, to }, 'a message was not delivered');
      return failed(error);
    }
  }

  async function post(at: Workspace, channel: string, view: View, nonce: string): Promise<MessageRef> {
    await turn(qualified(at.id, channel));
    posts.set(nonce, null);
    return send(at, view, async ({ text, blocks }) => {
      const answer = await at.poster.chat.postMessage({
        channel,
        text,
        blocks,
        unfurl_links: false,
        unfurl_media: false,
        metadata: { event_type: nonceEvent, event_payload: { nonce } },
      });
      return { channel: qualified(at.id, answer.channel ?? channel), message: answer.ts ?? '' };
    });
  }

  async function update(ref: MessageRef, newest: () => View): Promise<Delivery> {
    const target = unqualified(ref.channel);
    const at = await desk.workspaces.get(target.team);
    if (at === null) return gone(`no workspace is known for "${ref.channel}"`);
    await turn(ref.channel);
    const view = newest();
    try {
      await send(at, view, ({ text, blocks }) =>
        at.poster.chat.update({ channel: target.id, ts: ref.message, text, blocks }),
      );
      return { outcome: 'sent', ref };
    } catch (error) {
      return failed(error);
    }
  }

  const begun = new Set<Promise<Delivery>>();
  const noted = (work: Promise<Delivery>): Promise<Delivery> => {
    begun.add(work);
    return work.finally(() => begun.delete(work));
  };

  return {
    post: (channel: string, view: View, nonce: string) => noted(deliver(channel, view, nonce, false)),
    direct: (userId: string, view: View, nonce: string) => noted(deliver(userId, view, nonce, true)),
    /** Resolves when nothing is on its way. */
    settled: async () => void (await Promise.all(begun)),
    /** Edits that come while one waits for its turn become one: the newest. */
    edit(ref: MessageRef, view: View): Promise<Delivery> {
      const key = `${ref.channel} ${ref.message}`;
      const ahead = waiting.get(key);
      if (ahead !== undefined) {
        ahead.view = view;
        return ahead.done;
      }
      const entry = { view, done: Promise.resolve<Delivery>({ outcome: 'sent', ref }) };
      entry.done = noted(
        update(ref, () => {
          waiting.delete(key);
          return entry.view;
        }).finally(() => waiting.get(key) === entry && waiting.delete(key)),
      );
      waiting.set(key, entry);
      return entry.done;
    },
  };
}
