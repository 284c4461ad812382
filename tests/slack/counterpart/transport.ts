import { createHmac, randomUUID } from 'node:crypto';
import { type WebSocket, WebSocketServer } from 'ws';
import { isJson, type Json, text } from './json.ts';
import type { WebApi } from './webApi.ts';

export type Kind = 'slash_commands' | 'interactive' | 'events_api';

/** How the program answered one delivery. */
export interface Ack {
  /** False: no acknowledgement came. */
  readonly ok: boolean;
  readonly status: number;
  readonly body: unknown;
  readonly ms: number;
}

export interface Retry {
  readonly num: number;
  readonly reason: string;
}

export interface Transport {
  readonly name: 'http' | 'socket';
  deliver(kind: Kind, payload: Json, retry?: Retry): Promise<Ack>;
  stop(): Promise<void>;
}

/** Slack gives up after 3 s; a machine that runs other tests beside this one is given longer. */
const patience = 10_000;

export interface HttpOptions {
  readonly url: string;
  readonly secret: string;
}

/** The body as Slack sends it over HTTP. */
export function encode(kind: Kind, payload: Json): { type: string; body: string } {
  const form = 'application/x-www-form-urlencoded';
  if (kind === 'events_api') return { type: 'application/json', body: JSON.stringify(payload) };
  if (kind === 'interactive')
    return { type: form, body: new URLSearchParams({ payload: JSON.stringify(payload) }).toString() };
  const fields = Object.entries(payload).map(([key, value]) => [key, String(value)]);
  return { type: form, body: new URLSearchParams(fields).toString() };
}

export const sign = (secret: string, stamp: number, body: string): string =>
  `v0=${createHmac('sha256', secret).update(`v0:${stamp}:${body}`).digest('hex')}`;

/** Signed requests to the program's own server. */
export class HttpTransport implements Transport {
  readonly name = 'http';
  readonly options: HttpOptions;
  #last = 0;

  constructor(options: HttpOptions) {
    this.options = options;
  }

  async deliver(kind: Kind, payload: Json, retry?: Retry): Promise<Ack> {
    const { type, body } = encode(kind, payload);
    // Slack signs with seconds; two equal deliveries a test makes within one second are apart by their stamps here.
    this.#last = Math.max(this.#last + 1, Math.floor(Date.now() / 1000) - 60);
    return this.send(body, {
      'content-type': type,
      'x-slack-request-timestamp': String(this.#last),
      'x-slack-signature': sign(this.options.secret, this.#last, body),
      ...(retry === undefined
        ? {}
        : { 'x-slack-retry-num': String(retry.num), 'x-slack-retry-reason': retry.reason }),
    });
  }

  /** A request with any headers at all, for what must be refused. */
  async send(body: string, headers: Record<string, string>): Promise<Ack> {
    const started = performance.now();
    const response = await fetch(`${this.options.url}/slack/events`, {
      method: 'POST',
      headers,
      body,
      signal: AbortSignal.timeout(patience),
    });
    const said = await response.text();
    return {
      ok: response.status === 200,
      status: response.status,
      body: said.startsWith('{') ? JSON.parse(said) : said,
      ms: performance.now() - started,
    };
  }

  async stop(): Promise<void> {}
}

/** Socket Mode: `apps.connections.open` hands out an address of ours; envelopes go out, acknowledgements come back. */
export class SocketTransport implements Transport {
  readonly name = 'socket';
  readonly connections: WebSocket[] = [];
  opened = 0;
  readonly #server: WebSocketServer;
  readonly #waiting = new Map<string, (payload: unknown) => void>();
  #turn = 0;

  constructor(api: WebApi, appToken: string) {
    this.#server = new WebSocketServer({ server: api.server, path: '/link' });
    api.own.set('apps.connections.open', (_body, token) =>
      token === appToken
        ? { ok: true, url: `${api.url.replace('http', 'ws')}/link?ticket=${randomUUID()}` }
        : { ok: false, error: 'invalid_auth' },
    );
    this.#server.on('connection', (socket) => {
      this.connections.push(socket);
      this.opened += 1;
      socket.on('message', (data) => this.#acknowledged(String(data)));
      socket.on('close', () => {
        const i = this.connections.indexOf(socket);
        if (i >= 0) this.connections.splice(i, 1);
      });
      socket.send(JSON.stringify({ type: 'hello', num_connections: this.connections.length }));
    });
  }

  #acknowledged(data: string): void {
    const parsed: unknown = JSON.parse(data);
    if (!isJson(parsed)) return;
    this.#waiting.get(text(parsed.envelope_id))?.(parsed.payload ?? '');
    this.#waiting.delete(text(parsed.envelope_id));
  }

  /** Each envelope goes to one connection, in turn; again with the same payload where a test wants it twice. */
  async deliver(kind: Kind, payload: Json, retry?: Retry): Promise<Ack> {
    const open = this.connections.filter((socket) => socket.readyState === socket.OPEN);
    const socket = open[this.#turn++ % Math.max(1, open.length)];
    if (socket === undefined) throw new Error('nobody is connected');
    const envelope_id = randomUUID();
    const started = performance.now();
    const answered = new Promise<unknown>((resolve) => this.#waiting.set(envelope_id, resolve));
    socket.send(
      JSON.stringify({
        envelope_id,
        type: kind,
        payload,
        accepts_response_payload: kind !== 'events_api',
        ...(retry === undefined ? {} : { retry_attempt: retry.num, retry_reason: retry.reason }),
      }),
    );
    const nothing = Symbol('nothing');
    let timer: ReturnType<typeof setTimeout> | undefined;
    const late = new Promise<typeof nothing>((resolve) => {
      timer = setTimeout(() => resolve(nothing), patience);
    });
    const body = await Promise.race([answered, late]);
    clearTimeout(timer);
    const ms = performance.now() - started;
    return body === nothing ? { ok: false, status: 0, body: '', ms } : { ok: true, status: 200, body, ms };
  }

  async stop(): Promise<void> {
    for (const socket of this.connections) socket.terminate();
    await new Promise<void>((resolve) => this.#server.close(() => resolve()));
  }
}
