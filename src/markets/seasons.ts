import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type SeasonLine = {
  readonly name: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Null while it runs: its standings still move. */
  readonly closedAt: Date | null;
};

/** The community's seasons, newest first. Their names are windows of the leaderboard. */
export async function seasons(db: Db, call: Call): Promise<readonly SeasonLine[]> {
  const rows = await db.client.season.findMany({
    where: { communityId: call.actor.communityId },
    orderBy: [{ startsAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(({ name, startsAt, endsAt, closedAt }) => ({ name, startsAt, endsAt, closedAt }));
}
