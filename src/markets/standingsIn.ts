import { type Standings, standings } from '../scoring/index.ts';
import { benchmarkLabel } from './core/board.ts';
import { Refusal } from './core/refusal.ts';
import type { Metric } from './core/standings.ts';
import { type Bounds, checkedBounds, windowBounds } from './core/windows.ts';
import type { Db } from './db.ts';
import { keptStandings } from './keptStandings.ts';
import { rankedIn } from './rankedIn.ts';
import { scoresIn } from './scoresIn.ts';

export interface StandingsWanted {
  readonly communityId: number;
  /** `Community.standings` as it was just read. */
  readonly count: number;
  readonly metric: Metric;
  readonly window: string | { from: Date; to: Date };
  readonly tag: string | null;
  readonly minimum: number;
  /** "member:7". */
  readonly own: string;
}

export interface StandingsFound {
  readonly standings: Standings;
  /** The window as it may be shown. */
  readonly window: string;
}

/** Standings by one metric: of calendar windows from totals, of closed seasons as they were kept, of others from score rows. */
export async function standingsIn(db: Db, wanted: StandingsWanted): Promise<StandingsFound> {
  const { communityId, count, metric, window, tag, minimum, own } = wanted;
  if (typeof window !== 'string') {
    const bounds = checkedBounds(window.from, window.to);
    const name = `${bounds.from.toISOString()} to ${bounds.to.toISOString()}`;
    return { standings: await fromRows(db, wanted, bounds), window: name };
  }
  if (windowBounds(window)) {
    const ranked = await rankedIn(db, { communityId, count, metric, window, tag: tag ?? '', minimum });
    return { standings: { ...ranked, own: ranked.rows.find((r) => r.subject === own) }, window };
  }
  const season = await db.client.season.findUnique({
    where: { communityId_name: { communityId, name: window } },
  });
  if (!season) {
    const known = await db.client.season.findMany({
      where: { communityId },
      orderBy: { startsAt: 'desc' },
      take: 5,
    });
    const names = known.map((s) => `"${s.name}"`).join(', ');
    throw new Refusal(
      'not-found',
      `"${window}" is no window of time and no season here.`,
      `Write all, a year (2026), a quarter (2026-Q4), a month (2026-11)${names ? ` or a season: ${names}` : ''}.`,
    );
  }
  const kept =
    tag === null && season.standings !== null ? keptStandings(season.standings, metric, own) : null;
  const bounds = { from: season.startsAt, to: season.endsAt };
  return { standings: kept ?? (await fromRows(db, wanted, bounds)), window };
}

async function fromRows(
  db: Db,
  { communityId, metric, tag, minimum, own }: StandingsWanted,
  bounds: Bounds,
): Promise<Standings> {
  const rows = await scoresIn(db.client, { communityId, bounds, tag });
  const benchmarks = new Set(rows.map((r) => r.subject).filter((s) => benchmarkLabel(s) !== null));
  return standings(rows, { metric, minimum, benchmarks, own });
}
