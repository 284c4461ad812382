// A process of its own that trades until it is told or killed, for the tests of crashes and of several processes.
// Usage: trader.ts URL ACTORS MODE, where ACTORS is JSON of actors. Writes a line of JSON to standard output for each act
// that was acknowledged or refused, after it was.
import { z } from 'zod';
import { buy } from '../../src/markets/buy.ts';
import { Refusal } from '../../src/markets/core/refusal.ts';
import { openDatabase } from '../../src/markets/db.ts';
import { sell } from '../../src/markets/sell.ts';
import { day0 } from './people.ts';

const actors = z.array(
  z.object({
    communityId: z.number(),
    memberId: z.number(),
    name: z.string(),
    admin: z.boolean(),
    mayAsk: z.boolean(),
    channel: z.string().nullable(),
  }),
);
const [url, people = '[]', mode] = process.argv.slice(2);
const db = await openDatabase(url);
const traders = actors.parse(JSON.parse(people));
const tell = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`);
const pick = <T>(all: readonly T[]): T => {
  const one = all[Math.floor(Math.random() * all.length)];
  if (one === undefined) throw new Error('there is nobody to trade');
  return one;
};
let count = 0;

async function trade(
  key = `${process.pid}-${++count}`,
  points = BigInt(1 + Math.floor(Math.random() * 2000)),
) {
  const call = { actor: pick(traders), now: day0, key };
  const outcome = Math.random() < 0.5 ? 0 : 1;
  try {
    const done =
      mode === 'load' && Math.random() < 0.3
        ? await sell(db, call, { question: 1, outcome, shares: points, limit: null })
        : await buy(db, call, { question: 1, outcome, against: false, amount: { points }, limit: null });
    tell({ key, shares: done.shares.toString(), points: done.points.toString() });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    tell({ refused: error.code });
  }
}

tell({ ready: true });
if (mode === 'load') {
  // Until it is killed.
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (;;) await trade();
    }),
  );
} else {
  await new Promise((resolve) => process.stdin.once('data', resolve));
  // Five bets of 100 points, and one that every process makes under the same key.
  await Promise.all([
    ...Array.from({ length: 5 }, () => trade(undefined, 10_000n)),
    trade('everywhere', 5_000n),
  ]);
  await db.close();
  process.exit(0);
}
