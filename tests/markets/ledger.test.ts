import { beforeAll, expect, it } from 'vitest';
import { transfer } from '../../src/markets/core/postings.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import type { Tx } from '../../src/markets/db.ts';
import { faultOf } from '../../src/markets/faults.ts';
import { houseAccount, post } from '../../src/markets/ledger.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { day0, newCommunity, newMember } from '../support/people.ts';

describeBothEngines('the ledger', (open) => {
  let db: TestDb;
  let ann: Actor;
  let key = 0;
  beforeAll(async () => {
    db = await open();
    ann = await newMember(db, await newCommunity(db), 'Ann');
  });
  const account = (tx: Tx) => tx.account.findUniqueOrThrow({ where: { memberId: ann.memberId } });
  const balance = async () => (await account(db.client)).balance;
  const take = (amount: bigint, name = `t${++key}`) =>
    db.transaction(async (tx) => {
      const from = await account(tx);
      const to = await houseAccount(tx, ann.communityId);
      return post(tx, {
        communityId: ann.communityId,
        key: name,
        kind: 'trade',
        questionId: null,
        byId: ann.memberId,
        at: day0,
        practice: false,
        lines: transfer('points', amount, from, to),
      });
    });

  it('opens an account with the starting grant', async () => {
    expect(await balance()).toBe(100_000n);
  });

  it('moves points and keeps every entry', async () => {
    const id = await take(2_500n);
    expect(await balance()).toBe(97_500n);
    const entries = await db.client.entry.findMany({ where: { postingId: id }, orderBy: { amount: 'asc' } });
    expect(entries.map((entry) => entry.amount)).toEqual([-2_500n, 2_500n]);
  });

  it('never takes a member below zero, and then books nothing', async () => {
    const before = await balance();
    await expect(take(before + 1n)).rejects.toMatchObject({ name: 'Refusal', code: 'try-again' });
    expect(await balance()).toBe(before);
  });

  it('books a key once', async () => {
    await take(100n, 'the same');
    const after = await balance();
    await expect(take(100n, 'the same')).rejects.toSatisfy((error) => faultOf(error) === 'duplicate');
    expect(await balance()).toBe(after);
  });

  it('refuses lines that do not sum to zero', async () => {
    await expect(
      db.transaction(async (tx) =>
        post(tx, {
          communityId: ann.communityId,
          key: 'made of nothing',
          kind: 'grant',
          questionId: null,
          byId: null,
          at: day0,
          practice: false,
          lines: [{ account: await account(tx), asset: 'points', amount: 5n }],
        }),
      ),
    ).rejects.toThrow('sum to zero');
  });

  it.each(['Posting', 'Entry'])('%s is append-only', async (table) => {
    await expect(db.transaction((tx) => tx.$executeRawUnsafe(`DELETE FROM "${table}"`))).rejects.toThrow();
    await expect(
      db.transaction((tx) => tx.$executeRawUnsafe(`UPDATE "${table}" SET "id" = "id" + 1000`)),
    ).rejects.toThrow();
  });

  it('holds balances above zero even against a writer who forgot to ask', async () => {
    await expect(
      db.transaction((tx) =>
        tx.account.update({ where: { memberId: ann.memberId }, data: { balance: -1n } }),
      ),
    ).rejects.toThrow();
  });
});
