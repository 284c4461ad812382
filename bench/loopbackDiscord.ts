import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parentPort } from 'node:worker_threads';
import { WebSocketServer } from 'ws';

/**
 * As much of Discord as a stopwatch needs, in a thread of its own: it dispatches interactions over a gateway and notes
 * when each was acknowledged and when its answer had come. It accepts whatever it is sent; correctness is tested elsewhere.
 */
export interface Timing {
  readonly sent: number;
  acknowledged: number;
  answered: number;
}

const timings = new Map<string, Timing>();
let socket: import('ws').WebSocket | null = null;
let sequence = 2;

const server = createServer((request, response) => {
  const url = request.url ?? '';
  request.resume();
  request.on('end', () => {
    const now = performance.now();
    const token = /\/(?:interactions\/\d+|webhooks\/\d+)\/(t\d+)/.exec(url)?.[1];
    const timing = token === undefined ? undefined : timings.get(token);
    if (timing && url.includes('/callback')) timing.acknowledged = now;
    else if (timing) timing.answered = now;
    const body = url.endsWith('/gateway/bot')
      ? {
          url: `ws://127.0.0.1:${port}`,
          shards: 1,
          session_start_limit: { total: 1000, remaining: 999, reset_after: 1, max_concurrency: 1 },
        }
      : url.includes('/commands')
        ? []
        : { id: '1', channel_id: '2' };
    if (url.includes('/callback')) response.writeHead(204).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
});
// As Discord's own front does; Node's five seconds would close connections that a busy client still means to use.
server.keepAliveTimeout = 60_000;
const sockets = new WebSocketServer({ server });
sockets.on('connection', (client) => {
  socket = client;
  client.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 45_000 }, s: null, t: null }));
  client.on('message', (raw) => {
    const { op } = JSON.parse(String(raw));
    if (op === 1) client.send(JSON.stringify({ op: 11 }));
    if (op !== 2) return;
    const user = { id: '1', username: 'bot', discriminator: '0', bot: true };
    const ready = {
      v: 10,
      user,
      guilds: [],
      session_id: 's',
      resume_gateway_url: `ws://127.0.0.1:${port}`,
      application: { id: '1', flags: 0 },
    };
    client.send(JSON.stringify({ op: 0, t: 'READY', s: 1, d: ready }));
  });
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;

export interface Order {
  /** `d` of each interaction, without id and token. */
  readonly payloads: readonly object[];
  /** Milliseconds between two. */
  readonly every: number;
}

let count = 0;
parentPort?.on('message', async ({ payloads, every }: Order) => {
  timings.clear();
  for (const payload of payloads) {
    const id = String(++count);
    timings.set(`t${id}`, { sent: performance.now(), acknowledged: Number.NaN, answered: Number.NaN });
    sequence += 1;
    socket?.send(
      JSON.stringify({ op: 0, t: 'INTERACTION_CREATE', s: sequence, d: { ...payload, id, token: `t${id}` } }),
    );
    if (every > 0) await new Promise((resolve) => setTimeout(resolve, every));
  }
  const end = performance.now() + 60_000;
  while (performance.now() < end && [...timings.values()].some((t) => Number.isNaN(t.answered)))
    await new Promise((resolve) => setTimeout(resolve, 5));
  parentPort?.postMessage([...timings.values()]);
});
parentPort?.postMessage(port);
