import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import type { App, Platform } from '../../src/bot/app.ts';
import type { AnyCommand } from '../../src/bot/command.ts';
import { commands } from '../../src/bot/commands/index.ts';
import { slackPlatform } from '../../src/bot/platforms/slack/index.ts';
import { botScopes } from '../../src/bot/platforms/slack/manifest.ts';
import { type Db, openDatabase } from '../../src/markets/db.ts';
import { Slack } from './counterpart/slack.ts';

export interface World {
  readonly slack: Slack;
  readonly app: App;
  readonly db: Db;
  readonly platform: Platform;
  readonly log: string[];
  /** Moves the program's clock. */
  advance(ms: number): void;
  /** A second process of the same program on the same database and workspace. */
  second(): Promise<Platform>;
  close(): Promise<void>;
}

export const transports = ['http', 'socket'] as const;

export const people = [
  { name: 'ada', profile: { display_name: 'Ada Quist' } },
  { name: 'ben', profile: { display_name: 'Ben Oduya' } },
  { name: 'cyd', profile: { display_name: 'Cyd Marek' } },
];

/** The whole program behind a workspace: a database, the commands, Bolt, and the counterpart in Slack's place. */
export async function openWorld(
  transport: 'http' | 'socket',
  more: readonly AnyCommand[] = [],
): Promise<World> {
  const slack = await Slack.open(transport, {
    users: people,
    channels: [{ name: 'forecasts' }, { name: 'elsewhere' }],
    scopes: botScopes,
  });
  const folder = mkdtempSync(join(tmpdir(), 'brierpatch-slack-'));
  const db = await openDatabase(`file:${join(folder, 'test.db')}`);
  const log: string[] = [];
  let offset = 0;
  const app: App = {
    db,
    commands: [...commands, ...more],
    log: pino({ level: 'info' }, { write: (line: string) => void log.push(line) }),
    clock: () => new Date(Date.now() + offset),
    reading: {},
  };
  const connect = async (): Promise<Platform> => {
    const made = slackPlatform(app, {
      botToken: slack.api.bot.token,
      appToken: slack.wiring.appToken,
      signingSecret: slack.wiring.signingSecret,
      port: slack.wiring.port,
      host: '127.0.0.1',
      apiUrl: slack.wiring.apiUrl,
    });
    await made.start();
    return made;
  };
  const platform = await connect();
  return {
    slack,
    app,
    db,
    platform,
    log,
    advance: (ms) => {
      offset += ms;
    },
    second: connect,
    async close() {
      await platform.stop();
      await slack.close();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
