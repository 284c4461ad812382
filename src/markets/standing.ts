import { z } from 'zod';
import { crowdNow } from '../scoring/index.ts';
import type { Vector } from '../scoring/types.ts';
import type { Tx } from './db.ts';
import { padded } from './findQuestion.ts';
import { int, moment, rows, sql } from './sql.ts';

export const vectorJson = z
  .string()
  .transform((text) => JSON.parse(text))
  .pipe(z.array(z.number()));

export interface StandingForecast {
  readonly memberId: number;
  readonly at: Date;
  readonly p: Vector;
}

const columns = z.object({ memberId: int, at: moment, p: z.string() });

/** Each member's latest forecast that was not withdrawn, oldest first. */
export async function standingForecasts(
  tx: Tx,
  questionId: number,
  outcomes: number,
): Promise<StandingForecast[]> {
  const found = await rows(
    tx,
    columns,
    sql`SELECT f."memberId", f."at", f."p" FROM "Forecast" f
      JOIN (SELECT MAX("id") AS "id" FROM "Forecast" WHERE "questionId" = ${questionId} GROUP BY "memberId") latest
        ON latest."id" = f."id"
      WHERE f."p" IS NOT NULL ORDER BY f."at", f."id"`,
  );
  return found.map(({ memberId, at, p }) => ({ memberId, at, p: padded(vectorJson.parse(p), outcomes) }));
}

/** The crowd that is shown: the recency-weighted median; null while nobody forecasts. */
export const crowdOf = (standing: readonly StandingForecast[], ordered: boolean): Vector | null =>
  standing.length === 0
    ? null
    : crowdNow(
        standing.map(({ at, p }) => ({ at: at.getTime(), p })),
        ordered,
      );
