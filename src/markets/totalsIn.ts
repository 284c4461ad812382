import { z } from 'zod';
import { emptyTotals, type MemberTotals } from '../scoring/index.ts';
import type { Metric } from './core/standings.ts';
import type { Db } from './db.ts';

const sums = z.object({ n: z.number(), sum: z.number(), squares: z.number() });
const bins = z.object({
  count: z.array(z.number()),
  weight: z.array(z.number()),
  squares: z.array(z.number()),
  forecast: z.array(z.number()),
  observed: z.array(z.number()),
});
const line = <T extends z.ZodType>(figure: T) => z.array(z.tuple([z.string(), z.int(), figure]));

/**
 * Every subject's totals in one window and tag, with the one figure that is asked for.
 *
 * The database picks the figure out and hands over one text: a row object for each of 5,000 members would cost more than
 * all the rest of a leaderboard.
 */
export async function totalsIn(
  db: Db,
  communityId: number,
  window: string,
  tag: string,
  metric: Metric,
): Promise<Map<string, MemberTotals>> {
  const path = metric === 'calibration' ? ['calibration'] : ['scores', metric];
  const [row] =
    db.engine === 'sqlite'
      ? await db.client.$queryRaw<{ all: string | null }[]>`
          SELECT json_group_array(json_array("subject", "questions", json_extract("sums", ${`$.${path.join('.')}`}))) AS "all"
          FROM "Total" WHERE "communityId" = ${communityId} AND "window" = ${window} AND "tag" = ${tag} AND "questions" > 0`
      : await db.client.$queryRaw<{ all: string | null }[]>`
          SELECT json_agg(json_build_array("subject", "questions", "sums"::json #> ${path}))::text AS "all"
          FROM "Total" WHERE "communityId" = ${communityId} AND "window" = ${window} AND "tag" = ${tag} AND "questions" > 0`;
  const found: unknown = JSON.parse(row?.all ?? '[]');
  const empty = emptyTotals();
  if (metric === 'calibration') {
    return new Map(
      line(bins)
        .parse(found)
        .map(([subject, questions, calibration]) => [subject, { ...empty, questions, calibration }]),
    );
  }
  return new Map(
    line(sums)
      .parse(found)
      .map(([subject, questions, figure]) => [
        subject,
        { ...empty, questions, scores: { ...empty.scores, [metric]: figure } },
      ]),
  );
}
