import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import type { App, Delivery, Platform } from '../../app.ts';
import type { View } from '../../view.ts';
import { Room } from './room.ts';
import { routes } from './routes.tsx';
import { talkIn } from './talk.ts';
import { welcome } from './welcome.ts';

export { speakers, whoIs } from './people.ts';

/** The playground as a platform, with its address. */
export interface Playground extends Platform {
  /** Where the page is: "http://127.0.0.1:3000/". Known once started. */
  address(): string;
}

/** A port that cannot be had: taken by another program, or not permitted. */
export class PortRefused extends Error {}

/**
 * A web page on 127.0.0.1 that is a chat with the same commands as Discord and Slack.
 *
 * @param wanted port to listen on; 0 takes a free one
 */
export function playgroundPlatform(app: App, wanted: number): Playground {
  const room = new Room();
  let port = 0;
  const hono = routes(app, room, talkIn(app, room), () => port);
  let server: ReturnType<typeof serve> | undefined;
  const sent = (view: View, to: string | null, channel: string): Delivery => {
    const message = room.add({ kind: 'view', view }, to, app.clock());
    return { outcome: 'sent', ref: { channel, message: String(message.id) } };
  };
  return {
    name: 'playground',
    address: () => `http://127.0.0.1:${port}/`,
    start: () =>
      new Promise((resolve, reject) => {
        server = serve({ fetch: hono.fetch, hostname: '127.0.0.1', port: wanted }, (info: AddressInfo) => {
          port = info.port;
          sent(welcome, null, 'general');
          resolve();
        });
        server.once('error', (error: NodeJS.ErrnoException) => {
          if (error.code === 'EADDRINUSE')
            reject(new PortRefused(`Port ${wanted} is in use. Set PORT to another one.`));
          else if (error.code === 'EACCES')
            reject(new PortRefused(`Port ${wanted} may not be used here. Set PORT to another one.`));
          else reject(error);
        });
      }),
    post: async (channel, view) => sent(view, null, channel),
    edit: async (ref, view) =>
      room.change(Number(ref.message), view)
        ? { outcome: 'sent', ref }
        : { outcome: 'gone', why: 'the message is no longer kept' },
    direct: async (userId, view) => sent(view, userId, 'direct'),
    stop: () =>
      new Promise((resolve) => {
        if (!server) return resolve();
        server.close(() => resolve());
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
