import { memberOf, ownWhy, standingRow } from './core/board.ts';
import { readSettings } from './core/settings.ts';
import type { Metric, StandingRow } from './core/standings.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';
import { paged } from './paged.ts';
import { standingsIn } from './standingsIn.ts';

export type LeaderboardInput = {
  metric: Metric;
  /** all, a year "2026", quarter "2026-Q4", month "2026-11", a season's name, or a pair of instants. */
  window: string | { from: Date; to: Date };
  tag: string | null;
  page: number;
  pageSize: number;
};

export type LeaderboardReceipt = {
  metric: Metric;
  window: string;
  tag: string | null;
  minimum: number;
  page: number;
  pages: number;
  total: number;
  rows: readonly StandingRow[];
  benchmarks: readonly StandingRow[];
  own: StandingRow | null;
  /** Why the reader has no row or is provisional, in words; null otherwise. */
  ownWhy: string | null;
};

/** Standings by one metric over a window and tag, with benchmarks, standard errors and one's own row. */
export async function leaderboard(db: Db, call: Call, input: LeaderboardInput): Promise<LeaderboardReceipt> {
  const { metric, tag } = input;
  const { communityId, memberId } = call.actor;
  const community = await db.client.community.findUniqueOrThrow({
    where: { id: communityId },
    select: { settings: true, standings: true },
  });
  const minimum = readSettings(community.settings).minimumResolved;
  const own = `member:${memberId}`;
  const count = community.standings;
  const found = await standingsIn(db, {
    communityId,
    count,
    metric,
    window: input.window,
    tag,
    minimum,
    own,
  });
  const { rows, benchmarks } = found.standings;
  const { page, pages, from, to } = paged(rows.length, input);
  const shown = rows.slice(from, to);
  const ids = [...shown.map((r) => memberOf(r.subject)), memberId].filter((id) => id !== null);
  const members = await db.client.member.findMany({
    where: { id: { in: ids }, communityId },
    select: { id: true, name: true },
  });
  const names = new Map(members.map((m) => [`member:${m.id}`, m.name]));
  const standing = found.standings.own;
  return {
    metric,
    window: found.window,
    tag,
    minimum,
    page,
    pages,
    total: rows.length,
    rows: shown.map((r) => standingRow(r, metric, names.get(r.subject))),
    benchmarks: benchmarks.map((r) => standingRow(r, metric, undefined)),
    own: standing ? standingRow(standing, metric, names.get(own)) : null,
    ownWhy: ownWhy({
      standing,
      metric,
      minimum,
      forecasted: standing ? 0 : await forecasted(db, memberId),
      everything: found.window === 'all' && tag === null,
    }),
  };
}

async function forecasted(db: Db, memberId: number): Promise<number> {
  const questions = await db.client.forecast.findMany({
    where: { memberId },
    distinct: ['questionId'],
    select: { questionId: true },
  });
  return questions.length;
}
