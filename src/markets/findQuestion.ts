import { z } from 'zod';
import type { Vector } from '../scoring/types.ts';
import type { AccountRef } from './core/postings.ts';
import { Refusal } from './core/refusal.ts';
import { settingsSchema } from './core/settings.ts';
import type { Market } from './core/trading.ts';
import { type Actor, type Minor, nobody } from './core/types.ts';
import { seenFrom } from './core/visibility.ts';
import type { Tx } from './db.ts';
import { flag, int, minor, moment, rows, type Sql, sql } from './sql.ts';

const vector = z
  .string()
  .transform((text) => JSON.parse(text))
  .pipe(z.array(z.number()));

const questionColumns = z.object({
  id: int,
  communityId: int,
  number: int,
  kind: z.enum(['binary', 'choice', 'numeric', 'date']),
  title: z.string(),
  criteria: z.string(),
  edges: vector.nullable(),
  unit: z.string().nullable(),
  scale: z.enum(['linear', 'log']).nullable(),
  opensAt: moment,
  closesAt: moment,
  resolvesBy: moment,
  knownAt: moment.nullable(),
  state: z.enum(['open', 'closed', 'resolved', 'annulled']),
  version: int,
  liquidity: minor,
  hidden: z.enum(['none', 'forecast', 'date']),
  hiddenUntil: moment.nullable(),
  channel: z.string().nullable(),
  articleId: int.nullable(),
  origin: z.string().nullable(),
  quote: z.string().nullable(),
  quoteSpeaker: z.string().nullable(),
  conditionId: int.nullable(),
  conditionOutcome: int.nullable(),
  createdById: int.nullable(),
  practice: flag,
  settledAt: moment.nullable(),
  settings: z
    .string()
    .transform((text) => JSON.parse(text))
    .pipe(settingsSchema),
  poolId: int,
  pool: minor,
  /** Orders that rest, expired ones included. */
  resting: int,
  purseId: int.nullable(),
  purse: minor.nullable(),
  ownForecast: int.nullable(),
  ownP: vector.nullable(),
  ownTyped: z.string().nullable(),
  ownImplied: flag.nullable(),
  ownAt: moment.nullable(),
});

const outcomeColumns = z.object({
  id: int,
  index: int,
  label: z.string(),
  shares: minor,
  offset: z.number(),
  /** Of the reader. */
  held: minor.nullable(),
});

/** A member's account with what it holds. */
export interface Purse extends AccountRef {
  readonly memberId: number;
  readonly balance: Minor;
}

/** What the reader has to do with a question. */
export interface Mine {
  readonly purse: Purse;
  /** Their latest word, a withdrawal included; null where they never said one. */
  readonly word: {
    readonly p: Vector | null;
    readonly typed: string | null;
    readonly implied: boolean;
    readonly at: Date;
  } | null;
  /** Shares held, by outcome index. */
  readonly held: readonly Minor[];
}

type Columns = Omit<
  z.infer<typeof questionColumns>,
  'poolId' | 'pool' | 'purseId' | 'purse' | 'ownForecast' | 'ownP' | 'ownTyped' | 'ownImplied' | 'ownAt'
>;

/** A question with what every service on it needs. */
export interface QuestionRow extends Columns {
  readonly account: AccountRef & { readonly balance: Minor };
  readonly outcomes: readonly Omit<z.infer<typeof outcomeColumns>, 'held'>[];
}

async function load(
  tx: Tx,
  which: Sql,
  memberId: number | null,
): Promise<{ row: QuestionRow; mine: Mine | null } | null> {
  const [found] = await rows(
    tx,
    questionColumns,
    sql`SELECT q.*, c."settings", a."id" AS "poolId", a."balance" AS "pool",
        (SELECT COUNT(*) FROM "LimitOrder" o WHERE o."questionId" = q."id" AND o."state" = 'resting') AS "resting",
        m."id" AS "purseId", m."balance" AS "purse",
        f."id" AS "ownForecast", f."p" AS "ownP", f."typed" AS "ownTyped",
        f."implied" AS "ownImplied", f."at" AS "ownAt"
      FROM "Question" q
      JOIN "Community" c ON c."id" = q."communityId"
      JOIN "Account" a ON a."questionId" = q."id"
      LEFT JOIN "Account" m ON m."memberId" = ${memberId}
      LEFT JOIN "Forecast" f ON f."id" =
        (SELECT MAX("id") FROM "Forecast" WHERE "memberId" = ${memberId} AND "questionId" = q."id")
      WHERE ${which}`,
  );
  if (!found) return null;
  const outcomes = await rows(
    tx,
    outcomeColumns,
    sql`SELECT o."id", o."index", o."label", o."shares", o."offset", p."shares" AS "held"
      FROM "Outcome" o LEFT JOIN "Position" p ON p."outcomeId" = o."id" AND p."memberId" = ${memberId}
      WHERE o."questionId" = ${found.id} ORDER BY o."index"`,
  );
  const { poolId, pool, purseId, purse, ownForecast, ownP, ownTyped, ownImplied, ownAt, ...columns } = found;
  return {
    row: { ...columns, outcomes, account: { id: poolId, memberId: null, balance: pool } },
    mine:
      memberId === null || purseId === null
        ? null
        : {
            purse: { id: purseId, memberId, balance: purse ?? 0n },
            word:
              ownForecast === null || ownAt === null
                ? null
                : {
                    p: ownP === null ? null : padded(ownP, outcomes.length),
                    typed: ownTyped,
                    implied: ownImplied === true,
                    at: ownAt,
                  },
            held: outcomes.map(({ held }) => held ?? 0n),
          },
  };
}

/** A question and what the reader has to do with it. */
export interface Found {
  readonly row: QuestionRow;
  readonly mine: Mine;
}

/** Finds a question by the number that members see. @throws Refusal naming the nearest where there is none */
export async function findQuestion(tx: Tx, actor: Actor, number: number): Promise<Found> {
  if (!isNumber(number)) throw await notFound(tx, actor, number);
  const found = await load(
    tx,
    sql`q."communityId" = ${actor.communityId} AND q."number" = ${number}`,
    actor.memberId,
  );
  if (!found || !seenFrom(found.row, actor.channel)) throw await notFound(tx, actor, number);
  const mine = found.mine ?? (actor.memberId === nobody ? nothing(found.row) : null);
  if (!mine) throw new Error(`member ${actor.memberId} has no account`);
  return { row: found.row, mine };
}

/** What nobody in particular has to do with a question. */
const nothing = (row: QuestionRow): Mine => ({
  purse: { id: 0, memberId: nobody, balance: 0n },
  word: null,
  held: row.outcomes.map(() => 0n),
});

/**
 * As `findQuestion`, and holds the question until the transaction ends: the first statement of every service that changes
 * one. The increment locks the row on PostgreSQL and takes the only writer's place on SQLite.
 */
export async function lockQuestion(tx: Tx, actor: Actor, number: number): Promise<Found> {
  if (!isNumber(number)) throw await notFound(tx, actor, number);
  const count = await tx.$executeRaw`UPDATE "Question" SET "version" = "version" + 1
    WHERE "communityId" = ${actor.communityId} AND "number" = ${number}`;
  if (count === 0) throw await notFound(tx, actor, number);
  return findQuestion(tx, actor, number);
}

/** Holds a question by its id, whoever may see it. */
export async function heldById(tx: Tx, id: number): Promise<QuestionRow> {
  await tx.$executeRaw`UPDATE "Question" SET "version" = "version" + 1 WHERE "id" = ${id}`;
  const found = await load(tx, sql`q."id" = ${id}`, null);
  if (!found) throw new Error(`there is no question ${id}`);
  return found.row;
}

/** What fits the column; PostgreSQL would fail on others. */
const isNumber = (number: number): boolean => Number.isInteger(number) && Math.abs(number) < 2 ** 31;

async function notFound(tx: Tx, actor: Actor, number: number): Promise<Refusal> {
  const near = isNumber(number) ? number : 0;
  const seen = { communityId: actor.communityId, OR: [{ channel: null }, { channel: actor.channel }] };
  const named = { number: true, title: true } as const;
  const below = await tx.question.findFirst({
    where: { ...seen, number: { lt: near } },
    orderBy: { number: 'desc' },
    select: named,
  });
  const above = await tx.question.findFirst({
    where: { ...seen, number: { gt: near } },
    orderBy: { number: 'asc' },
    select: named,
  });
  const nearest = [below, above].flatMap((found) => (found ? [`Q${found.number} "${found.title}"`] : []));
  return new Refusal(
    'not-found',
    `There is no question Q${number} here.`,
    nearest.length > 0
      ? `The nearest: ${nearest.join(' and ')}. All of them: /questions.`
      : 'Ask the first one: /ask.',
  );
}

export const marketOf = (question: Pick<QuestionRow, 'liquidity' | 'outcomes'>): Market => ({
  liquidity: question.liquidity,
  shares: question.outcomes.map((outcome) => outcome.shares),
  offsets: question.outcomes.map((outcome) => outcome.offset),
});

export const isOrdered = (kind: string): boolean => kind === 'numeric' || kind === 'date';

/** An outcome that was added after a forecast was made had probability zero in it. */
export const padded = (p: Vector, outcomes: number): Vector =>
  p.length >= outcomes ? p : [...p, ...new Array<number>(outcomes - p.length).fill(0)];

/** @throws Refusal naming the outcomes */
export function outcomeAt(question: QuestionRow, index: number): QuestionRow['outcomes'][number] {
  const outcome = question.outcomes[index];
  if (!outcome)
    throw new Refusal(
      'not-understood',
      `Q${question.number} has no such outcome.`,
      `Its outcomes: ${question.outcomes.map(({ label }) => label).join(', ')}.`,
    );
  return outcome;
}
