import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ChannelType } from 'discord.js';
import { DigitalDiscord } from 'discord-digital-twin';
import { expect, it } from 'vitest';
import { startProxy } from './proxy.ts';

const root = join(import.meta.dirname, '..', '..');

async function until<T>(what: string, told: () => string, look: () => T | undefined): Promise<T> {
  const end = Date.now() + 90_000;
  while (Date.now() < end) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`${what} did not come. The program said:\n${told()}`);
}

it('the program as it is started by hand connects, answers, and finishes when told to stop', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'brierpatch-program-'));
  const twin = new DigitalDiscord({
    guild: { id: '1001', name: 'Forecasters' },
    channels: [{ id: '2001', name: 'general', type: ChannelType.GuildText }],
    users: [{ id: '3001', username: 'Ann' }],
    dbUrl: `file:${join(folder, 'twin.db')}`,
  });
  await twin.start();
  const proxy = await startProxy(twin);
  let program: ChildProcess | undefined;
  let said = '';
  try {
    program = spawn(process.execPath, [join(root, 'bin', 'brierpatch.js'), 'start'], {
      cwd: folder,
      env: {
        ...process.env,
        DISCORD_TOKEN: twin.botToken,
        DISCORD_API_URL: proxy.url,
        DATABASE_URL: `file:${join(folder, 'brierpatch.db')}`,
        PLAYGROUND: 'off',
      },
    });
    const ended = new Promise<number | null>((resolve) => program?.once('exit', resolve));
    program.stdout?.on('data', (chunk) => (said += String(chunk)));
    program.stderr?.on('data', (chunk) => (said += String(chunk)));
    await until(
      'the connection',
      () => said,
      () => (said.includes('discord is connected') ? true : undefined),
    );
    expect(said).toContain('https://discord.com/oauth2/authorize?client_id=');
    expect(proxy.seen.some((s) => s.method === 'PUT' && s.path.endsWith('/commands'))).toBe(true);

    const data = { id: '1', name: 'help', type: 1, options: [] };
    const { token } = await twin.simulateInteraction({ type: 2, channelId: '2001', userId: '3001', data });
    const answer = await until(
      'the answer',
      () => said,
      () => proxy.seen.find((s) => s.path.includes(token) && s.method === 'PATCH' && s.status === 200),
    );
    expect(JSON.stringify(answer.body)).toContain('/forecast');
    expect(proxy.wrong).toEqual([]);

    program.kill('SIGTERM');
    expect(await ended).toBe(0);
    expect(said).toContain('Stopping');
  } finally {
    program?.kill('SIGKILL');
    await proxy.stop();
    await twin.stop();
    await twin.prisma.$disconnect();
    rmSync(folder, { recursive: true, force: true });
  }
}, 120_000);
