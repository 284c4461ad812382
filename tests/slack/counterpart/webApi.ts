import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createEmulator, type Emulator } from 'emulate';
import { problemsOfBlocks, problemsOfView } from './documented.ts';
import { at, isJson, type Json, list, text } from './json.ts';

/** A message as people see it, however it came to be. */
export interface Message {
  readonly channel: string;
  readonly ts: string;
  /** The one person who sees it; null for everybody in the channel. */
  readonly only: string | null;
  readonly via: 'api' | 'response_url';
  text: string;
  blocks: unknown[];
  edits: number;
  gone: boolean;
}

export interface Modal {
  readonly id: string;
  readonly user: string;
  view: Json;
}

export interface Call {
  readonly method: string;
  readonly body: Json;
  readonly at: number;
}

/** What a method does instead of working, the next `times` times. */
export interface Fault {
  readonly method: string;
  times: number;
  readonly status?: number;
  readonly headers?: Record<string, string>;
  readonly error?: string;
  /** Does its work, but the answer gets lost. */
  readonly lost?: boolean;
}

export interface UserFlags {
  readonly deleted?: boolean;
  readonly is_restricted?: boolean;
  readonly is_stranger?: boolean;
  readonly is_admin?: boolean;
  readonly team_id?: string;
}

const testToken = 'xoxp-tests';
const jsonFields = ['blocks', 'view', 'metadata', 'files'];

async function bodyOf(request: IncomingMessage): Promise<{ raw: Buffer; body: Json }> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(Buffer.from(part));
  const raw = Buffer.concat(parts);
  const type = request.headers['content-type'] ?? '';
  if (type.includes('application/json')) {
    const parsed: unknown = JSON.parse(raw.toString() || '{}');
    return { raw, body: isJson(parsed) ? parsed : {} };
  }
  if (!type.includes('urlencoded')) return { raw, body: {} };
  const body: Json = Object.fromEntries(new URLSearchParams(raw.toString()));
  for (const field of jsonFields) {
    const value = body[field];
    if (typeof value === 'string' && value !== '') body[field] = JSON.parse(value);
  }
  return { raw, body };
}

export interface Seed {
  readonly users: readonly { name: string; profile: { display_name: string } }[];
  readonly channels: readonly { name: string; is_private?: boolean }[];
  readonly scopes: readonly string[];
  readonly signingSecret: string;
  readonly redirectUri: string;
}

/**
 * Slack's Web API: `emulate` does the work; before it stands what it lacks: Slack's checks of blocks and views, faults
 * on request, response addresses, user groups, guests and strangers, uploads that take a moment.
 */
export class WebApi {
  readonly messages: Message[] = [];
  readonly modals = new Map<string, Modal>();
  readonly homes = new Map<string, Json>();
  readonly calls: Call[] = [];
  readonly faults: Fault[] = [];
  readonly refused: string[] = [];
  readonly flags = new Map<string, UserFlags>();
  readonly groups = new Map<string, string[]>();
  readonly uploads = new Map<string, { asked: number; alt: string }>();
  /** What people uploaded, by name; handed out to the app's token alone. */
  readonly files = new Map<string, string>();
  /** Answers of files.info until an upload is ready. */
  uploadsReadyAfter = 1;
  readonly responseUrls = new Map<
    string,
    { channel: string; user: string; original: Message | null; used: number; until: number }
  >();
  /** Methods of the counterpart itself: `apps.connections.open` and what tests add. */
  readonly own = new Map<string, (body: Json, token: string) => Json>();
  readonly team = { id: 'T000000001', name: 'Emulate' };
  readonly bot = { token: 'xoxb-brierpatch', user: 'UBRIERPATCH', id: 'BBRIERPATCH', app: 'ABRIERPATCH' };
  /** Tokens of further workspaces, which share the first one's people and channels under ids of their own team. */
  readonly others = new Map<string, string>();
  /** The next installation is in this workspace. */
  installsNext: string | null = null;
  url = '';
  #emulator: Emulator | undefined;
  #server: Server | undefined;
  #clock = 0;
  /** Triggers that were handed out, with whose and when. */
  readonly #triggers = new Map<string, { user: string; at: number }>();

  async start(seed: Seed): Promise<void> {
    this.#emulator = await createEmulator({
      service: 'slack',
      port: 0,
      hostname: '127.0.0.1',
      seed: {
        slack: {
          users: seed.users,
          channels: seed.channels,
          signing_secret: seed.signingSecret,
          strict_scopes: true,
          oauth_apps: [
            {
              app_id: this.bot.app,
              client_id: '111.222',
              client_secret: 'client-secret',
              name: 'Brierpatch',
              redirect_uris: [seed.redirectUri],
              scopes: seed.scopes,
              bot_id: this.bot.id,
              bot_user_id: this.bot.user,
              bot_name: 'brierpatch',
            },
          ],
          tokens: [
            {
              token: this.bot.token,
              type: 'bot',
              user_id: this.bot.user,
              scopes: seed.scopes,
              app_id: this.bot.app,
              bot_id: this.bot.id,
            },
            // The tests' own, with every scope; of the same app, so that its triggers are good for the program.
            {
              token: testToken,
              type: 'test',
              user_id: this.bot.user,
              app_id: this.bot.app,
              bot_id: this.bot.id,
            },
          ],
        },
      },
    });
    const server = createServer((request, response) => {
      this.#serve(request, response).catch((error: unknown) => {
        this.refused.push(`the counterpart failed: ${String(error)}`);
        response.writeHead(500).end(String(error));
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    this.#server = server;
    this.url = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
  }

  get server(): Server {
    if (this.#server === undefined) throw new Error('not started');
    return this.#server;
  }

  async stop(): Promise<void> {
    await this.#emulator?.close();
    const server = this.#server;
    server?.closeAllConnections();
    await new Promise<void>((resolve) => (server === undefined ? resolve() : server.close(() => resolve())));
  }

  get apiUrl(): string {
    return `${this.url}/api/`;
  }

  /** A call to emulate that the tests make, not the program. */
  async ask(method: string, body: Record<string, string>): Promise<Json> {
    const response = await fetch(`${this.#emulator?.url}/api/${method}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${testToken}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams(body),
    });
    const answer: unknown = await response.json();
    return isJson(answer) ? answer : {};
  }

  async trigger(user: string): Promise<string> {
    const id = text((await this.ask('views.generateTriggerId', { user_id: user })).trigger_id);
    this.#triggers.set(id, { user, at: Date.now() });
    return id;
  }

  responseUrl(channel: string, user: string, original: Message | null): string {
    const id = randomUUID();
    this.responseUrls.set(id, { channel, user, original, used: 0, until: Date.now() + 30 * 60_000 });
    return `${this.url}/response/${id}`;
  }

  readonly ready = (file: string): boolean => {
    const upload = this.uploads.get(file);
    return upload !== undefined && upload.asked > this.uploadsReadyAfter;
  };

  #stamp(): string {
    this.#clock += 1;
    return `${Math.floor(Date.now() / 1000)}.9${String(this.#clock).padStart(5, '0')}`;
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.url);
    const { raw, body } = await bodyOf(request);
    const json = (answer: Json, status = 200, headers: Record<string, string> = {}) =>
      response
        .writeHead(status, { 'content-type': 'application/json', ...headers })
        .end(JSON.stringify(answer));
    if (url.pathname.startsWith('/response/')) {
      const [status, answer] = this.#respond(url.pathname.slice('/response/'.length), body);
      response.writeHead(status).end(answer);
      return;
    }
    if (url.pathname.startsWith('/files/')) {
      const file = this.files.get(url.pathname.slice('/files/'.length));
      const allowed = request.headers.authorization === `Bearer ${this.bot.token}`;
      response.writeHead(file !== undefined && allowed ? 200 : 403).end(file);
      return;
    }
    const method = url.pathname.startsWith('/api/') ? url.pathname.slice('/api/'.length) : null;
    if (method !== null) {
      this.calls.push({ method, body, at: Date.now() });
      const fault = this.faults.find((one) => one.method === method && one.times > 0);
      if (fault !== undefined) {
        fault.times -= 1;
        if (fault.lost) {
          await this.#forward(request, url, raw, method, body);
          request.socket.destroy();
          return;
        }
        json({ ok: false, error: fault.error ?? 'ratelimited' }, fault.status ?? 200, fault.headers);
        return;
      }
      const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
      const own = this.own.get(method);
      if (own !== undefined) {
        json(own(body, token));
        return;
      }
      const problems = this.#problems(method, body);
      if (problems.length > 0) {
        this.refused.push(...problems.map((problem) => `${method}: ${problem}`));
        const error = method.startsWith('views.') ? 'invalid_arguments' : 'invalid_blocks';
        json({ ok: false, error, response_metadata: { messages: problems.map((p) => `[ERROR] ${p}`) } });
        return;
      }
    }
    const fresh = method === 'views.open' ? await this.#freshTrigger(body, raw) : raw;
    const { status, headers, bytes } = await this.#forward(request, url, fresh, method, body);
    response.writeHead(status, headers).end(bytes);
  }

  /** A trigger is good for 3 s; on a machine that runs other tests too it is given 10, by another one of the same person. */
  async #freshTrigger(body: Json, raw: Buffer): Promise<Buffer> {
    const known = this.#triggers.get(text(body.trigger_id));
    if (known === undefined || known.at < Date.now() - 10_000) return raw;
    known.at = 0;
    const { trigger_id } = await this.ask('views.generateTriggerId', { user_id: known.user });
    const form = new URLSearchParams(raw.toString());
    form.set('trigger_id', text(trigger_id));
    return Buffer.from(form.toString());
  }

  async #forward(request: IncomingMessage, url: URL, raw: Buffer, method: string | null, body: Json) {
    const headers = new Headers();
    for (const name of ['authorization', 'content-type', 'cookie']) {
      const value = request.headers[name];
      if (typeof value === 'string') headers.set(name, value);
    }
    const token = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    const team = this.others.get(token);
    if (team !== undefined) headers.set('authorization', `Bearer ${this.bot.token}`);
    const answer = await fetch(`${this.#emulator?.url}${url.pathname}${url.search}`, {
      method: request.method ?? 'POST',
      headers,
      redirect: 'manual',
      ...(request.method === 'GET' ? {} : { body: new Uint8Array(raw) }),
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    const out: Record<string, string> = {
      'content-type': answer.headers.get('content-type') ?? 'text/plain',
    };
    const location = answer.headers.get('location');
    if (location !== null) out.location = location;
    if (method === null || !out['content-type']?.includes('json'))
      return { status: answer.status, headers: out, bytes };
    const said: unknown = JSON.parse(bytes.toString());
    const changed = isJson(said) ? this.#note(method, body, said) : {};
    const text = JSON.stringify(changed);
    return {
      status: answer.status,
      headers: out,
      bytes: Buffer.from(team === undefined ? text : text.replaceAll(this.team.id, team)),
    };
  }

  #problems(method: string, body: Json): string[] {
    if (method.startsWith('views.')) return problemsOfView(body.view, this.ready);
    if (body.blocks !== undefined) return problemsOfBlocks(body.blocks, 'message', this.ready);
    return [];
  }

  /** Remembers what a method did, and adds to its answer what emulate leaves out. */
  #note(method: string, body: Json, said: Json): Json {
    if (said.ok !== true) return said;
    const message = (only: string | null, channel: string, ts: string): Message => ({
      channel,
      ts,
      only,
      via: 'api',
      text: text(body.text),
      blocks: list(body.blocks),
      edits: 0,
      gone: false,
    });
    switch (method) {
      case 'chat.postMessage':
        this.messages.push(message(null, text(said.channel), text(said.ts)));
        return said;
      case 'oauth.v2.access': {
        if (this.installsNext === null) return said;
        const id = this.installsNext;
        this.others.set(text(said.access_token), id);
        return { ...said, team: { id, name: `Workspace ${id}` } };
      }
      case 'chat.postEphemeral':
        this.messages.push(message(text(body.user), text(body.channel), text(said.message_ts)));
        return said;
      case 'chat.update': {
        const found = this.messages.find((m) => m.ts === body.ts && m.channel === body.channel);
        if (found !== undefined) {
          found.text = text(body.text);
          found.blocks = list(body.blocks);
          found.edits += 1;
        }
        return said;
      }
      case 'views.open':
      case 'views.push':
      case 'views.update': {
        const id = text(at(said, 'view', 'id'));
        const known = this.modals.get(id);
        const view = isJson(body.view) ? body.view : {};
        if (known === undefined)
          this.modals.set(id, { id, user: this.#triggers.get(text(body.trigger_id))?.user ?? '', view });
        else known.view = view;
        return said;
      }
      case 'views.publish':
        this.homes.set(text(body.user_id), isJson(body.view) ? body.view : {});
        return said;
      case 'users.info': {
        const id = text(at(said, 'user', 'id'));
        const user = isJson(said.user) ? said.user : {};
        return {
          ...said,
          user: { locale: 'en-GB', is_owner: false, is_restricted: false, ...user, ...this.flags.get(id) },
        };
      }
      case 'files.getUploadURLExternal': {
        const file = text(said.file_id);
        this.uploads.set(file, { asked: 0, alt: text(body.alt_text) });
        // Uploads go to a host of their own; here through us, so that the program needs one address alone.
        return { ...said, upload_url: text(said.upload_url).replace(/^https?:\/\/[^/]+/, this.url) };
      }
      case 'files.info': {
        const upload = this.uploads.get(text(body.file));
        if (upload !== undefined) upload.asked += 1;
        return this.ready(text(body.file))
          ? said
          : { ...said, file: { ...(isJson(said.file) ? said.file : {}), mimetype: '' } };
      }
      default:
        return said;
    }
  }

  #respond(id: string, body: Json): [number, string] {
    const place = this.responseUrls.get(id);
    if (place === undefined) return [404, JSON.stringify({ ok: false, error: 'invalid_url' })];
    if (place.until < Date.now()) return [404, JSON.stringify({ ok: false, error: 'expired_url' })];
    place.used += 1;
    if (place.used > 5) {
      this.refused.push('a response_url was used a sixth time');
      return [404, JSON.stringify({ ok: false, error: 'used_url' })];
    }
    const fault = this.faults.find((one) => one.method === 'response_url' && one.times > 0);
    if (fault !== undefined) {
      fault.times -= 1;
      return [fault.status ?? 404, JSON.stringify({ ok: false, error: fault.error ?? 'expired_url' })];
    }
    const problems = body.blocks === undefined ? [] : problemsOfBlocks(body.blocks, 'message', this.ready);
    if (problems.length > 0) {
      this.refused.push(...problems.map((problem) => `response_url: ${problem}`));
      return [404, JSON.stringify({ ok: false, error: 'invalid_blocks' })];
    }
    if (body.replace_original === true && place.original !== null) {
      place.original.text = text(body.text);
      place.original.blocks = list(body.blocks);
      place.original.edits += 1;
      return [200, 'ok'];
    }
    this.messages.push({
      channel: place.channel,
      ts: this.#stamp(),
      only: body.response_type === 'in_channel' ? null : place.user,
      via: 'response_url',
      text: text(body.text),
      blocks: list(body.blocks),
      edits: 0,
      gone: false,
    });
    return [200, 'ok'];
  }
}
