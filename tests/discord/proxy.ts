import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { DigitalDiscord } from 'discord-digital-twin';
import { WebSocket, WebSocketServer } from 'ws';
import { violations } from './schemas.ts';

export interface Seen {
  readonly method: string;
  readonly path: string;
  // biome-ignore lint/suspicious/noExplicitAny: bodies of Discord's API, looked into by tests alone
  readonly body: any;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly at: number;
  /** What came as authorization. */
  readonly token: string | undefined;
  status: number;
}

/** Something that goes wrong once, at the first request that matches. */
export interface Fault {
  readonly match: (method: string, path: string) => boolean;
  /** `before`: answered so without reaching Discord. `after`: Discord did it, but the answer is lost on the way. */
  readonly when: 'before' | 'after';
  /** 0: none, the answer is as usual, after `delay`. `cut`: the connection is closed instead of an answer. */
  readonly status: number | 'cut';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly delay?: number;
  times?: number;
}

interface Interaction {
  readonly at: number;
  acknowledgedAt: number | null;
  /** Type of the first answer. */
  type: number | null;
  ephemeral: boolean;
  /** A deferred answer of its own that nothing has filled in yet. */
  placeholder: boolean;
}

/**
 * Stands between discord.js and the twin: checks every request, injects faults, and supplies what the twin lacks: file
 * upload, direct messages, reading back commands, `enforce_nonce`, ephemeral deferrals and resuming the gateway.
 */
export async function startProxy(twin: DigitalDiscord) {
  const seen: Seen[] = [];
  const wrong: string[] = [];
  const faults: Fault[] = [];
  const interactions = new Map<string, Interaction>();
  const byToken = new Map<string, Interaction>();
  const commands = new Map<string, unknown[]>();
  const nonces = new Map<string, unknown>();
  const uploads = new Map<string, Uint8Array>();
  const gateway = gatewayRelay(twin, (id, token) => {
    const interaction: Interaction = {
      at: performance.now(),
      acknowledgedAt: null,
      type: null,
      ephemeral: false,
      placeholder: false,
    };
    interactions.set(id, interaction);
    byToken.set(token, interaction);
  });

  const forward = async (method: string, path: string, body: unknown): Promise<Answer> => {
    const response = await fetch(`${twin.restUrl}/v10${path}`, {
      method,
      headers: { 'content-type': 'application/json', authorization: `Bot ${twin.botToken}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };

  const serve = async (seenNow: Seen): Promise<Answer> => {
    const { method, path, body } = seenNow;
    if (!/^\/(interactions|webhooks)\//.test(path) && seenNow.token !== `Bot ${twin.botToken}`)
      return { status: 401, body: { code: 0, message: '401: Unauthorized' } };
    if (method === 'GET' && path === '/gateway/bot') {
      const answer = await forward(method, path, undefined);
      return { ...answer, body: { ...Object(answer.body), url: gateway.url() } };
    }
    if (/^\/applications\/\d+\/(guilds\/\d+\/)?commands$/.test(path)) {
      if (method === 'GET') return { status: 200, body: commands.get(path) ?? [] };
      const answer = await forward(method, path, body);
      // Discord keeps all that it was given and adds its own.
      commands.set(
        path,
        body.map((given: object, i: number) => ({ ...answer.body[i], nsfw: false, ...given })),
      );
      return answer;
    }
    if (method === 'POST' && path === '/users/@me/channels') return directChannel(body.recipient_id);
    const callback = /^\/interactions\/(\d+)\/[^/]+\/callback$/.exec(path);
    if (callback) return acknowledge(interactions.get(callback[1] ?? ''), method, path, body);
    const answered = /^\/webhooks\/\d+\/([^/]+)(\/messages\/.+)?$/.exec(path);
    if (answered) return answer(byToken.get(answered[1] ?? ''), answered[2] !== undefined, seenNow);
    if (method === 'POST' && /^\/channels\/\d+\/messages$/.test(path) && body.enforce_nonce) {
      const key = `${path} ${body.nonce}`;
      const before = nonces.get(key);
      if (before !== undefined) return { status: 200, body: before };
      const made = await forward(method, path, body);
      if (made.status === 200) nonces.set(key, made.body);
      return made;
    }
    return forward(method, path, body);
  };

  const directChannel = async (userId: string): Promise<Answer> => {
    const user = await twin.prisma.user.findUnique({ where: { id: userId } });
    if (!user) return { status: 404, body: { code: 10013, message: 'Unknown User' } };
    const id = `9${userId.slice(1)}`;
    await twin.prisma.channel.upsert({ where: { id }, create: { id, type: 1 }, update: {} });
    return { status: 200, body: { id, type: 1, recipients: [{ id: userId, username: user.username }] } };
  };

  const acknowledge = async (
    interaction: Interaction | undefined,
    method: string,
    path: string,
    // biome-ignore lint/suspicious/noExplicitAny: as above
    body: any,
  ): Promise<Answer> => {
    const answered = await forward(method, path, body);
    if (interaction && answered.status < 300) {
      interaction.acknowledgedAt = performance.now();
      interaction.type = body.type;
      interaction.ephemeral = (Number(body.data?.flags ?? 0) & 64) !== 0;
      interaction.placeholder = body.type === 5;
      // A deferred answer to a button is a message of its own; the twin would write over the button's.
      if (body.type === 5)
        await twin.prisma.interactionResponse.update({
          where: { interactionId: path.split('/')[2] ?? '' },
          data: { messageId: null },
        });
    }
    return answered;
  };

  const answer = async (
    interaction: Interaction | undefined,
    toMessage: boolean,
    { method, path, body }: Seen,
  ): Promise<Answer> => {
    if (interaction === undefined) return { status: 404, body: { code: 10015, message: 'Unknown Webhook' } };
    if (interaction.placeholder && method === 'DELETE') {
      interaction.placeholder = false;
      return { status: 204, body: undefined };
    }
    if (interaction.placeholder && method === 'POST' && !toMessage)
      wrong.push(`POST ${path}: a follow-up would fill the deferred placeholder`);
    // What is ephemeral stays so through every edit; the twin would forget.
    const record = await twin.prisma.interactionResponse.findFirst({
      where: { interactionToken: path.split('/')[3] ?? '' },
    });
    const edited = await twin.prisma.message.findUnique({ where: { id: record?.messageId ?? '' } });
    const was = (interaction.placeholder && interaction.ephemeral) || ((edited?.flags ?? 0) & 64) !== 0;
    const ephemeral = was && method === 'PATCH' ? 64 : 0;
    interaction.placeholder = false;
    return forward(
      method,
      path,
      body === undefined ? undefined : { ...body, flags: Number(body.flags ?? 0) | ephemeral },
    );
  };

  const onRequest = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (url.pathname.startsWith('/attachments/')) {
      const upload = uploads.get(url.pathname);
      response.writeHead(upload === undefined ? 404 : 200).end(upload);
      return;
    }
    const path = url.pathname.replace(/^\/api\/v10/, '');
    const { body, files } = await readBody(request);
    const method = request.method ?? 'GET';
    const token = request.headers.authorization;
    const now: Seen = { method, path, body, files, at: performance.now(), token, status: 0 };
    seen.push(now);
    const fault = faults.find((f) => f.match(method, path));
    if (fault) {
      fault.times = (fault.times ?? 1) - 1;
      if (fault.times <= 0) faults.splice(faults.indexOf(fault), 1);
      if (fault.delay) await new Promise((resolve) => setTimeout(resolve, fault.delay));
    }
    if (fault?.when === 'before' && fault.status === 'cut') {
      request.socket.destroy();
      return;
    }
    if (fault?.when === 'before' && typeof fault.status === 'number' && fault.status > 0) {
      send(response, now, { status: fault.status, body: fault.body ?? {} }, fault.headers);
      return;
    }
    wrong.push(
      ...violations(
        method,
        path,
        body,
        files.map((file) => file.name),
      ),
    );
    const answered = await serve(now);
    if (fault?.status === 'cut') {
      request.socket.destroy();
      return;
    }
    if (fault && fault.status > 0) {
      send(response, now, { status: fault.status, body: fault.body ?? {} }, fault.headers);
      return;
    }
    send(response, now, answered);
  };

  const server = createServer((request, response) => {
    onRequest(request, response).catch((error: unknown) => {
      wrong.push(`the proxy failed: ${String(error)}`);
      response.writeHead(500).end();
    });
  });
  server.on('upgrade', (request, socket, head) => gateway.upgrade(request, socket, head));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  gateway.at(port);

  return {
    url: `http://127.0.0.1:${port}/api`,
    /** Every request so far. */
    seen,
    /** What broke Discord's rules: empty at the end of a good test. */
    wrong,
    interactions,
    fail: (fault: Fault): void => {
      faults.push(fault);
    },
    /** Puts a file where Discord would keep it, and gives its address. */
    keepFile(name: string, bytes: Uint8Array): string {
      uploads.set(`/attachments/${name}`, bytes);
      return `http://127.0.0.1:${port}/attachments/${name}`;
    },
    /** Cuts the gateway, as a broken network does; what is sent meanwhile is kept for whoever resumes. */
    dropGateway: gateway.drop,
    gateway,
    async stop() {
      gateway.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
export type Proxy = Awaited<ReturnType<typeof startProxy>>;

interface Answer {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  readonly body: any;
}

function send(
  response: ServerResponse,
  now: Seen,
  answer: Answer,
  headers: Readonly<Record<string, string>> = {},
): void {
  now.status = answer.status;
  if (answer.body === undefined) response.writeHead(answer.status, headers).end();
  else
    response
      .writeHead(answer.status, { 'content-type': 'application/json', ...headers })
      .end(JSON.stringify(answer.body));
}

async function readBody(request: IncomingMessage): Promise<Pick<Seen, 'body' | 'files'>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (bytes.length === 0) return { body: undefined, files: [] };
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/')) return { body: JSON.parse(bytes.toString()), files: [] };
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  const files: { name: string; bytes: Uint8Array }[] = [];
  let body: unknown;
  for (const [key, value] of form) {
    if (typeof value === 'string') body = key === 'payload_json' ? JSON.parse(value) : body;
    else files.push({ name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
  return { body, files };
}

/** Relays the gateway frame by frame, and keeps a session's upstream alive while its client is away. */
function gatewayRelay(twin: DigitalDiscord, onInteraction: (id: string, token: string) => void) {
  interface Session {
    readonly upstream: WebSocket;
    client: WebSocket | null;
    readonly sent: { s: number; text: string }[];
    id: string | null;
  }
  const sockets = new WebSocketServer({ noServer: true });
  const sessions: Session[] = [];
  let url = '';
  let resumed = 0;
  let identified = 0;

  const open = (client: WebSocket): Session => {
    const session: Session = { upstream: new WebSocket(twin.gatewayUrl), client, sent: [], id: null };
    sessions.push(session);
    session.upstream.on('message', (raw) => {
      const packet = JSON.parse(String(raw));
      if (packet.op === 10) return;
      if (packet.t === 'READY') {
        session.id = packet.d.session_id;
        packet.d.resume_gateway_url = url;
      }
      if (packet.t === 'INTERACTION_CREATE') onInteraction(packet.d.id, packet.d.token);
      const text = JSON.stringify(packet);
      if (packet.op === 0) session.sent.push({ s: packet.s, text });
      session.client?.send(text);
    });
    return session;
  };

  sockets.on('connection', (client: WebSocket) => {
    let session: Session | null = null;
    client.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 45_000 }, s: null, t: null }));
    client.on('message', (raw) => {
      const packet = JSON.parse(String(raw));
      if (packet.op === 1) client.send(JSON.stringify({ op: 11, s: null, t: null }));
      else if (packet.op === 2) {
        identified += 1;
        const made = open(client);
        session = made;
        made.upstream.on('open', () => made.upstream.send(String(raw)));
      } else if (packet.op === 6) {
        const found = sessions.find((one) => one.id === packet.d.session_id);
        if (!found) {
          client.send(JSON.stringify({ op: 9, d: false, s: null, t: null }));
          return;
        }
        resumed += 1;
        session = found;
        found.client = client;
        for (const one of found.sent) if (one.s > packet.d.seq) client.send(one.text);
        client.send(JSON.stringify({ op: 0, t: 'RESUMED', s: packet.d.seq, d: {} }));
      } else session?.upstream.send(String(raw));
    });
    client.on('close', () => {
      if (session?.client === client) session.client = null;
    });
  });

  return {
    url: () => url,
    at: (port: number) => {
      url = `ws://127.0.0.1:${port}/gateway`;
    },
    upgrade(
      ...[request, socket, head]: Parameters<WebSocketServer['handleUpgrade']> extends [
        infer A,
        infer B,
        infer C,
        ...unknown[],
      ]
        ? [A, B, C]
        : never
    ) {
      sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
    },
    drop() {
      for (const session of sessions) session.client?.terminate();
    },
    /** Sends a raw dispatch to every client, as Discord might. */
    // biome-ignore lint/suspicious/noExplicitAny: anything at all, that is the point
    say(t: string, d: any) {
      if (t === 'INTERACTION_CREATE' && typeof d?.id === 'string') onInteraction(d.id, String(d.token));
      for (const session of sessions) {
        const s = (session.sent.at(-1)?.s ?? 0) + 1;
        const text = JSON.stringify({ op: 0, t, s, d });
        session.client?.send(text);
      }
    },
    counts: () => ({ identified, resumed }),
    close() {
      for (const session of sessions) {
        session.client?.terminate();
        session.upstream.terminate();
      }
      sockets.close();
    },
  };
}
