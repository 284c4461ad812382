import { createHash } from 'node:crypto';
import { type REST, Routes, SnowflakeUtil } from 'discord.js';
import { z } from 'zod';
import type { Delivery, MessageRef } from '../../app.ts';
import type { View } from '../../view.ts';
import { askedForPause, failedDelivery, messageBody, tooOld } from './api.ts';
import { limits } from './limits.ts';
import type { Rendered } from './render.ts';
import { oneLine, shorten } from './text.ts';

const created = z.object({ id: z.string(), channel_id: z.string() });
const channel = z.object({ id: z.string() });

/** Discord drops a second message with the same nonce within minutes, so that a retried 502 posts once. */
const nonceOf = (text: string): string =>
  createHash('sha256').update(text).digest('base64url').slice(0, limits.message.nonce);

/** Writing messages that no interaction asked for: announcements, cards kept up to date, direct messages, threads. */
export function deliveries(rest: REST, draw: (view: View, channelId: string) => Promise<Rendered>) {
  const attempt = async (act: () => Promise<MessageRef | null>): Promise<Delivery> => {
    try {
      return { outcome: 'sent', ref: await act() };
    } catch (error) {
      return failedDelivery(error);
    }
  };

  const write = async (channelId: string, view: View, nonce: string): Promise<MessageRef> => {
    const { body, files } = messageBody(await draw(view, channelId));
    const message = created.parse(
      await rest.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce: nonceOf(nonce), enforce_nonce: true },
        files,
      }),
    );
    return { channel: message.channel_id, message: message.id };
  };

  return {
    post: (channelId: string, view: View, nonce: string): Promise<Delivery> =>
      attempt(() => write(channelId, view, nonce)),

    edit: (ref: MessageRef, view: View): Promise<Delivery> =>
      attempt(async () => {
        const request = messageBody(await draw(view, ref.channel));
        await rest.patch(Routes.channelMessage(ref.channel, ref.message), request);
        return ref;
      }).then((done) => {
        // Edits of messages older than an hour have a limit of their own (30046), which comes as a long pause.
        const old = Date.now() - SnowflakeUtil.timestampFrom(ref.message) > 3_600_000;
        return done.outcome === 'later' && done.why === askedForPause && old ? tooOld : done;
      }),

    direct: (userId: string, view: View, nonce: string): Promise<Delivery> =>
      attempt(async () => {
        const dm = channel.parse(await rest.post(Routes.userChannels(), { body: { recipient_id: userId } }));
        return write(dm.id, view, nonce);
      }),

    /** Opens a thread under a message. The thread's own id is in `ref.channel`. */
    thread: (ref: MessageRef, name: string): Promise<Delivery> =>
      attempt(async () => {
        const made = channel.parse(
          await rest.post(Routes.threads(ref.channel, ref.message), {
            body: {
              name: shorten(oneLine(name), limits.threadName) || 'Question',
              auto_archive_duration: 10080,
            },
          }),
        );
        return { channel: made.id, message: ref.message };
      }),
  };
}
