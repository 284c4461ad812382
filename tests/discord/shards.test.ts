import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startShards } from '../../src/bot/platforms/discord/index.ts';

/** Says which connection it was given, says that it is ready as a client does, and ends when it is told to. */
const child = `
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
const { SHARDS, SHARD_COUNT, FOLDER } = process.env;
process.on('SIGTERM', () => {
  writeFileSync(join(FOLDER, 'ended-' + SHARDS), '');
  process.exit(0);
});
writeFileSync(join(FOLDER, ['began', SHARDS, 'of', SHARD_COUNT, ...process.argv.slice(2)].join('-')), '');
process.send({ _ready: true });
setInterval(() => {}, 1000);
`;

let servers = 0;
let folder: string;
let discord: Server;
let apiUrl: string;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'brierpatch-shards-'));
  writeFileSync(join(folder, 'child.mjs'), child);
  process.env.FOLDER = folder;
  discord = createServer((request, response) => {
    const body = request.url?.endsWith('/gateway/bot')
      ? { url: 'ws://127.0.0.1', shards: 2, session_start_limit: {} }
      : { id: '1', approximate_guild_count: servers };
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => discord.listen(0, '127.0.0.1', resolve));
  apiUrl = `http://127.0.0.1:${(discord.address() as AddressInfo).port}/api`;
});
afterEach(() => {
  discord.close();
  discord.closeAllConnections();
  rmSync(folder, { recursive: true, force: true });
});

const start = (sharedDatabase: boolean) =>
  startShards({
    token: 'bot',
    apiUrl,
    sharedDatabase,
    script: join(folder, 'child.mjs'),
    args: ['start'],
    between: 10,
  });
const files = () =>
  readdirSync(folder)
    .filter((name) => name !== 'child.mjs')
    .sort();

it('one process is enough below 2,000 servers', async () => {
  servers = 1999;
  expect(await start(true)).toBeNull();
  expect(files()).toEqual([]);
});

it('from 2,000 on there is a process for each connection, and all finish when told to', async () => {
  servers = 2000;
  const shards = await start(true);
  expect(shards?.count).toBe(2);
  expect(files()).toEqual(['began-0-of-2-start', 'began-1-of-2-start']);
  await shards?.stop();
  expect(files()).toEqual(['began-0-of-2-start', 'began-1-of-2-start', 'ended-0', 'ended-1']);
});

it('a database in a file is not for several processes', async () => {
  servers = 2600;
  await expect(start(false)).rejects.toThrow(/about 2600 servers.*PostgreSQL/);
});

it('a Discord that does not answer is left to the connection that is tried next', async () => {
  discord.closeAllConnections();
  discord.close();
  expect(await start(true)).toBeNull();
});
