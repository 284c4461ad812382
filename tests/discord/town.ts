import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChannelType } from 'discord.js';
import { DigitalDiscord } from 'discord-digital-twin';
import { pino } from 'pino';
import type { App, Platform } from '../../src/bot/app.ts';
import type { AnyCommand } from '../../src/bot/command.ts';
import { commands as allCommands } from '../../src/bot/commands/index.ts';
import { discordPlatform } from '../../src/bot/platforms/discord/index.ts';
import { openDatabase } from '../../src/markets/db.ts';
import { startProxy } from './proxy.ts';

// biome-ignore lint/suspicious/noExplicitAny: messages as the twin keeps them, looked into by tests alone
type Message = any;

/** What runs behind the town: by default Discord alone. */
interface Program {
  readonly app: App;
  readonly platform: Platform;
  stop(): Promise<void>;
}

const patience = 15_000;
const manageServer = '32';
const nothing = '2048';

/**
 * A Discord server with people in it: the twin, the proxy before it, and Brierpatch connected with the real discord.js.
 * Ann owns the place; Bob and Cy have no rights. A second server has Dora in it alone.
 */
export async function openTown(
  options: {
    commands?: readonly AnyCommand[];
    clock?: () => Date;
    /** Starts the program itself, for tests of more than Discord. */
    program?: (at: { token: string; apiUrl: string; folder: string }) => Promise<Program>;
  } = {},
) {
  const folder = mkdtempSync(join(tmpdir(), 'brierpatch-discord-'));
  const twin = new DigitalDiscord({
    guilds: [
      {
        id: '1001',
        name: 'Forecasters',
        channels: [{ id: '2001', name: 'general', type: ChannelType.GuildText }],
      },
      {
        id: '1002',
        name: 'Elsewhere',
        channels: [{ id: '2002', name: 'general', type: ChannelType.GuildText }],
      },
    ],
    users: [
      { id: '3001', username: 'Ann' },
      { id: '3002', username: 'Bob' },
      { id: '3003', username: 'Cy' },
      { id: '3004', username: 'Dora' },
    ],
    dbUrl: `file:${join(folder, 'twin.db')}`,
  });
  await twin.start();
  const people = { ann: '3001', bob: '3002', cy: '3003', dora: '3004' } as const;
  for (const [name, userId] of Object.entries(people))
    await twin.prisma.guildMember.updateMany({
      where: { userId },
      data: { permissions: name === 'ann' ? manageServer : nothing },
    });
  const proxy = await startProxy(twin);
  const logged: { level: number; msg: string; err?: { message: string; stack: string } }[] = [];
  const alone = async (at: { token: string; apiUrl: string }): Promise<Program> => {
    const db = await openDatabase(`file:${join(folder, 'town.db')}`);
    const log = pino({ level: 'info' }, { write: (line: string) => void logged.push(JSON.parse(line)) });
    const app: App = {
      db,
      commands: options.commands ?? allCommands,
      log,
      clock: options.clock ?? (() => new Date()),
      reading: {},
    };
    const platform = discordPlatform(app, { ...at, guildId: null });
    await platform.start();
    const stop = async (): Promise<void> => {
      await platform.stop();
      await db.close();
    };
    return { app, platform, stop };
  };
  const program = await (options.program ?? alone)({ token: twin.botToken, apiUrl: proxy.url, folder });
  const { app, platform } = program;
  const { db } = app;

  const messages = async (channel = '2001'): Promise<Message[]> => twin.channel(channel).getMessages();

  const until = async <T>(what: string, look: () => Promise<T | null> | T | null): Promise<T> => {
    const end = Date.now() + patience;
    while (Date.now() < end) {
      const found = await look();
      if (found !== null) return found;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const errors = logged.filter((line) => line.level >= 40).map((line) => line.err?.stack ?? line.msg);
    throw new Error(`${what} did not come. Logged: ${errors.join('\n') || 'nothing'}`);
  };

  /** The request that answers an interaction for good: its modal, its filled-in card, or its follow-up. */
  const answerTo = (interaction: { id: string; token: string }) =>
    until('an answer', () => {
      const mine = proxy.seen.filter(
        (s) => s.path.includes(interaction.token) && s.status > 0 && s.status < 300,
      );
      const last = mine.filter((s) => s.method !== 'DELETE').at(-1);
      if (last === undefined) return null;
      if (!last.path.endsWith('/callback')) return last;
      return [4, 7, 8, 9].includes(last.body.type) ? last : null;
    });

  type Who = keyof typeof people;
  const place = (who: Who) =>
    who === 'dora' ? { guildId: '1002', channelId: '2002' } : { guildId: '1001', channelId: '2001' };

  const interact = async (
    who: Who,
    type: number,
    data: Record<string, unknown>,
    messageId?: string,
  ): Promise<Answered> => {
    const interaction = await twin.simulateInteraction({
      type,
      ...place(who),
      userId: people[who],
      data,
      ...(messageId === undefined ? {} : { messageId }),
    });
    return answered(await answerTo(interaction), interaction);
  };

  const answered = async (
    request: Awaited<ReturnType<typeof answerTo>>,
    interaction: { id: string; token: string },
  ): Promise<Answered> => {
    const data = request.path.endsWith('/callback') ? request.body.data : request.body;
    const record = await twin.prisma.interactionResponse.findUnique({
      where: { interactionId: interaction.id },
    });
    const state = proxy.interactions.get(interaction.id);
    const followUp = request.method === 'POST' && !request.path.endsWith('/callback');
    return {
      interaction,
      data,
      text: textOf(data),
      private: followUp ? (Number(data?.flags ?? 0) & 64) !== 0 : (state?.ephemeral ?? false),
      modal: request.path.endsWith('/callback') && request.body.type === 9 ? data : null,
      messageId: record?.messageId ?? null,
      files: request.files,
      request,
    };
  };

  const optionType = (value: string | number | boolean) =>
    typeof value === 'number' ? 4 : typeof value === 'boolean' ? 5 : 3;
  const commandData = (
    name: string,
    given: Readonly<Record<string, string | number | boolean>>,
    focused?: string,
  ) => {
    const [root, sub] = name.split(' ');
    const options = Object.entries(given).map(([key, value]) => ({
      name: key,
      type: optionType(value),
      value,
      ...(key === focused ? { focused: true } : {}),
    }));
    return {
      id: '7000',
      name: root,
      type: 1,
      options: sub === undefined ? options : [{ name: sub, type: 1, options }],
    };
  };

  const buttonId = (messageData: Message, label: string, nth: number): string => {
    const buttons = flat(messageData.components).filter((c) => c.type === 2 && c.custom_id && !c.disabled);
    const found = buttons.filter((b) => b.label === label)[nth];
    if (!found) throw new Error(`No button ${label}; there are: ${buttons.map((b) => b.label).join(', ')}`);
    return found.custom_id;
  };

  /** Dispatches an interaction as it stands, documented or not. The twin takes answers to it when it can be answered. */
  // biome-ignore lint/suspicious/noExplicitAny: anything at all, that is the point
  const dispatch = async (payload: any): Promise<void> => {
    if (payload?.context === 1)
      await twin.prisma.channel.upsert({
        where: { id: payload.channel_id },
        create: { id: payload.channel_id, type: 1 },
        update: {},
      });
    if (typeof payload?.id === 'string' && typeof payload.token === 'string')
      await twin.prisma.interactionResponse.upsert({
        where: { interactionId: payload.id },
        create: {
          interactionId: payload.id,
          interactionToken: payload.token,
          applicationId: twin.botUserId,
          channelId: payload.channel_id ?? '2001',
          type: 0,
          messageId: payload.message?.id ?? null,
          acknowledged: false,
        },
        update: {},
      });
    proxy.gateway.say('INTERACTION_CREATE', payload);
  };

  return {
    app,
    db,
    dispatch,
    answerTo: async (interaction: { id: string; token: string }) =>
      answered(await answerTo(interaction), interaction),
    twin,
    proxy,
    platform,
    logged,
    people,
    messages,
    until,
    interact,
    /** Somebody types a slash command. */
    slash: (who: Who, name: string, given: Readonly<Record<string, string | number | boolean>> = {}) =>
      interact(who, 2, commandData(name, given)),
    /** What Discord would offer while an option is typed. */
    async typing(who: Who, name: string, given: Readonly<Record<string, string>>, focused: string) {
      const { data } = await interact(who, 4, commandData(name, given, focused));
      const choices: { name: string; value: string }[] = data.choices;
      return choices;
    },
    /** Somebody presses a button of an answer. */
    press: (who: Who, on: Answered, label: string, nth = 0) =>
      interact(
        who,
        3,
        { custom_id: buttonId(on.data, label, nth), component_type: 2 },
        on.messageId ?? undefined,
      ),
    /** Somebody chooses from the first menu of an answer. */
    choose(who: Who, on: Answered, value: string) {
      const menu = flat(on.data.components).find((c) => c.type === 3);
      return interact(
        who,
        3,
        { custom_id: menu.custom_id, component_type: 3, values: [value] },
        on.messageId ?? undefined,
      );
    },
    /** Somebody fills in the modal of an answer and sends it. */
    submit(who: Who, on: Answered, fields: Readonly<Record<string, string>>) {
      if (on.modal === null) throw new Error(`No form was shown, but: ${on.text}`);
      const components = flat(on.modal.components)
        .filter((c) => c.custom_id !== undefined)
        .map((c) => {
          const given =
            fields[c.custom_id] ?? c.value ?? c.options?.find((o: Message) => o.default)?.value ?? '';
          return {
            type: 18,
            component:
              c.type === 3
                ? { type: 3, custom_id: c.custom_id, values: given === '' ? [] : [given] }
                : { type: 4, custom_id: c.custom_id, value: given },
          };
        });
      return interact(who, 5, { custom_id: on.modal.custom_id, components }, on.messageId ?? undefined);
    },
    async close() {
      await program.stop();
      await proxy.stop();
      await twin.stop();
      await twin.prisma.$disconnect();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
export type Town = Awaited<ReturnType<typeof openTown>>;

export interface Answered {
  readonly interaction: { readonly id: string; readonly token: string };
  readonly data: Message;
  /** Everything that can be read on it: texts, labels, placeholders. */
  readonly text: string;
  readonly private: boolean;
  readonly modal: Message | null;
  readonly messageId: string | null;
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
  readonly request: { readonly method: string; readonly path: string };
}

export function flat(components: Message[] | undefined): Message[] {
  return (components ?? []).flatMap((one) => [
    one,
    ...flat(one.components),
    ...(one.component ? [one.component] : []),
  ]);
}

/** Everything that can be read on a message or form. */
export function textOf(message: Message): string {
  return flat(message?.components)
    .flatMap((c) => [c.content, c.label, c.placeholder, c.description])
    .filter(Boolean)
    .join('\n');
}
