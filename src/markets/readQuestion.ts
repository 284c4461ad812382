import { z } from 'zod';
import type { Vector } from '../scoring/types.ts';
import { stateAt } from './core/lifecycle.ts';
import { pricesOf } from './core/trading.ts';
import type {
  Actor,
  ForecastView,
  MemberRef,
  OrderView,
  QuestionView,
  ResolutionView,
} from './core/types.ts';
import { whyHidden } from './core/visibility.ts';
import type { Tx } from './db.ts';
import { type Found, isOrdered, type Mine, marketOf, padded, type QuestionRow } from './findQuestion.ts';
import { flag, int, minor, moment, rows, sql } from './sql.ts';
import { crowdOf, standingForecasts, vectorJson } from './standing.ts';

/** How many of the latest forecasts a question shows. */
const shownForecasts = 5;

/** A question as one reader may see it now. Everything hidden from them is left out here, in one place. */
export async function readQuestion(
  tx: Tx,
  { row: question, mine }: Found,
  actor: Actor,
  now: Date,
): Promise<QuestionView> {
  const { id: questionId } = question;
  const size = question.outcomes.length;
  const hidden = hiddenFrom(question, mine, now);
  const [facts] = await rows(tx, factColumns, factsOf(questionId, question));
  if (!facts) throw new Error(`question ${questionId} is gone`);
  const standing = await standingForecasts(tx, questionId, size);
  const crowd = hidden === null ? crowdOf(standing, isOrdered(question.kind)) : null;
  const prices = hidden === null ? await shownPrices(tx, question) : null;
  const latest = hidden === null && standing.length > 0 ? await latestForecasts(tx, questionId, size) : [];
  const edits = facts.edits > 0 ? await editsOf(tx, questionId) : [];
  const resolution = facts.resolutions > 0 ? await lastResolution(tx, questionId) : null;
  const orders = question.resting > 0 ? await ordersOf(tx, questionId, now) : [];
  const ownOrders = orders.filter(({ member }) => member.id === actor.memberId);
  const score =
    question.state === 'resolved'
      ? await tx.score.findFirst({ where: { questionId, memberId: actor.memberId } })
      : null;
  const positions = question.outcomes.flatMap(({ index, label }) => {
    const shares = mine.held[index] ?? 0n;
    return shares > 0n ? [{ outcome: index, label, shares }] : [];
  });
  const { word } = mine;
  return {
    id: questionId,
    number: question.number,
    version: question.version,
    kind: question.kind,
    state: stateAt(question, now),
    title: question.title,
    criteria: question.criteria,
    opensAt: question.opensAt,
    closesAt: question.closesAt,
    resolvesBy: question.resolvesBy,
    knownAt: question.knownAt,
    tags: facts.tags === null ? [] : facts.tags.split(',').sort(),
    unit: question.unit,
    scale: question.scale,
    edges: question.edges,
    outcomes: question.outcomes.map(({ index, label }) => ({
      index,
      label,
      price: prices?.[index] ?? null,
      crowd: crowd?.[index] ?? null,
    })),
    forecasters: standing.length,
    traders: facts.traders,
    volume: facts.volume,
    hidden,
    latest,
    orders: hidden === null ? orders : [],
    origin: question.origin,
    quote: question.quote,
    quoteSpeaker: question.quoteSpeaker,
    articleUrl: facts.articleUrl,
    practice: question.practice,
    private: question.channel !== null,
    edits,
    resolution,
    disputes: facts.disputes,
    condition:
      facts.conditionNumber === null || facts.conditionTitle === null
        ? null
        : {
            number: facts.conditionNumber,
            title: facts.conditionTitle,
            outcome: facts.conditionLabel ?? 'that outcome',
          },
    mine:
      word?.p || positions.length > 0 || ownOrders.length > 0 || score
        ? {
            forecast: word?.p ?? null,
            forecastAt: word?.p ? word.at : null,
            typed: word?.p ? word.typed : null,
            implied: word?.p ? word.implied : false,
            positions,
            orders: ownOrders,
            score: score && { brier: score.brier, relativeBrier: score.relativeBrier, profit: score.profit },
          }
        : null,
  };
}

/** Why a reader may not see crowd and market; null when they may. */
export const hiddenFrom = (question: QuestionRow, { word }: Mine, now: Date): string | null =>
  whyHidden(
    {
      hidden: question.hidden,
      hiddenUntil: question.hiddenUntil,
      state: question.state,
      timeZone: question.settings.timeZone,
      hasForecast: word?.p != null && !word.implied,
    },
    now,
  );

const factColumns = z.object({
  traders: int,
  volume: minor,
  disputes: int,
  edits: int,
  resolutions: int,
  /** A tag has no comma in it. */
  tags: z.string().nullable(),
  articleUrl: z.string().nullable(),
  conditionNumber: int.nullable(),
  conditionTitle: z.string().nullable(),
  conditionLabel: z.string().nullable(),
});

const factsOf = (questionId: number, { articleId, conditionId, conditionOutcome }: QuestionRow) => sql`
  SELECT t."traders", t."volume",
    (SELECT COUNT(*) FROM "Dispute" WHERE "questionId" = ${questionId} AND "settledAt" IS NULL) AS "disputes",
    (SELECT COUNT(*) FROM "QuestionEdit" WHERE "questionId" = ${questionId}) AS "edits",
    (SELECT COUNT(*) FROM "Resolution" WHERE "questionId" = ${questionId}) AS "resolutions",
    (SELECT STRING_AGG("tag", ',') FROM "QuestionTag" WHERE "questionId" = ${questionId}) AS "tags",
    (SELECT "url" FROM "Article" WHERE "id" = ${articleId}) AS "articleUrl",
    (SELECT "number" FROM "Question" WHERE "id" = ${conditionId}) AS "conditionNumber",
    (SELECT "title" FROM "Question" WHERE "id" = ${conditionId}) AS "conditionTitle",
    (SELECT "label" FROM "Outcome" WHERE "questionId" = ${conditionId} AND "index" = ${conditionOutcome}) AS "conditionLabel"
  FROM (SELECT COUNT(DISTINCT "memberId") AS "traders", CAST(COALESCE(SUM(ABS("points")), 0) AS BIGINT) AS "volume"
    FROM "Trade" WHERE "questionId" = ${questionId}) t`;

/** An open market's prices; those that a settled one had before its shares were paid out. */
export async function shownPrices(tx: Tx, question: QuestionRow): Promise<Vector> {
  if (question.state === 'open' || question.state === 'closed') return pricesOf(marketOf(question));
  const last = await tx.posting.findFirst({
    where: { questionId: question.id, prices: { not: null } },
    orderBy: { id: 'desc' },
    select: { prices: true },
  });
  return last?.prices
    ? padded(vectorJson.parse(last.prices), question.outcomes.length)
    : pricesOf(marketOf(question));
}

const latestColumns = z.object({
  memberId: int,
  name: z.string(),
  at: moment,
  p: z.string().nullable(),
  typed: z.string().nullable(),
  before: z.string().nullable(),
  beforeTyped: z.string().nullable(),
  beforeAt: moment.nullable(),
  implied: flag,
  reason: z.string().nullable(),
});

async function latestForecasts(tx: Tx, questionId: number, outcomes: number): Promise<ForecastView[]> {
  const vector = (p: string) => padded(vectorJson.parse(p), outcomes);
  const found = await rows(
    tx,
    latestColumns,
    sql`SELECT f."memberId", m."name", f."at", f."p", f."typed", f."implied", f."reason",
        b."p" AS "before", b."typed" AS "beforeTyped", b."at" AS "beforeAt"
      FROM (SELECT * FROM "Forecast" WHERE "questionId" = ${questionId}
        ORDER BY "at" DESC, "id" DESC LIMIT ${shownForecasts}) f
      JOIN "Member" m ON m."id" = f."memberId"
      LEFT JOIN "Forecast" b ON b."id" = (SELECT MAX("id") FROM "Forecast"
        WHERE "memberId" = f."memberId" AND "questionId" = f."questionId" AND "id" < f."id")
      ORDER BY f."at" DESC, f."id" DESC`,
  );
  return found.map((f) => ({
    member: { id: f.memberId, name: f.name },
    at: f.at,
    p: f.p === null ? null : vector(f.p),
    typed: f.typed,
    before:
      f.before === null || f.beforeAt === null
        ? null
        : { p: vector(f.before), typed: f.beforeTyped, at: f.beforeAt },
    implied: f.implied,
    reason: f.reason,
  }));
}

async function ordersOf(tx: Tx, questionId: number, now: Date): Promise<OrderView[]> {
  const found = await tx.limitOrder.findMany({
    where: { questionId, state: 'resting', OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] },
    include: { member: { select: { id: true, name: true } }, outcome: true },
    orderBy: [{ price: 'desc' }, { id: 'asc' }],
  });
  return found.map(({ id, member, outcome, price, points, spent, expiresAt }) => ({
    id,
    member,
    outcome: outcome.index,
    label: outcome.label,
    price,
    points,
    left: points - spent,
    expiresAt,
  }));
}

async function editsOf(tx: Tx, questionId: number): Promise<QuestionView['edits']> {
  const edits = await tx.questionEdit.findMany({ where: { questionId }, orderBy: { id: 'asc' } });
  const names = await namesOf(
    tx,
    edits.map(({ byId }) => byId),
  );
  return edits.map(({ at, byId, field, before, after }) => ({
    at,
    by: nameOf(names, byId),
    field,
    before,
    after,
  }));
}

const acts = z.enum(['propose', 'resolve', 'annul', 'reopen']);

async function lastResolution(tx: Tx, questionId: number): Promise<ResolutionView | null> {
  const row = await tx.resolution.findFirst({ where: { questionId }, orderBy: { seq: 'desc' } });
  if (!row) return null;
  const names = await namesOf(tx, [row.byId]);
  return {
    act: acts.parse(row.act),
    weights: row.weights === null ? null : vectorJson.parse(row.weights),
    value: row.value,
    knownAt: row.knownAt,
    enteredAt: row.enteredAt,
    by: row.byId === null ? null : nameOf(names, row.byId),
    reason: row.reason,
    stake: row.stake,
  };
}

export async function namesOf(tx: Tx, ids: readonly (number | null)[]): Promise<Map<number, string>> {
  const known = ids.filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const members = await tx.member.findMany({
    where: { id: { in: known } },
    select: { id: true, name: true },
  });
  return new Map(members.map(({ id, name }) => [id, name]));
}

const nameOf = (names: Map<number, string>, id: number): MemberRef => ({
  id,
  name: names.get(id) ?? 'somebody who left',
});
