import { binsOf, figureOf, type MemberTotals } from '../scoring/index.ts';
import type { Vector } from '../scoring/types.ts';
import { Refusal } from './core/refusal.ts';
import { type Notify, readNotify, readSettings } from './core/settings.ts';
import type { Call, MemberRef, Minor, OrderView, PositionView, QuestionLine } from './core/types.ts';
import type { Db } from './db.ts';
import { type Holding, holdings } from './holdings.ts';
import { memberTotals } from './memberTotals.ts';
import { ownStanding, questionLines } from './questionLines.ts';
import { standingsIn } from './standingsIn.ts';
import { visibleTo } from './visibleTo.ts';

export type MeInput = {
  /** Null: oneself. Others see only what is public. */
  member: number | null;
};

export type MeReceipt = {
  member: MemberRef;
  balance: Minor;
  /** Balance and what the positions are worth at present prices; at what was paid where prices are hidden. */
  netWorth: Minor;
  resolved: number;
  brier: number | null;
  relativeBrier: number | null;
  peer: number | null;
  baseline: number | null;
  profit: Minor;
  rank: number | null;
  ranked: number;
  provisional: boolean;
  /** How many more resolved questions until ranked. */
  missing: number;
  calibration: readonly {
    from: number;
    to: number;
    count: number;
    meanForecast: number;
    observed: number;
    low: number;
    high: number;
  }[];
  /** Standing forecasts on questions that are not settled: the thirty that close first. */
  forecasts: readonly (QuestionLine & { readonly p: Vector })[];
  positions: readonly (PositionView & {
    readonly question: number;
    readonly title: string;
    /** Null while hidden from the reader. */
    readonly price: number | null;
  })[];
  orders: readonly (OrderView & { readonly question: number })[];
  recent: readonly {
    question: number;
    title: string;
    brier: number | null;
    relativeBrier: number | null;
    peer: number | null;
    profit: Minor;
    resolvedAt: Date;
  }[];
  notify: Notify;
  /** Platforms on which this person is known. */
  identities: readonly { platform: string; name: string }[];
};

/** Everything about one member: balance, positions, standing forecasts, scores, calibration, rank. */
export async function me(db: Db, call: Call, input: MeInput): Promise<MeReceipt> {
  const { actor } = call;
  const { communityId } = actor;
  const memberId = input.member ?? actor.memberId;
  const oneself = memberId === actor.memberId;
  const member = await db.client.member.findFirst({
    where: { id: memberId, communityId },
    include: {
      account: { select: { balance: true } },
      community: { select: { settings: true, standings: true } },
      person: { select: { identities: { orderBy: { id: 'asc' } } } },
    },
  });
  if (!member)
    throw new Refusal('not-found', 'There is no such member here.', 'Choose a name from the list.');
  const { minimumResolved: minimum } = readSettings(member.community.settings);
  const [totals, board, held, forecasts, recent, orders] = await Promise.all([
    memberTotals(db.client, { communityId, memberId }),
    standingsIn(db, {
      communityId,
      count: member.community.standings,
      metric: 'relativeBrier',
      window: 'all',
      tag: null,
      minimum,
      own: `member:${memberId}`,
    }),
    holdings(db, call, memberId),
    standing(db, call, memberId),
    recentScores(db, call, memberId),
    oneself ? restingOrders(db, call) : [],
  ]);
  const { rows, own } = board.standings;
  const balance = member.account?.balance ?? 0n;
  return {
    member: { id: member.id, name: member.name },
    balance,
    netWorth: balance + held.reduce((sum, h) => sum + h.worth, 0n),
    ...figures(totals),
    rank: own?.rank ?? null,
    ranked: rows.filter((r) => r.rank !== undefined).length,
    provisional: own?.rank === undefined,
    missing: Math.max(0, minimum - (own?.questions ?? 0)),
    calibration: binsOf(totals.calibration).flatMap(
      ({ from, to, count, meanForecast, observed, low, high }) =>
        meanForecast === undefined || observed === undefined || low === undefined || high === undefined
          ? []
          : [{ from, to, count, meanForecast, observed, low, high }],
    ),
    forecasts,
    positions: held.filter((h) => oneself || h.price !== null).map(positionOf),
    orders,
    recent,
    notify: readNotify(oneself ? member.notify : '{}'),
    identities: oneself ? member.person.identities.map(({ platform, name }) => ({ platform, name })) : [],
  };
}

function figures(totals: MemberTotals) {
  const value = (metric: 'brier' | 'relativeBrier' | 'peer' | 'baseline') =>
    figureOf(totals, metric).value ?? null;
  return {
    resolved: totals.questions,
    brier: value('brier'),
    relativeBrier: value('relativeBrier'),
    peer: value('peer'),
    baseline: value('baseline'),
    profit: BigInt(Math.round(totals.scores.profit.sum)),
  };
}

const positionOf = ({ number, title, outcome, label, shares, price }: Holding) => ({
  question: number,
  title,
  outcome,
  label,
  shares,
  price,
});

/** Each costs its question's crowd. */
const shownForecasts = 30;

/** Forecasts that stand on unsettled questions; of others only where the reader may see the crowd, of which they are part. */
async function standing(db: Db, { actor, now }: Call, memberId: number): Promise<MeReceipt['forecasts']> {
  const own = await ownStanding(db, memberId, null);
  const open = await db.client.question.findMany({
    where: { AND: [visibleTo(actor), { id: { in: [...own.keys()] }, state: { in: ['open', 'closed'] } }] },
    orderBy: [{ closesAt: 'asc' }, { id: 'asc' }],
    take: shownForecasts,
    select: { id: true },
  });
  const lines = await questionLines(
    db,
    actor,
    open.map((q) => q.id),
    now,
  );
  const oneself = memberId === actor.memberId;
  return lines
    .filter((line) => oneself || line.leading !== null)
    .map((line) => ({ ...line, p: own.get(line.id)?.p ?? [] }));
}

async function recentScores(db: Db, { actor }: Call, memberId: number): Promise<MeReceipt['recent']> {
  const rows = await db.client.score.findMany({
    where: { memberId, question: visibleTo(actor) },
    include: { question: { select: { number: true, title: true, settledAt: true } } },
    orderBy: { id: 'desc' },
    take: 10,
  });
  return rows.map((row) => ({
    question: row.question.number,
    title: row.question.title,
    brier: row.brier,
    relativeBrier: row.relativeBrier,
    peer: row.peer,
    profit: row.profit ?? 0n,
    resolvedAt: row.question.settledAt ?? row.knownAt,
  }));
}

async function restingOrders(db: Db, { actor, now }: Call): Promise<MeReceipt['orders']> {
  const rows = await db.client.limitOrder.findMany({
    where: {
      memberId: actor.memberId,
      state: 'resting',
      OR: [{ expiresAt: null }, { expiresAt: { gt: now } }],
    },
    include: { question: { select: { number: true } }, outcome: { select: { index: true, label: true } } },
    orderBy: { id: 'asc' },
  });
  return rows.map((row) => ({
    id: row.id,
    question: row.question.number,
    member: { id: actor.memberId, name: actor.name },
    outcome: row.outcome.index,
    label: row.outcome.label,
    price: row.price,
    points: row.points,
    left: row.points - row.spent,
    expiresAt: row.expiresAt,
  }));
}
