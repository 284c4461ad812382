// A process that wagers as fast as it can, through the service or through the bare driver; started by market.bench.ts.
// Usage: wagerProcess.ts URL ACTOR QUESTION ours|bare CONCURRENCY MILLISECONDS
import { z } from 'zod';
import { buy } from '../src/markets/buy.ts';
import { openDatabase } from '../src/markets/db.ts';
import { postgresReplay, type Replay, record, sqliteReplay } from './bareDriver.ts';

const [url = '', who = '', number, mode, concurrency, milliseconds] = process.argv.slice(2);
const actor = z
  .object({
    communityId: z.number(),
    memberId: z.number(),
    name: z.string(),
    admin: z.boolean(),
    mayAsk: z.boolean(),
    channel: z.string().nullable(),
  })
  .parse(JSON.parse(who));
const db = await openDatabase(url);
let count = 0;
const key = () => `bench-${process.pid}-${++count}-`;
const wager = (key: string) =>
  buy(
    db,
    { actor, now: new Date(), key },
    {
      question: Number(number),
      outcome: count % 2,
      against: false,
      amount: { points: 100n },
      limit: null,
    },
  );
for (let i = 0; i < 50; i++) await wager(key());

const lanes: Replay[] = [];
if (mode === 'bare') {
  const recorded = 'bench-recorded-';
  const statements = await record(db.engine, () => wager(`${recorded}${process.pid}-`));
  await db.close();
  for (let i = 0; i < Number(concurrency); i++)
    lanes.push(
      db.engine === 'sqlite'
        ? sqliteReplay(url.slice('file:'.length), statements, recorded)
        : await postgresReplay(url, statements, recorded),
    );
  for (const lane of lanes) for (let i = 0; i < 20; i++) await lane(key());
} else {
  for (let i = 0; i < Number(concurrency); i++)
    lanes.push(async (key) => {
      await wager(key);
    });
}

process.stdout.write('ready\n');
await new Promise((resolve) => process.stdin.once('data', resolve));
const start = performance.now();
const end = start + Number(milliseconds);
let done = 0;
await Promise.all(
  lanes.map(async (lane) => {
    while (performance.now() < end) {
      await lane(key());
      done++;
    }
  }),
);
process.stdout.write(`${JSON.stringify({ done, milliseconds: performance.now() - start })}\n`);
process.exit(0);
