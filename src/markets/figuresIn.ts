import type { Figure } from '../scoring/index.ts';
import { figureIndex, readFigures } from './core/figures.ts';
import type { Metric } from './core/standings.ts';
import type { Db } from './db.ts';

/**
 * Every subject's figure by one metric in one window and tag.
 *
 * The database picks the figures out and hands over one text: a row object for each of 5,000 members would cost more than
 * all the rest of a leaderboard.
 */
export async function figuresIn(
  db: Db,
  communityId: number,
  window: string,
  tag: string,
  metric: Metric,
): Promise<[subject: string, figure: Figure][]> {
  const index = figureIndex(metric);
  const [row] =
    db.engine === 'sqlite'
      ? await db.client.$queryRaw<{ all: string | null }[]>`
          SELECT json_group_array(json_array("subject", json_extract("figures", ${`$[${index}]`}))) AS "all"
          FROM "Total" WHERE "communityId" = ${communityId} AND "window" = ${window} AND "tag" = ${tag} AND "questions" > 0`
      : await db.client.$queryRaw<{ all: string | null }[]>`
          SELECT json_agg(json_build_array("subject", "figures"::json -> CAST(${index} AS INTEGER)))::text AS "all"
          FROM "Total" WHERE "communityId" = ${communityId} AND "window" = ${window} AND "tag" = ${tag} AND "questions" > 0`;
  return readFigures(row?.all ?? '[]');
}
