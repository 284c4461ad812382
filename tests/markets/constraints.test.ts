import { beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { later } from '../support/people.ts';
import { newWorld, type World } from '../support/world.ts';

const names = z.array(z.object({ name: z.string() }));

/** Tables whose rows stay as they are. */
const appendOnly = ['Posting', 'Entry', 'Trade', 'Forecast', 'Resolution', 'QuestionEdit', 'Audit'];

describeBothEngines('the database refuses what must not be', (open) => {
  let db: TestDb;
  let w: World;
  beforeAll(async () => {
    db = await open();
    w = await newWorld(db);
    await w.ask();
    await w.bet(w.ann, 0, 1_000n);
    await w.resolve({ outcome: 0 });
  });

  it('by the same checks and triggers on both engines', async () => {
    const found =
      db.engine === 'sqlite'
        ? await db.client
            .$queryRaw`SELECT "sql" AS "name" FROM "sqlite_master" WHERE "type" IN ('table', 'trigger')`
        : await db.client.$queryRaw`
            SELECT 'CONSTRAINT "' || conname || '" CHECK' AS "name" FROM pg_constraint WHERE contype = 'c' AND connamespace = 'public'::regnamespace
            UNION ALL SELECT 'CREATE TRIGGER "' || tgname || '"' FROM pg_trigger WHERE NOT tgisinternal`;
    const all = names
      .parse(found)
      .flatMap(({ name }) => [...name.matchAll(/CONSTRAINT "(\w+_check)"|CREATE TRIGGER "(\w+)"/g)]);
    const guards = all.map((match) => match[1] ?? match[2] ?? '').sort();
    expect(guards.filter((name) => name.endsWith('_check'))).toMatchInlineSnapshot(`
      [
        "Account_balance_check",
        "Account_kind_check",
        "Account_owner_check",
        "Community_numbers_check",
        "Draft_status_check",
        "Entry_amount_check",
        "Entry_asset_check",
        "LimitOrder_points_check",
        "LimitOrder_price_check",
        "LimitOrder_state_check",
        "Outcome_index_check",
        "Outcome_shares_check",
        "Position_shares_check",
        "Question_condition_check",
        "Question_edges_check",
        "Question_hidden_check",
        "Question_kind_check",
        "Question_liquidity_check",
        "Question_scale_check",
        "Question_settled_check",
        "Question_state_check",
        "Question_times_check",
        "Resolution_act_check",
        "Resolution_weights_check",
        "Score_coverage_check",
        "Score_subject_check",
        "Total_subject_check",
        "Trade_prices_check",
        "Trade_shares_check",
      ]
    `);
    expect(guards.filter((name) => !name.endsWith('_check'))).toEqual(
      appendOnly.flatMap((table) => [`${table}_no_delete`, `${table}_no_update`]).sort(),
    );
  });

  it.each(appendOnly.filter((table) => table !== 'QuestionEdit'))('%s is never rewritten', async (table) => {
    const { n } = z
      .object({ n: z.coerce.number() })
      .parse(
        z
          .array(z.unknown())
          .parse(await db.client.$queryRawUnsafe(`SELECT COUNT(*) AS n FROM "${table}"`))[0],
      );
    expect(n).toBeGreaterThan(0);
    for (const statement of [`DELETE FROM "${table}"`, `UPDATE "${table}" SET "id" = "id" + 1000`])
      await expect(db.transaction((tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow(
        /append-only|23001|ForeignKey|constraint/i,
      );
  });

  it.each([
    ['a state that is none', `UPDATE "Question" SET "state" = 'lost'`],
    ['a settled question without its date', `UPDATE "Question" SET "settledAt" = NULL`],
    ['times out of order', `UPDATE "Question" SET "closesAt" = "resolvesBy", "resolvesBy" = "opensAt"`],
    ['a balance below zero', `UPDATE "Account" SET "balance" = -1 WHERE "kind" <> 'house'`],
    ['an account of nobody', `UPDATE "Account" SET "memberId" = NULL WHERE "kind" = 'member'`],
    ['shares below zero', `UPDATE "Outcome" SET "shares" = -1`],
    ['a position below zero', `UPDATE "Position" SET "shares" = -1`],
    [
      'a second house',
      `INSERT INTO "Account" ("communityId", "kind", "houseOf") SELECT "communityId", 'house', "houseOf" FROM "Account" WHERE "kind" = 'house'`,
    ],
    [
      'the same invocation twice',
      `INSERT INTO "Audit" ("communityId", "key", "act", "subject", "at") SELECT "communityId", "key", "act", "subject", "at" FROM "Audit"`,
    ],
  ])('%s', async (_, statement) => {
    await expect(db.transaction((tx) => tx.$executeRawUnsafe(statement))).rejects.toThrow();
  });

  it('an outcome beyond the fiftieth, an order at a price of one', async () => {
    const outcome = await db.client.outcome.findFirstOrThrow();
    await expect(
      db.transaction((tx) =>
        tx.outcome.create({
          data: { questionId: outcome.questionId, index: 50, label: 'X', addedAt: later(0) },
        }),
      ),
    ).rejects.toThrow();
    await expect(
      db.transaction((tx) =>
        tx.limitOrder.create({
          data: {
            questionId: outcome.questionId,
            memberId: w.ann.memberId,
            outcomeId: outcome.id,
            price: 1,
            points: 1n,
            createdAt: later(0),
          },
        }),
      ),
    ).rejects.toThrow();
  });
});
