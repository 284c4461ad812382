import { type ChildProcess, spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { describe, expect, inject, it } from 'vitest';
import { z } from 'zod';
import { buy } from '../../src/markets/buy.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { openDatabase } from '../../src/markets/db.ts';
import { describeBothEngines, newPostgresUrl, type TestDb } from '../support/database.ts';
import { by, day0 } from '../support/people.ts';
import { startPostgres } from '../support/postgres.ts';
import { differences } from '../support/questions.ts';
import { newWorld } from '../support/world.ts';

/** `BRIERPATCH_LONG=1 npx vitest run tests/markets/crashes.test.ts` kills fifty times. */
const kills = process.env.BRIERPATCH_LONG ? 50 : 4;

const tsx = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href;
const said = z.union([
  z.object({ ready: z.literal(true) }),
  z.object({ refused: z.string() }),
  z.object({ key: z.string(), shares: z.string(), points: z.string() }),
]);
type Said = z.infer<typeof said>;

/** Starts a trader of its own process; `lines` fills as it speaks, `ended` comes when it has gone. */
function startTrader(url: string, actors: readonly Actor[], mode: 'load' | 'race') {
  const script = join(import.meta.dirname, '..', 'support', 'trader.ts');
  const child: ChildProcess = spawn(
    process.execPath,
    ['--import', tsx, script, url, JSON.stringify(actors), mode],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const lines: Said[] = [];
  const ready = new Promise<void>((resolve, reject) => {
    child.once('error', reject);
    if (!child.stdout) return reject(new Error('the trader has no voice'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      // A line that the kill cut off was not said.
      if (!line.endsWith('}')) return;
      lines.push(said.parse(JSON.parse(line)));
      resolve();
    });
    child.once('exit', (code) => reject(new Error(`the trader ended with ${code}`)));
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return { child, lines, ready, ended };
}

const acknowledged = (lines: readonly Said[]) => lines.flatMap((line) => ('key' in line ? [line] : []));
const facts = z.object({ shares: z.string(), points: z.string() });

/** Every wager that was acknowledged is there as it was told, in its audit row and in the ledger. */
async function expectKept(
  db: TestDb | Awaited<ReturnType<typeof openDatabase>>,
  told: ReturnType<typeof acknowledged>,
) {
  const keys = told.map(({ key }) => key);
  const audits = await db.client.audit.findMany({ where: { key: { in: keys } } });
  const postings = await db.client.posting.count({
    where: { key: { in: keys.map((key) => `${key}:trade`) } },
  });
  expect(postings).toBe(keys.length);
  const kept = new Map(audits.map(({ key, detail }) => [key, facts.parse(JSON.parse(detail))]));
  for (const { key, shares, points } of told) expect(kept.get(key)).toEqual({ shares, points });
}

describeBothEngines('a process that is killed under load', (open) => {
  it(
    `${kills} times keeps every acknowledged wager and no half of another`,
    async () => {
      const db = await open();
      const w = await newWorld(db);
      await w.ask();
      let wagers = 0;
      for (let i = 0; i < kills; i++) {
        const trader = startTrader(db.url, [w.ann, w.bob, w.eve], 'load');
        await trader.ready;
        while (trader.lines.length < 2) await sleep(5);
        await sleep(Math.random() * 800);
        trader.child.kill('SIGKILL');
        await trader.ended;
        const told = acknowledged(trader.lines);
        wagers += told.length;
        await expectKept(db, told);
        expect(await differences(db)).toEqual([]);
      }
      expect(wagers).toBeGreaterThan(0);
    },
    kills * 30_000,
  );
});

describe.skipIf(inject('postgresDoor') === '')('on PostgreSQL', () => {
  it('four processes share one balance: ten bets of 100 points on 1000, and one request counts once', async () => {
    const url = await newPostgresUrl();
    const db = await openDatabase(url);
    const w = await newWorld(Object.assign(db, { url }));
    await w.ask();
    const traders = Array.from({ length: 4 }, () => startTrader(url, [w.ann], 'race'));
    await Promise.all(traders.map(({ ready }) => ready));
    for (const { child } of traders) child.stdin?.write('go\n');
    await Promise.all(traders.map(({ ended }) => ended));
    const told = traders.flatMap(({ lines }) => acknowledged(lines));
    const refused = traders.flatMap(({ lines }) =>
      lines.flatMap((line) => ('refused' in line ? [line.refused] : [])),
    );
    // 21 requests for 2050 points on 1000: what is taken adds up, and the rest is refused for want of points.
    expect(new Set(refused)).toEqual(new Set(['insufficient']));
    const postings = await db.client.posting.findMany({ where: { kind: 'trade' } });
    expect(new Set(told.map(({ key }) => key)).size).toBe(postings.length);
    const spent = 100_000n - (await w.balance(w.ann));
    const shared = postings.filter(({ key }) => key === 'everywhere:trade').length;
    expect(shared).toBeLessThanOrEqual(1);
    expect(spent).toBe(BigInt(postings.length - shared) * 10_000n + BigInt(shared) * 5_000n);
    expect(await w.balance(w.ann)).toBeLessThan(10_000n);
    const everywhere = told.filter(({ key }) => key === 'everywhere');
    for (const answer of everywhere) expect(answer).toEqual(everywhere[0]);
    await expectKept(
      db,
      told.filter(({ key }, i) => told.findIndex((other) => other.key === key) === i),
    );
    expect(await differences(db)).toEqual([]);
    await db.close();
  }, 120_000);

  it('a server that restarts under load: refusals to try again, then it goes on', async () => {
    const postgres = await startPostgres({ durable: false });
    try {
      const db = await openDatabase(postgres.url);
      const w = await newWorld(Object.assign(db, { url: postgres.url }));
      await w.ask();
      const told: { key: string; shares: string; points: string }[] = [];
      const refused: unknown[] = [];
      let stop = false;
      const load = Array.from({ length: 6 }, async (_, i) => {
        for (let n = 0; !stop; n++) {
          const key = `restart-${i}-${n}`;
          try {
            const done = await buy(db, by([w.ann, w.bob, w.eve][i % 3] ?? w.ann, day0, key), {
              question: 1,
              outcome: n % 2,
              against: false,
              amount: { points: 100n },
              limit: null,
            });
            told.push({ key, shares: done.shares.toString(), points: done.points.toString() });
          } catch (error) {
            refused.push(error);
            await sleep(20);
          }
        }
      });
      await sleep(1000);
      await postgres.restart();
      const before = told.length;
      for (let i = 0; i < 200 && told.length < before + 20; i++) await sleep(50);
      stop = true;
      await Promise.all(load);
      expect(told.length).toBeGreaterThanOrEqual(before + 20);
      expect(refused.length).toBeGreaterThan(0);
      for (const error of refused) expect(error).toMatchObject({ name: 'Refusal', code: 'try-again' });
      await expectKept(db, told);
      expect(await differences(db)).toEqual([]);
      await db.close();
    } finally {
      await postgres.stop();
    }
  }, 120_000);
});
