import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import type { App } from '../src/bot/app.ts';
import { commands } from '../src/bot/commands/index.ts';
import { discordPlatform } from '../src/bot/platforms/discord/index.ts';
import { ask } from '../src/markets/ask.ts';
import type { Actor } from '../src/markets/core/types.ts';
import { openDatabase } from '../src/markets/db.ts';
import { enter } from '../src/markets/enter.ts';
import { startLoopback } from './loopback.ts';
import { type BenchRow, seeded } from './row.ts';

const members = 200;
const questions = 500;
const perQuestion = 200;

/** A community whose 200 members have made 100,000 forecasts on 500 questions, on a file as it is by default. */
async function fill(folder: string): Promise<App> {
  const random = seeded(6);
  const db = await openDatabase(`file:${join(folder, 'bench.db')}`);
  const now = new Date();
  const actors: Actor[] = [];
  for (let i = 0; i < members; i++)
    actors.push(
      await enter(db, {
        place: { platform: 'discord', externalId: '1001', name: 'Discord server' },
        user: { externalId: String(3000 + i), name: `member${i}` },
        platformAdmin: i === 0,
        roles: [],
        channel: null,
        now,
      }),
    );
  const [admin] = actors;
  if (!admin) throw new Error('nobody entered');
  for (let q = 1; q <= questions; q++) {
    const opened = await ask(
      db,
      { actor: admin, now, key: `bench-${q}` },
      {
        kind: 'binary',
        title: `Will measurement ${q} be above its median?`,
        criteria: 'As measured.',
        outcomes: [],
        edges: null,
        unit: null,
        scale: null,
        opensAt: null,
        closesAt: new Date(now.getTime() + 90 * 86_400_000),
        resolvesBy: null,
        tags: [],
        prior: null,
        hidden: null,
        private: false,
        condition: null,
        source: { articleId: null, origin: null, quote: null, speaker: null, practice: false },
      },
    );
    await db.transaction(async (tx) => {
      await tx.forecast.createMany({
        data: Array.from({ length: perQuestion }, (_, i) => {
          const yes = Math.round(random() * 100) / 100;
          return {
            questionId: opened.id,
            memberId: actors[i % members]?.memberId ?? 0,
            at: now,
            p: JSON.stringify([yes, 1 - yes]),
          };
        }),
      });
    });
  }
  return { db, commands, log: pino({ level: 'error' }), clock: () => new Date(), reading: {} };
}

const option = (name: string, value: string) => ({ name, type: 3, value });
/** Members forecast, each on a question of their own, as they would type it. */
const payloads = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    application_id: '1',
    type: 2,
    guild_id: '1001',
    channel_id: '2001',
    locale: 'en-US',
    member: {
      user: { id: String(3000 + (i % members)), username: `member${i % members}` },
      roles: [],
      permissions: '0',
    },
    data: {
      id: '1',
      name: 'forecast',
      type: 1,
      options: [option('question', `Q${1 + (i % questions)}`), option('probability', `${1 + (i % 98)}%`)],
    },
  }));

const quantile = (values: readonly number[], q: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.ceil(values.length * q) - 1)] ??
  Number.NaN;

/** Forecasts over the real gateway client and a real database, while a counterpart in another thread keeps time. */
export async function rows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'brierpatch-bench-'));
  const app = await fill(folder);
  const discord = await startLoopback();
  const platform = discordPlatform(app, { token: 'bench', apiUrl: discord.url, guildId: null });
  await platform.start();
  const { run } = discord;
  try {
    await run({ payloads: payloads(50), every: 20 });
    const steady = (await run({ payloads: payloads(200), every: 50 })).map((t) => t.answered - t.sent);
    const burst = await run({ payloads: payloads(200), every: 0 });
    const acknowledged = Math.max(...burst.map((t) => t.acknowledged - t.sent));
    const answered = Math.max(...burst.map((t) => t.answered - t.sent));
    const stored = `${(questions * perQuestion).toLocaleString('en-US')} forecasts stored`;
    return [
      {
        work: `Discord: /forecast in to answer out, 20/s, ${stored}, p99`,
        peer: '3 s limit',
        reach: '100 ms',
        baseline: null,
        ours: quantile(steady, 0.99),
        reached: quantile(steady, 0.99) <= 100,
      },
      {
        work: 'Discord: slowest acknowledgement in a burst of 200 /forecast',
        peer: '3 s limit',
        reach: '3 s',
        baseline: null,
        ours: acknowledged,
        reached: acknowledged <= 3000,
      },
      {
        work: 'Discord: slowest answer in a burst of 200 /forecast',
        peer: '3 s limit',
        reach: '1 s',
        baseline: null,
        ours: answered,
        reached: answered <= 1000,
      },
    ];
  } finally {
    await platform.stop();
    await discord.stop();
    await app.db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
