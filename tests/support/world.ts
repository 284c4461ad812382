import { type AskInput, ask } from '../../src/markets/ask.ts';
import { buy } from '../../src/markets/buy.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { forecast } from '../../src/markets/forecast.ts';
import { reopen } from '../../src/markets/reopen.ts';
import { type ResolveInput, resolve } from '../../src/markets/resolve.ts';
import type { TestDb } from './database.ts';
import { by, day0, later, newCommunity, newMember } from './people.ts';
import { asking } from './questions.ts';

/** A community with an admin and three members, and the sentences that its stories are made of. */
export async function newWorld(db: TestDb, settings: object = {}) {
  const community = await newCommunity(db, settings);
  const admin = await newMember(db, community, 'Admin', { admin: true });
  const ann = await newMember(db, community, 'Ann');
  const bob = await newMember(db, community, 'Bob');
  const eve = await newMember(db, community, 'Eve');
  return {
    db,
    community,
    admin,
    ann,
    bob,
    eve,
    ask: (change: Partial<AskInput> = {}) => ask(db, by(admin), asking(change)),
    bet: (who: Actor, outcome: number, points: bigint, { question = 1, at = day0 } = {}) =>
      buy(db, by(who, at), { question, outcome, against: false, amount: { points }, limit: null }),
    say: (
      who: Actor,
      p: readonly number[] | null,
      { question = 1, at = day0, stake = null as bigint | null } = {},
    ) => forecast(db, by(who, at), { question, p, typed: null, reason: null, stake }),
    resolve: (
      to: ResolveInput['to'],
      {
        question = 1,
        who = admin,
        at = later(11),
        knownAt = null as Date | null,
        reason = null as string | null,
      } = {},
    ) => resolve(db, by(who, at), { question, to, knownAt, reason }),
    reopen: ({ question = 1, at = later(12), closesAt = null as Date | null } = {}) =>
      reopen(db, by(admin, at), { question, reason: 'it was too early', closesAt }),
    balance: async (who: Actor) =>
      (await db.client.account.findUniqueOrThrow({ where: { memberId: who.memberId } })).balance,
    house: async () => (await db.client.account.findUniqueOrThrow({ where: { houseOf: community } })).balance,
  };
}
export type World = Awaited<ReturnType<typeof newWorld>>;
