import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { isInteractive, problemsOfOptions, problemsOfView } from './documented.ts';
import { at, isJson, type Json, list, objects, text, wordsOf } from './json.ts';
import {
  type Ack,
  HttpTransport,
  type Kind,
  type Retry,
  SocketTransport,
  type Transport,
} from './transport.ts';
import { type Message, type Modal, type Seed, WebApi } from './webApi.ts';

export const signingSecret = 'test-signing-secret';
export const appToken = 'xapp-test';

async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise<void>((resolve) => probe.close(() => resolve()));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Where and what the program is to connect to. */
export interface Wiring {
  readonly apiUrl: string;
  readonly port: number;
  readonly appToken: string | undefined;
  readonly signingSecret: string | undefined;
  readonly redirectUri: string;
}

/** A Slack workspace with people in it, and the program connected by one transport. */
export class Slack {
  readonly api: WebApi;
  readonly transport: Transport;
  readonly wiring: Wiring;
  readonly users: ReadonlyMap<string, string>;
  readonly channels: ReadonlyMap<string, string>;
  readonly acks: Ack[] = [];
  /** Messages that there were when the last thing was delivered. */
  before = 0;

  private constructor(
    api: WebApi,
    transport: Transport,
    wiring: Wiring,
    users: ReadonlyMap<string, string>,
    channels: ReadonlyMap<string, string>,
  ) {
    this.api = api;
    this.transport = transport;
    this.wiring = wiring;
    this.users = users;
    this.channels = channels;
  }

  static async open(
    kind: 'http' | 'socket',
    seed: Omit<Seed, 'signingSecret' | 'redirectUri'>,
  ): Promise<Slack> {
    const port = await freePort();
    const redirectUri = `http://127.0.0.1:${port}/slack/oauth_redirect`;
    const api = new WebApi();
    await api.start({ ...seed, signingSecret, redirectUri });
    api.own.set('usergroups.list', () => ({
      ok: true,
      usergroups: [...api.groups].map(([id, users]) => ({ id, users })),
    }));
    const transport =
      kind === 'http'
        ? new HttpTransport({ url: `http://127.0.0.1:${port}`, secret: signingSecret })
        : new SocketTransport(api, appToken);
    const wiring: Wiring = {
      apiUrl: api.apiUrl,
      port,
      appToken: kind === 'socket' ? appToken : undefined,
      signingSecret: kind === 'http' ? signingSecret : undefined,
      redirectUri,
    };
    const users = new Map<string, string>();
    for (const user of list((await api.ask('users.list', { limit: '200' })).members))
      users.set(text(at(user, 'name')), text(at(user, 'id')));
    const channels = new Map<string, string>();
    const all = await api.ask('conversations.list', {
      limit: '200',
      types: 'public_channel,private_channel',
    });
    for (const channel of list(all.channels))
      channels.set(text(at(channel, 'name')), text(at(channel, 'id')));
    return new Slack(api, transport, wiring, users, channels);
  }

  async close(): Promise<void> {
    await this.transport.stop();
    await this.api.stop();
  }

  /** Hands one payload over, as Slack does; every acknowledgement is kept. */
  async deliver(kind: Kind, payload: Json, retry?: Retry): Promise<Ack> {
    this.before = this.api.messages.length;
    const ack = await this.transport.deliver(kind, payload, retry);
    this.acks.push(ack);
    return ack;
  }

  as(name: string, channel = 'forecasts', team = this.api.team.id): Person {
    const user = this.users.get(name);
    const place = this.channels.get(channel);
    if (user === undefined || place === undefined) throw new Error(`no ${name} or no ${channel} here`);
    return new Person(this, name, user, place, team);
  }
}

const settleMs = 25;
const longest = 10_000;

/** Somebody who types, presses and fills in forms, and what they then see. */
export class Person {
  readonly slack: Slack;
  readonly name: string;
  readonly id: string;
  readonly channel: string;
  readonly team: string;

  constructor(slack: Slack, name: string, id: string, channel: string, team: string) {
    this.team = team;
    this.slack = slack;
    this.name = name;
    this.id = id;
    this.channel = channel;
  }

  get #api(): WebApi {
    return this.slack.api;
  }

  #common(): Json {
    return {
      team: { id: this.team, domain: 'emulate' },
      user: { id: this.id, team_id: this.team },
    };
  }

  async slash(words: string): Promise<Json> {
    return {
      token: 'unused',
      team_id: this.team,
      team_domain: 'emulate',
      channel_id: this.channel,
      channel_name: 'general',
      user_id: this.id,
      user_name: this.name,
      command: '/forecast',
      text: words,
      api_app_id: this.#api.bot.app,
      trigger_id: await this.#api.trigger(this.id),
      response_url: this.#api.responseUrl(this.channel, this.id, null),
    };
  }

  /** `/forecast` and these words. */
  async types(words: string): Promise<Ack> {
    return this.slack.deliver('slash_commands', await this.slash(words));
  }

  /** What this person can read in the channel, newest last. */
  seen(): Message[] {
    return this.#api.messages.filter(
      (m) =>
        !m.gone &&
        (m.only === null || m.only === this.id) &&
        (m.channel === this.channel || (m.channel.startsWith('D') && m.only === null)),
    );
  }

  /** The newest message this person can read that has these words; waits for it. */
  async sees(words: string | RegExp): Promise<Message> {
    return this.#until(
      () => {
        const found = this.seen().filter((m) => matches(words, `${m.text}\n${wordsOf(m.blocks)}`));
        return found.at(-1);
      },
      () =>
        `${this.name} never saw ${String(words)}; last were:\n${this.seen()
          .slice(-3)
          .map((m) => wordsOf(m.blocks))
          .join('\n---\n')}`,
    );
  }

  /** A message with these words that came after the last thing anybody did. */
  async hears(words: string | RegExp): Promise<Message> {
    const fresh = () => this.seen().filter((m) => this.#api.messages.indexOf(m) >= this.slack.before);
    return this.#until(
      () => fresh().findLast((m) => matches(words, `${m.text}\n${wordsOf(m.blocks)}`)),
      () =>
        `${this.name} never heard ${String(words)}; but:\n${fresh()
          .map((m) => wordsOf(m.blocks))
          .join('\n---\n')}`,
    );
  }

  /** The open modal that has these words. */
  async modal(words: string | RegExp): Promise<Modal> {
    return this.#until(
      () =>
        [...this.#api.modals.values()]
          .filter((m) => m.user === this.id && matches(words, wordsOf(m.view)))
          .at(-1),
      () =>
        `${this.name} never saw a modal with ${String(words)}; last was:\n${wordsOf([...this.#api.modals.values()].at(-1)?.view)}`,
    );
  }

  async home(words: string | RegExp): Promise<Json> {
    return this.#until(
      () => {
        const view = this.#api.homes.get(this.id);
        return view !== undefined && matches(words, wordsOf(view)) ? view : undefined;
      },
      () => `${this.name} never saw a Home with ${String(words)}`,
    );
  }

  async #until<T>(find: () => T | undefined, otherwise: () => string): Promise<T> {
    const end = Date.now() + longest;
    for (;;) {
      const found = find();
      if (found !== undefined) return found;
      if (Date.now() > end) throw new Error(otherwise());
      await new Promise((resolve) => setTimeout(resolve, settleMs));
    }
  }

  /** A button by its label, a field or a choice by its placeholder or label, in blocks. */
  #find(blocks: unknown, label: string): { element: Json; block: Json } {
    for (const block of list(blocks)) {
      if (!isJson(block)) continue;
      for (const element of objects([block.elements, block.element, block.accessory])) {
        if (!isInteractive(element.type)) continue;
        const names = [
          at(element, 'text', 'text'),
          at(element, 'placeholder', 'text'),
          at(block, 'label', 'text'),
        ];
        if (names.includes(label)) return { element, block };
      }
    }
    throw new Error(`there is no "${label}" in:\n${wordsOf(blocks)}`);
  }

  async press(on: Message, label: string, value?: string): Promise<Json> {
    const { element, block } = this.#find(on.blocks, label);
    const ephemeral = on.only !== null;
    return {
      type: 'block_actions',
      ...this.#common(),
      api_app_id: this.#api.bot.app,
      trigger_id: await this.#api.trigger(this.id),
      response_url: this.#api.responseUrl(on.channel, this.id, on),
      channel: { id: on.channel, name: 'general' },
      container: { type: 'message', message_ts: on.ts, channel_id: on.channel, is_ephemeral: ephemeral },
      ...(ephemeral ? {} : { message: { ts: on.ts, text: on.text, blocks: on.blocks } }),
      actions: [this.#action(element, block, value)],
    };
  }

  #action(element: Json, block: Json, value: string | undefined): Json {
    const common = {
      type: element.type,
      action_id: element.action_id,
      block_id: block.block_id,
      action_ts: String(Date.now() / 1000),
    };
    if (element.type === 'static_select') {
      const option = list(element.options).find(
        (o) => at(o, 'text', 'text') === value || at(o, 'value') === value,
      );
      if (option === undefined) throw new Error(`there is no option ${value}`);
      return { ...common, selected_option: option };
    }
    return { ...common, value: value ?? element.value };
  }

  /** Presses a button, chooses from a menu or types into a field of a message. */
  async presses(on: Message, label: string, value?: string): Promise<Ack> {
    return this.slack.deliver('interactive', await this.press(on, label, value));
  }

  /** Presses something in a modal or in App Home. */
  async pressesIn(view: Json, id: string, label: string, value?: string): Promise<Ack> {
    const { element, block } = this.#find(view.blocks, label);
    return this.slack.deliver('interactive', {
      type: 'block_actions',
      ...this.#common(),
      api_app_id: this.#api.bot.app,
      trigger_id: await this.#api.trigger(this.id),
      container: { type: 'view', view_id: id },
      view: { ...view, id },
      actions: [this.#action(element, block, value)],
    });
  }

  /** The payload of a form sent with these values, by the labels of its fields. */
  async filled(modal: Modal, values: Record<string, string>): Promise<Json> {
    const state: Json = {};
    const left = new Set(Object.keys(values));
    for (const block of list(modal.view.blocks)) {
      if (!isJson(block) || block.type !== 'input') continue;
      const label = text(at(block, 'label', 'text'));
      left.delete(label);
      const element = isJson(block.element) ? block.element : {};
      state[text(block.block_id)] = {
        [text(element.action_id)]: await this.#value(element, block, modal, values[label]),
      };
    }
    if (left.size > 0) throw new Error(`the form has no ${[...left].join(', ')}: ${wordsOf(modal.view)}`);
    return {
      type: 'view_submission',
      ...this.#common(),
      api_app_id: this.#api.bot.app,
      trigger_id: await this.#api.trigger(this.id),
      view: {
        ...modal.view,
        id: modal.id,
        state: { values: state },
        hash: '1.2',
        app_installed_team_id: this.team,
      },
      response_urls: [],
    };
  }

  async #value(element: Json, block: Json, modal: Modal, value: string | undefined): Promise<Json> {
    const type = text(element.type);
    switch (type) {
      case 'external_select': {
        if (value === undefined) return { type, selected_option: element.initial_option ?? null };
        const options = await this.searches(modal, text(at(block, 'label', 'text')), value);
        const option = options.find(
          (o) => at(o, 'value') === value || text(at(o, 'text', 'text')).includes(value),
        );
        if (option === undefined)
          throw new Error(`searching "${value}" did not find it: ${JSON.stringify(options)}`);
        return { type, selected_option: option };
      }
      case 'static_select': {
        if (value === undefined) return { type, selected_option: element.initial_option ?? null };
        const option = list(element.options).find(
          (o) => at(o, 'value') === value || at(o, 'text', 'text') === value,
        );
        if (option === undefined) throw new Error(`there is no option ${value}`);
        return { type, selected_option: option };
      }
      case 'checkboxes':
        return {
          type,
          selected_options: value === undefined ? list(element.initial_options) : list(element.options),
        };
      default:
        return { type, value: value ?? element.initial_value ?? null };
    }
  }

  /** What a searching field of a form offers for these letters. */
  async searches(modal: Modal, label: string, letters: string): Promise<unknown[]> {
    const { element, block } = this.#find(modal.view.blocks, label);
    const ack = await this.slack.deliver('interactive', {
      type: 'block_suggestion',
      ...this.#common(),
      api_app_id: this.#api.bot.app,
      action_id: element.action_id,
      block_id: block.block_id,
      value: letters,
      container: { type: 'view', view_id: modal.id },
      view: { ...modal.view, id: modal.id, state: { values: {} } },
    });
    const problems = problemsOfOptions(ack.body);
    if (problems.length > 0) throw new Error(problems.join('\n'));
    return list(at(ack.body, 'options'));
  }

  /** Sends a form; returns the errors beside its fields, by label. */
  async sends(modal: Modal, values: Record<string, string>): Promise<Record<string, string>> {
    const ack = await this.slack.deliver('interactive', await this.filled(modal, values));
    return this.verdict(modal, ack);
  }

  verdict(modal: Modal, ack: Ack): Record<string, string> {
    const action = at(ack.body, 'response_action');
    if (action === 'errors') {
      const errors = at(ack.body, 'errors');
      const labels = list(modal.view.blocks).map(
        (b) => [text(at(b, 'block_id')), text(at(b, 'label', 'text'))] as const,
      );
      return Object.fromEntries(
        Object.entries(isJson(errors) ? errors : {}).map(([block, error]) => {
          const label = labels.find(([id]) => id === block)?.[1];
          if (label === undefined) throw new Error(`an error for a block that is not there: ${block}`);
          return [label, text(error)];
        }),
      );
    }
    if (action === 'update') {
      const view = at(ack.body, 'view');
      const problems = problemsOfView(view, this.#api.ready);
      if (problems.length > 0) throw new Error(problems.join('\n'));
      modal.view = isJson(view) ? view : {};
    } else this.#api.modals.delete(modal.id);
    return {};
  }

  async shortcut(callback_id: string, message?: { text: string; ts: string }): Promise<Ack> {
    return this.slack.deliver('interactive', {
      type: message === undefined ? 'shortcut' : 'message_action',
      ...this.#common(),
      callback_id,
      action_ts: '1.1',
      trigger_id: await this.#api.trigger(this.id),
      ...(message === undefined
        ? {}
        : {
            message,
            message_ts: message.ts,
            channel: { id: this.channel, name: 'general' },
            response_url: this.#api.responseUrl(this.channel, this.id, null),
          }),
    });
  }

  event(event: Json, id: string = randomUUID()): Json {
    return {
      type: 'event_callback',
      team_id: this.team,
      api_app_id: this.#api.bot.app,
      event_id: `Ev${id.replaceAll('-', '').slice(0, 12).toUpperCase()}`,
      event_time: Math.floor(Date.now() / 1000),
      authorizations: [
        { team_id: this.team, enterprise_id: null, user_id: this.#api.bot.user, is_bot: true },
      ],
      event: { user: this.id, ts: `${Date.now() / 1000}`, ...event },
    };
  }

  /** "@brierpatch words" in the channel. */
  async mentions(words: string): Promise<Ack> {
    return this.slack.deliver(
      'events_api',
      this.event({ type: 'app_mention', channel: this.channel, text: `<@${this.#api.bot.user}> ${words}` }),
    );
  }

  /** A direct message to the app. */
  async whispers(words: string): Promise<Ack> {
    const channel = text(at(await this.#api.ask('conversations.open', { users: this.id }), 'channel', 'id'));
    return this.slack.deliver(
      'events_api',
      this.event({ type: 'message', channel_type: 'im', channel, text: words }),
    );
  }

  async opensHome(): Promise<Ack> {
    return this.slack.deliver(
      'events_api',
      this.event({ type: 'app_home_opened', channel: 'D1', tab: 'home' }),
    );
  }
}

const matches = (words: string | RegExp, all: string): boolean =>
  typeof words === 'string' ? all.includes(words) : words.test(all);
