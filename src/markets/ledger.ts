import { z } from 'zod';
import type { Vector } from '../scoring/types.ts';
import { economyOf } from './core/economy.ts';
import { points } from './core/money.ts';
import {
  type AccountRef,
  balanced,
  type Line,
  outcomeOf,
  type PostingKind,
  transfer,
} from './core/postings.ts';
import { settingsSchema } from './core/settings.ts';
import type { Minor } from './core/types.ts';
import { Conflict, type Tx } from './db.ts';
import { chunks, int, join, rows, sql } from './sql.ts';

export interface NewPosting {
  readonly communityId: number;
  /** Unique: the same movement is booked once, however often it is asked for. */
  readonly key: string;
  readonly kind: PostingKind;
  readonly questionId: number | null;
  readonly byId: number | null;
  readonly at: Date;
  readonly practice: boolean;
  readonly reversesId?: number;
  /** The market's prices after it, where it changes or opens them. */
  readonly prices?: Vector;
  readonly lines: readonly Line[];
}

/**
 * Books a movement and brings balances, positions and outstanding shares up to date with it: the only writer of all
 * three. Answers the posting's id.
 *
 * Decrements are guarded: a member's or a question's balance and a position never go below zero. Where a guard holds,
 * somebody else was faster since the caller looked, so `Conflict` has the transaction run again on what is true now.
 */
export async function post(tx: Tx, posting: NewPosting): Promise<number> {
  const { prices } = posting;
  const lines = balanced(posting.lines);
  const [{ id } = { id: 0 }] = await rows(
    tx,
    z.object({ id: int }),
    sql`INSERT INTO "Posting" ("communityId", "key", "kind", "questionId", "reversesId", "byId", "practice", "prices", "at")
      VALUES (${posting.communityId}, ${posting.key}, ${posting.kind}, ${posting.questionId}, ${posting.reversesId ?? null},
        ${posting.byId}, ${posting.practice}, ${prices ? JSON.stringify(prices) : null}, ${posting.at})
      RETURNING "id"`,
  );
  for (const some of chunks(lines))
    await tx.$executeRaw(sql`INSERT INTO "Entry" ("postingId", "accountId", "asset", "amount")
      VALUES ${join(some.map(({ account, asset, amount }) => sql`(${id}, ${account.id}, ${asset}, ${amount})`))}`);
  await addToBalances(
    tx,
    lines.filter((line) => line.asset === 'points'),
  );
  await addToShares(
    tx,
    lines.filter((line) => line.asset !== 'points'),
  );
  return id;
}

async function addToBalances(tx: Tx, lines: readonly Line[]): Promise<void> {
  for (const some of chunks(lines)) {
    const values = some.map((line) => pair(line.account.id, line.amount));
    const count = await tx.$executeRaw`
      UPDATE "Account" SET "balance" = "balance" + d.column2
      FROM (VALUES ${join(values)}) AS d
      WHERE "id" = d.column1 AND ("kind" = 'house' OR "balance" + d.column2 >= 0)`;
    if (count !== some.length) throw new Conflict('a balance changed meanwhile');
  }
}

/** A member's shares are a position; what the question's account is short of is what is outstanding. */
async function addToShares(tx: Tx, lines: readonly Line[]): Promise<void> {
  const outstanding = lines.filter((line) => line.account.memberId === null);
  const held = lines.filter((line) => line.account.memberId !== null);
  for (const some of chunks(outstanding)) {
    const values = some.map((line) => pair(outcomeOf(line.asset) ?? 0, -line.amount));
    const count = await tx.$executeRaw`
      UPDATE "Outcome" SET "shares" = "shares" + d.column2
      FROM (VALUES ${join(values)}) AS d WHERE "id" = d.column1 AND "shares" + d.column2 >= 0`;
    if (count !== some.length) throw new Conflict('shares changed meanwhile');
  }
  for (const some of chunks(held.filter((line) => line.amount > 0n))) {
    const values = some.map((line) => triple(line));
    await tx.$executeRaw`
      INSERT INTO "Position" ("memberId", "outcomeId", "shares") VALUES ${join(values)}
      ON CONFLICT ("memberId", "outcomeId") DO UPDATE SET "shares" = "Position"."shares" + excluded."shares"`;
  }
  for (const some of chunks(held.filter((line) => line.amount < 0n))) {
    const values = some.map((line) => triple(line));
    const count = await tx.$executeRaw`
      UPDATE "Position" SET "shares" = "shares" + d.column3
      FROM (VALUES ${join(values)}) AS d
      WHERE "memberId" = d.column1 AND "outcomeId" = d.column2 AND "shares" + d.column3 >= 0`;
    if (count !== some.length) throw new Conflict('a position changed meanwhile');
  }
}

// Both engines call the columns of VALUES column1, column2 ...; without the casts PostgreSQL takes parameters for text.
const pair = (id: number, amount: Minor) => sql`(CAST(${id} AS INTEGER), CAST(${amount} AS BIGINT))`;
const triple = (line: Line) =>
  sql`(CAST(${line.account.memberId} AS INTEGER), CAST(${outcomeOf(line.asset)} AS INTEGER), CAST(${line.amount} AS BIGINT))`;

const asRef = { id: true, memberId: true } as const;

/** The account that grants and subsidies come from and surpluses go to. It alone may be overdrawn. */
export async function houseAccount(tx: Tx, communityId: number): Promise<AccountRef> {
  return tx.account.upsert({
    where: { houseOf: communityId },
    create: { communityId, kind: 'house', houseOf: communityId },
    update: {},
    select: asRef,
  });
}

/** Opens a new member's account and grants the starting points of the community. Once per member. */
export async function openMemberAccount(
  tx: Tx,
  member: { communityId: number; memberId: number; practice: boolean; now: Date },
): Promise<void> {
  const { communityId, memberId, practice, now } = member;
  const community = await tx.community.findUniqueOrThrow({
    where: { id: communityId },
    select: { settings: true },
  });
  const { startingGrant } = economyOf(settingsSchema.parse(JSON.parse(community.settings)));
  const house = await houseAccount(tx, communityId);
  const account = await tx.account.create({ data: { communityId, kind: 'member', memberId }, select: asRef });
  if (startingGrant === 0) return;
  await post(tx, {
    communityId,
    key: `grant:${memberId}`,
    kind: 'grant',
    questionId: null,
    byId: null,
    at: now,
    practice,
    lines: transfer('points', points(startingGrant), house, account),
  });
}
