import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { startLoopback } from '../../bench/loopback.ts';
import { discordPlatform } from '../../src/bot/platforms/discord/index.ts';
import { openDatabase } from '../../src/markets/db.ts';
import { ran, sampleCommands } from './samples.ts';

/** Milliseconds that Discord gives to acknowledge. */
const limit = 3000;

it('acknowledges everyone in time in a burst of 200 commands, from people never seen before', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brierpatch-burst-'));
  const db = await openDatabase(`file:${join(folder, 'burst.db')}`);
  const discord = await startLoopback();
  const app = {
    db,
    commands: sampleCommands,
    log: pino({ level: 'silent' }),
    clock: () => new Date(),
    reading: {},
  };
  const platform = discordPlatform(app, { token: 'burst', apiUrl: discord.url, guildId: null });
  try {
    await platform.start();
    const payloads = Array.from({ length: 200 }, (_, i) => ({
      application_id: '1',
      type: 2,
      guild_id: '1001',
      channel_id: '2001',
      member: {
        user: { id: String(3000 + (i % 40)), username: `member${i % 40}` },
        roles: [],
        permissions: '0',
      },
      data: { id: '1', name: 'whisper', type: 1, options: [{ name: 'text', type: 3, value: `say ${i}` }] },
    }));
    const timings = await discord.run({ payloads, every: 0 });
    const slowest = Math.max(...timings.map((t) => t.acknowledged - t.sent));
    expect(timings.length).toBe(200);
    expect(slowest).toBeLessThan(limit);
    expect(timings.filter((t) => Number.isNaN(t.answered))).toEqual([]);
    expect(new Set(ran).size).toBe(200);
  } finally {
    await platform.stop();
    await discord.stop();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  }
}, 90_000);
