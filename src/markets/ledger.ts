import { Prisma } from '../generated/sqlite/client.ts';
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
  const { lines: given, prices, ...row } = posting;
  const lines = balanced(given);
  const { id } = await tx.posting.create({
    data: { ...row, prices: prices ? JSON.stringify(prices) : null },
    select: { id: true },
  });
  await tx.entry.createMany({
    data: lines.map(({ account, asset, amount }) => ({
      postingId: id,
      accountId: account.id,
      asset,
      amount,
    })),
  });
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
    const rows = some.map((line) => pair(line.account.id, line.amount));
    const count = await tx.$executeRaw`
      UPDATE "Account" SET "balance" = "balance" + d.column2
      FROM (VALUES ${Prisma.join(rows)}) AS d
      WHERE "id" = d.column1 AND ("kind" = 'house' OR "balance" + d.column2 >= 0)`;
    if (count !== some.length) throw new Conflict('a balance changed meanwhile');
  }
}

/** A member's shares are a position; what the question's account is short of is what is outstanding. */
async function addToShares(tx: Tx, lines: readonly Line[]): Promise<void> {
  const outstanding = lines.filter((line) => line.account.memberId === null);
  const held = lines.filter((line) => line.account.memberId !== null);
  for (const some of chunks(outstanding)) {
    const rows = some.map((line) => pair(outcomeOf(line.asset) ?? 0, -line.amount));
    const count = await tx.$executeRaw`
      UPDATE "Outcome" SET "shares" = "shares" + d.column2
      FROM (VALUES ${Prisma.join(rows)}) AS d WHERE "id" = d.column1 AND "shares" + d.column2 >= 0`;
    if (count !== some.length) throw new Conflict('shares changed meanwhile');
  }
  for (const some of chunks(held.filter((line) => line.amount > 0n))) {
    const rows = some.map((line) => triple(line));
    await tx.$executeRaw`
      INSERT INTO "Position" ("memberId", "outcomeId", "shares") VALUES ${Prisma.join(rows)}
      ON CONFLICT ("memberId", "outcomeId") DO UPDATE SET "shares" = "Position"."shares" + excluded."shares"`;
  }
  for (const some of chunks(held.filter((line) => line.amount < 0n))) {
    const rows = some.map((line) => triple(line));
    const count = await tx.$executeRaw`
      UPDATE "Position" SET "shares" = "shares" + d.column3
      FROM (VALUES ${Prisma.join(rows)}) AS d
      WHERE "memberId" = d.column1 AND "outcomeId" = d.column2 AND "shares" + d.column3 >= 0`;
    if (count !== some.length) throw new Conflict('a position changed meanwhile');
  }
}

// Both engines call the columns of VALUES column1, column2 ...; without the casts PostgreSQL takes parameters for text.
const pair = (id: number, amount: Minor) => Prisma.sql`(CAST(${id} AS INTEGER), CAST(${amount} AS BIGINT))`;
const triple = (line: Line) =>
  Prisma.sql`(CAST(${line.account.memberId} AS INTEGER), CAST(${outcomeOf(line.asset)} AS INTEGER), CAST(${line.amount} AS BIGINT))`;

/** A statement takes some thousands of parameters at most. */
function* chunks<T>(all: readonly T[], size = 500): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += size) yield all.slice(i, i + size);
}

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

/** A member's account. Members have one from the day they enter. */
export const memberAccount = (tx: Tx, memberId: number): Promise<AccountRef> =>
  tx.account.findUniqueOrThrow({ where: { memberId }, select: asRef });

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
