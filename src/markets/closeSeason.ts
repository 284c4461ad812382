import { type Standings, standings } from '../scoring/index.ts';
import { requireAdmin } from './admins.ts';
import { benchmarkLabel } from './core/board.ts';
import { Refusal } from './core/refusal.ts';
import { readSettings } from './core/settings.ts';
import type { Metric } from './core/standings.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';
import { keepStandings } from './keptStandings.ts';
import { notify } from './notices.ts';
import { scoresIn } from './scoresIn.ts';
import type { SeasonLine } from './seasons.ts';

export type CloseSeasonInput = { name: string };

/** Closes a season (admins): its standings by every metric are kept as they are, whatever is corrected later. */
export async function closeSeason(db: Db, call: Call, input: CloseSeasonInput): Promise<SeasonLine> {
  const { communityId, memberId } = call.actor;
  const name = input.name.trim();
  return db.transaction(async (tx) => {
    await requireAdmin(tx, call.actor, 'close a season');
    const season = await tx.season.findUnique({ where: { communityId_name: { communityId, name } } });
    if (!season)
      throw new Refusal('not-found', `There is no season "${name}".`, 'See /seasons for the list.');
    if (season.closedAt !== null) {
      throw new Refusal(
        'wrong-state',
        `"${name}" was closed on ${season.closedAt.toISOString().slice(0, 10)}.`,
      );
    }
    if (season.startsAt >= call.now) {
      throw new Refusal('wrong-state', `"${name}" has not begun.`, 'It can be closed once it has.');
    }
    const endsAt = new Date(Math.min(season.endsAt.getTime(), call.now.getTime()));
    const community = await tx.community.findUniqueOrThrow({ where: { id: communityId } });
    const minimum = readSettings(community.settings).minimumResolved;
    const rows = await scoresIn(tx, {
      communityId,
      bounds: { from: season.startsAt, to: endsAt },
      tag: null,
    });
    const benchmarks = new Set(rows.map((r) => r.subject).filter((s) => benchmarkLabel(s) !== null));
    const by = (metric: Metric): Standings => standings(rows, { metric, minimum, benchmarks });
    const { count } = await tx.season.updateMany({
      where: { id: season.id, closedAt: null },
      data: {
        closedAt: call.now,
        endsAt,
        standings: keepStandings(by),
      },
    });
    if (count === 0) throw new Refusal('wrong-state', `"${name}" has just been closed by somebody else.`);
    await tx.audit.create({
      data: { communityId, memberId, act: 'close-season', subject: `season:${season.id}`, at: call.now },
    });
    await notify(tx, {
      communityId,
      key: `season.closed:${season.id}`,
      kind: 'season.closed',
      payload: { name },
      audience: 'channel',
      dueAt: call.now,
    });
    return { name, startsAt: season.startsAt, endsAt, closedAt: call.now };
  });
}
