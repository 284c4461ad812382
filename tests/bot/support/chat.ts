import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterAll } from 'vitest';
import type { App, Form, Invocation } from '../../../src/bot/app.ts';
import { commands } from '../../../src/bot/commands/index.ts';
import { handle } from '../../../src/bot/handle.ts';
import { sayToInvocation } from '../../../src/bot/parse/say.ts';
import { decodePress, encodePress } from '../../../src/bot/press.ts';
import type { Block, Button, Press, Span, Text, View } from '../../../src/bot/view.ts';
import { type Db, openDatabase } from '../../../src/markets/db.ts';

/** What one invocation was answered with. */
export interface Heard {
  readonly view: View | null;
  readonly form: Form | null;
  readonly visibility: 'public' | 'private' | null;
  readonly acknowledged: 'public' | 'private' | null;
  /** All words of the view, a line each block. */
  readonly text: string;
}

/** A chat between some people and the bot, over a real database, with a clock that the test turns. */
export interface Chat {
  readonly app: App;
  readonly log: readonly string[];
  now: Date;
  say(person: string, text: string, key?: string): Promise<Heard>;
  invoke(person: string, invocation: Partial<Invocation> & Pick<Invocation, 'command'>): Promise<Heard>;
  /** Presses the button with this label, through its encoded form, as platforms do. */
  press(person: string, on: Heard, label: string): Promise<Heard>;
  /** Fills a form in and sends it. */
  submit(person: string, form: Form | null, values: Readonly<Record<string, string>>): Promise<Heard>;
}

/** Keys are unique over all chats of a test file, as deliveries are: two chats may share a database. */
let count = 0;

/** Names that begin with "admin" belong to the platform's administrators. */
export function chatOver(db: Db, start: Date, community = 'server'): Chat {
  const log: string[] = [];
  const app: App = {
    db,
    commands,
    log: pino({ level: 'error' }, { write: (line: string) => void log.push(line) }),
    clock: () => chat.now,
    reading: {},
  };
  const invoke: Chat['invoke'] = async (person, wanted) => {
    let view: View | null = null;
    let form: Form | null = null;
    let visibility: Heard['visibility'] = null;
    let acknowledged: Heard['acknowledged'] = null;
    const invocation: Invocation = {
      key: `chat:${++count}`,
      args: {},
      who: {
        place: { platform: 'discord', externalId: community, name: 'The server' },
        user: { externalId: person, name: person },
        platformAdmin: person.startsWith('admin'),
        roles: [],
        channel: 'discord:general',
      },
      locale: null,
      wantsForm: false,
      ...wanted,
    };
    await handle(app, invocation, {
      form: async (asked) => {
        form = asked;
      },
      acknowledge: async (how) => {
        acknowledged = how;
      },
      show: async (shown, how) => {
        for (const press of pressesOf(shown)) checkPress(press);
        view = shown;
        visibility = how;
      },
    });
    return { view, form, visibility, acknowledged, text: view === null ? '' : words(view) };
  };
  const chat: Chat = {
    app,
    log,
    now: start,
    invoke,
    say: (person, text, key) =>
      invoke(person, { ...sayToInvocation(text, commands), ...(key === undefined ? {} : { key }) }),
    press: (person, on, label) => {
      const button = buttonsOf(on.view).find((b) => b.label === label);
      if (button?.kind !== 'press') throw new Error(`no button "${label}" on: ${on.text}`);
      const press = decodePress(encodePress(button.press));
      if (!press) throw new Error(`the press of "${label}" cannot be read back`);
      return invoke(person, { ...press, wantsForm: button.form === true });
    },
    submit: (person, form, values) => {
      if (!form) throw new Error('there is no form');
      const filled = Object.fromEntries(
        form.fields.flatMap((f) => (f.value === null ? [] : [[f.name, f.value]])),
      );
      return invoke(person, { command: form.command, args: { ...form.fixed, ...filled, ...values } });
    },
  };
  return chat;
}

export const buttonsOf = (view: View | null): readonly Button[] =>
  (view?.blocks ?? []).flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));

/** Every press of a view, selects and fields with the argument that they fill. */
const pressesOf = (view: View): readonly Press[] =>
  view.blocks.flatMap((block): Press[] => {
    switch (block.kind) {
      case 'buttons':
        return block.buttons.flatMap((b) => (b.kind === 'press' ? [b.press] : []));
      case 'select':
      case 'field':
        return [{ command: block.press.command, args: { ...block.press.args, [block.fills]: '' } }];
      default:
        return [];
    }
  });

/** A press must fit a button, name a command that exists, and fill only arguments that it has. */
function checkPress(press: Press): void {
  encodePress(press);
  const command = commands.find((c) => c.name === press.command);
  const unknown = Object.keys(press.args).filter((name) => !Object.hasOwn(command?.args ?? {}, name));
  if (!command || unknown.length > 0)
    throw new Error(`a button presses /${press.command} ${unknown.join(' ')}`);
}

const spanWords = (span: Span): string => {
  if (typeof span === 'string') return span;
  switch (span.kind) {
    case 'member':
      return span.name;
    case 'time':
      return span.at.toISOString();
    case 'link':
      return `${span.text} <${span.url}>`;
    case 'bold':
    case 'strike':
    case 'code':
      return span.text;
  }
};
const textWords = (text: Text): string => (typeof text === 'string' ? text : text.map(spanWords).join(''));

function blockWords(block: Block): string[] {
  switch (block.kind) {
    case 'text':
      return [textWords(block.text)];
    case 'heading':
      return [block.text];
    case 'quote':
      return [`“${block.text}”`, ...(block.source ? [textWords(block.source)] : [])];
    case 'facts':
      return block.facts.map((f) => `${f.name}: ${textWords(f.value)}`);
    case 'table':
      return [
        block.columns.map((c) => c.title).join(' | '),
        ...block.rows.map((r) => r.map(textWords).join(' | ')),
      ];
    case 'bars':
      return block.bars.map((b) => `${b.label}: ${b.note}`);
    case 'image':
      return [block.alt];
    case 'divider':
      return [];
    case 'buttons':
      return [block.buttons.map((b) => `[${b.label}]`).join(' ')];
    case 'select':
      return [`${block.placeholder} ${block.options.map((o) => o.label).join('; ')}`];
    case 'field':
      return [`${block.label} (${block.placeholder})`];
  }
}

/** All that a view says, a line each. */
export const words = (view: View): string =>
  [view.title, ...view.blocks.flatMap(blockWords), ...(view.footer ? [textWords(view.footer)] : [])].join(
    '\n',
  );

/** Opens new SQLite databases for one test file: for what cannot depend on the engine. */
export function sqlite(): () => Promise<Db> {
  const folder = mkdtempSync(join(tmpdir(), 'brierpatch-chat-'));
  const opened: Db[] = [];
  afterAll(async () => {
    await Promise.all(opened.map((db) => db.close()));
    rmSync(folder, { recursive: true, force: true });
  });
  return async () => {
    const db = await openDatabase(`file:${join(folder, `${opened.length}.db`)}`);
    opened.push(db);
    return db;
  };
}
