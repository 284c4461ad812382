import { z } from 'zod';
import type { Vector } from '../scoring/types.ts';
import { stateAt } from './core/lifecycle.ts';
import { pricesOf } from './core/trading.ts';
import type {
  Actor,
  ForecastView,
  MemberRef,
  OrderView,
  QuestionKind,
  QuestionView,
  ResolutionView,
} from './core/types.ts';
import { whyHidden } from './core/visibility.ts';
import type { Tx } from './db.ts';
import { isOrdered, marketOf, type QuestionRow, settingsOf } from './findQuestion.ts';
import { crowdOf, padded, standingForecasts, vectorJson } from './standing.ts';

const kinds = z.enum(['binary', 'choice', 'numeric', 'date']);
const acts = z.enum(['propose', 'resolve', 'annul', 'reopen']);
const scales = z.enum(['linear', 'log']).nullable();

/** How many of the latest forecasts a question shows. */
const shownForecasts = 5;

/** A question as one reader may see it now. Everything hidden from them is left out here, in one place. */
export async function readQuestion(
  tx: Tx,
  question: QuestionRow,
  actor: Actor,
  now: Date,
): Promise<QuestionView> {
  const { id: questionId, number } = question;
  const kind: QuestionKind = kinds.parse(question.kind);
  const size = question.outcomes.length;
  const [standing, traded, tags, edits, resolution, disputes, condition, article, resting, mine] =
    await Promise.all([
      standingForecasts(tx, questionId, size),
      tx.trade.groupBy({ by: ['memberId', 'questionId'], where: { questionId } }),
      tx.questionTag.findMany({ where: { questionId }, orderBy: { tag: 'asc' } }),
      tx.questionEdit.findMany({ where: { questionId }, orderBy: { id: 'asc' } }),
      tx.resolution.findFirst({ where: { questionId }, orderBy: { seq: 'desc' } }),
      tx.dispute.count({ where: { questionId, settledAt: null } }),
      question.conditionId === null
        ? null
        : tx.question.findUnique({ where: { id: question.conditionId }, include: { outcomes: true } }),
      question.articleId === null
        ? null
        : tx.article.findUnique({ where: { id: question.articleId }, select: { url: true } }),
      tx.limitOrder.findMany({
        where: {
          questionId,
          state: 'resting',
          OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
        },
        include: { member: { select: { id: true, name: true } }, outcome: true },
        orderBy: [{ price: 'desc' }, { id: 'asc' }],
      }),
      readMine(tx, question, actor),
    ]);
  const own = standing.find(({ memberId }) => memberId === actor.memberId);
  const hidden = whyHidden(
    {
      ...question,
      timeZone: settingsOf(question).timeZone,
      hasForecast: own !== undefined && !own.implied,
    },
    now,
  );
  const crowd = hidden === null ? crowdOf(standing, isOrdered(kind)) : null;
  const [prices, latest, names, volume] = await Promise.all([
    hidden === null ? shownPrices(tx, question) : null,
    hidden === null ? latestForecasts(tx, questionId, size) : [],
    namesOf(tx, [...edits.map(({ byId }) => byId), resolution?.byId ?? null]),
    volumeOf(tx, questionId),
  ]);
  const orders = resting.map((order): OrderView & { ownerId: number } => ({
    id: order.id,
    ownerId: order.member.id,
    member: order.member,
    outcome: order.outcome.index,
    label: order.outcome.label,
    price: order.price,
    points: order.points,
    left: order.points - order.spent,
    expiresAt: order.expiresAt,
  }));
  const ownOrders = orders.filter(({ ownerId }) => ownerId === actor.memberId);
  const withoutOwner = ({ ownerId: _, ...order }: (typeof orders)[number]): OrderView => order;
  return {
    id: questionId,
    number,
    version: question.version,
    kind,
    state: stateAt(question, now),
    title: question.title,
    criteria: question.criteria,
    opensAt: question.opensAt,
    closesAt: question.closesAt,
    resolvesBy: question.resolvesBy,
    knownAt: question.knownAt,
    tags: tags.map(({ tag }) => tag),
    unit: question.unit,
    scale: scales.parse(question.scale),
    edges: question.edges === null ? null : vectorJson.parse(question.edges),
    outcomes: question.outcomes.map(({ index, label }) => ({
      index,
      label,
      price: prices?.[index] ?? null,
      crowd: crowd?.[index] ?? null,
    })),
    forecasters: standing.length,
    traders: traded.length,
    volume,
    hidden,
    latest,
    orders: hidden === null ? orders.map(withoutOwner) : [],
    origin: question.origin,
    quote: question.quote,
    quoteSpeaker: question.quoteSpeaker,
    articleUrl: article?.url ?? null,
    practice: question.practice,
    edits: edits.map(({ at, byId, field, before, after }) => ({
      at,
      by: nameOf(names, byId),
      field,
      before,
      after,
    })),
    resolution: resolution && resolutionView(resolution, names),
    disputes,
    condition: condition && {
      number: condition.number,
      title: condition.title,
      outcome:
        condition.outcomes.find(({ index }) => index === question.conditionOutcome)?.label ?? 'that outcome',
    },
    mine:
      own || mine.positions.length > 0 || ownOrders.length > 0 || mine.score
        ? {
            forecast: own?.p ?? null,
            forecastAt: own?.at ?? null,
            implied: own?.implied ?? false,
            positions: mine.positions,
            orders: ownOrders.map(withoutOwner),
            score: mine.score,
          }
        : null,
  };
}

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

async function readMine(tx: Tx, question: QuestionRow, actor: Actor) {
  const [positions, score] = await Promise.all([
    tx.position.findMany({
      where: {
        memberId: actor.memberId,
        shares: { gt: 0 },
        outcomeId: { in: question.outcomes.map(({ id }) => id) },
      },
      include: { outcome: { select: { index: true, label: true } } },
      orderBy: { outcomeId: 'asc' },
    }),
    tx.score.findFirst({ where: { questionId: question.id, memberId: actor.memberId } }),
  ]);
  return {
    positions: positions.map(({ outcome, shares }) => ({
      outcome: outcome.index,
      label: outcome.label,
      shares,
    })),
    score: score && { brier: score.brier, relativeBrier: score.relativeBrier, profit: score.profit },
  };
}

async function latestForecasts(tx: Tx, questionId: number, outcomes: number): Promise<ForecastView[]> {
  const rows = await tx.forecast.findMany({
    where: { questionId },
    orderBy: { id: 'desc' },
    take: shownForecasts,
    include: { member: { select: { id: true, name: true } } },
  });
  const vector = (p: string | null) => (p === null ? null : padded(vectorJson.parse(p), outcomes));
  return Promise.all(
    rows.map(async ({ id, member, at, p, implied, reason }) => {
      const before = await tx.forecast.findFirst({
        where: { questionId, memberId: member.id, id: { lt: id } },
        orderBy: { id: 'desc' },
        select: { p: true },
      });
      return { member, at, p: vector(p), before: vector(before?.p ?? null), implied, reason };
    }),
  );
}

async function volumeOf(tx: Tx, questionId: number): Promise<bigint> {
  const [paid, received] = await Promise.all([
    tx.trade.aggregate({ where: { questionId, points: { lt: 0 } }, _sum: { points: true } }),
    tx.trade.aggregate({ where: { questionId, points: { gt: 0 } }, _sum: { points: true } }),
  ]);
  return (received._sum.points ?? 0n) - (paid._sum.points ?? 0n);
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

interface StoredResolution {
  readonly act: string;
  readonly weights: string | null;
  readonly value: number | null;
  readonly knownAt: Date | null;
  readonly enteredAt: Date;
  readonly byId: number | null;
  readonly reason: string | null;
  readonly stake: bigint;
}

const resolutionView = (row: StoredResolution, names: Map<number, string>): ResolutionView => ({
  act: acts.parse(row.act),
  weights: row.weights === null ? null : vectorJson.parse(row.weights),
  value: row.value,
  knownAt: row.knownAt,
  enteredAt: row.enteredAt,
  by: row.byId === null ? null : nameOf(names, row.byId),
  reason: row.reason,
  stake: row.stake,
});
