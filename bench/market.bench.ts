import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { ask } from '../src/markets/ask.ts';
import { oddsOf, sharesFor } from '../src/markets/core/lmsr.ts';
import type { Actor } from '../src/markets/core/types.ts';
import { openDatabase } from '../src/markets/db.ts';
import { by, newCommunity, newMember } from '../tests/support/people.ts';
import { embeddedPostgres, startPostgres } from '../tests/support/postgres.ts';
import { asking } from '../tests/support/questions.ts';
import { type BenchRow, seeded, timed } from './row.ts';

/** How long each process wagers. */
const milliseconds = 4000;
const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;

export async function rows(): Promise<BenchRow[]> {
  return [...(await ruleRows()), ...(await sqliteRows()), ...(await postgresRows())];
}

async function ruleRows(): Promise<BenchRow[]> {
  const random = seeded(7);
  const many = 10_000;
  const row = async (outcomes: number, peer: string, reach: number): Promise<BenchRow> => {
    const q = Array.from({ length: outcomes }, () => 200 * random());
    let sum = 0;
    const ours = await timed(60, () => {
      for (let i = 0; i < many; i++) sum += sharesFor(100, oddsOf(100, q, i % outcomes), 1 + (i % 50));
    });
    if (!(sum > 0)) throw new Error('the shares were not used');
    return {
      work: `LMSR shares for points, ${outcomes} outcomes`,
      peer,
      reach: `${reach} us`,
      baseline: null,
      ours: ours / many,
      reached: (ours / many) * 1000 <= reach,
    };
  };
  return [await row(2, "Manifold's CPMM sale 412 us", 0.3), await row(50, 'Manifold, 10 answers 10.6 ms', 2)];
}

async function sqliteRows(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'brierpatch-bench-'));
  try {
    const url = `file:${join(folder, 'bench.db')}`;
    const traders = await newTraders(url, 1);
    const bare = await rate(url, traders, 'bare', 1);
    return [
      wagerRow('SQLite, one at a time', bare, await rate(url, traders, 'ours', 1)),
      wagerRow('SQLite, 20 at once', bare, await rate(url, traders, 'ours', 20)),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function postgresRows(): Promise<BenchRow[]> {
  if (!(await embeddedPostgres())) return [];
  const server = await startPostgres();
  try {
    const traders = await newTraders(server.url, 4);
    const all: BenchRow[] = [];
    for (const processes of [1, 2, 4]) {
      const some = traders.slice(0, processes);
      all.push(
        wagerRow(
          `PostgreSQL, ${processes} ${processes === 1 ? 'process' : 'processes'}`,
          await rate(server.url, some, 'bare', 1),
          await rate(server.url, some, 'ours', 1),
        ),
      );
    }
    return all;
  } finally {
    await server.stop();
  }
}

const wagerRow = (where: string, bare: number, ours: number): BenchRow => ({
  work: `a wager with its receipt, durable, ${where}`,
  peer: null,
  reach: "0.3 of the bare driver's rate",
  baseline: bare,
  ours,
  reached: bare / ours >= 0.3,
});

/** A member and a question for each process: they share the house and the disk, and nothing else. */
async function newTraders(url: string, count: number): Promise<{ actor: Actor; question: number }[]> {
  const db = await openDatabase(url);
  const community = await newCommunity(db, { economy: { startingGrant: 1_000_000, liquidity: 10_000 } });
  const traders = [];
  for (let i = 0; i < count; i++) {
    const actor = await newMember(db, community, `Trader ${i}`, { admin: true });
    const { number } = await ask(
      db,
      by(actor, new Date()),
      asking({ closesAt: new Date(Date.now() + 1e9), resolvesBy: null }),
    );
    traders.push({ actor, question: number });
  }
  await db.close();
  return traders;
}

const result = z.object({ done: z.number(), milliseconds: z.number() });

/** Milliseconds for each wager, all processes together. */
async function rate(
  url: string,
  traders: readonly { actor: Actor; question: number }[],
  mode: 'ours' | 'bare',
  concurrency: number,
): Promise<number> {
  const processes = traders.map(({ actor, question }) => {
    const script = join(import.meta.dirname, 'wagerProcess.ts');
    const args = [url, JSON.stringify(actor), question, mode, concurrency, milliseconds].map(String);
    const child = spawn(process.execPath, ['--import', tsx, script, ...args], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    return { child, lines };
  });
  for (const { lines } of processes) await lines.next();
  for (const { child } of processes) child.stdin.write('go\n');
  const each = await Promise.all(
    processes.map(async ({ lines }) => {
      const { done, milliseconds: took } = result.parse(JSON.parse((await lines.next()).value ?? ''));
      return done / took;
    }),
  );
  return 1 / each.reduce((sum, perMillisecond) => sum + perMillisecond, 0);
}
