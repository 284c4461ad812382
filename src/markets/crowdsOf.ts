import { z } from 'zod';
import { Prisma } from '../generated/sqlite/client.ts';
import { crowdNow } from '../scoring/index.ts';
import type { Vector } from '../scoring/types.ts';
import type { Db } from './db.ts';
import { padded } from './findQuestion.ts';

export interface Crowd {
  /** Members with a standing forecast. */
  readonly forecasters: number;
  /** Recency-weighted median; null while nobody forecasts. */
  readonly p: Vector | null;
}

const vectors = z.array(z.array(z.number()));

/**
 * The crowds of several questions at once, as `standingForecasts` and `crowdOf` have them for one. The database hands over
 * one text a question: a list of ten busy questions would otherwise be thousands of row objects.
 */
export async function crowdsOf(
  db: Db,
  questions: readonly { readonly id: number; readonly ordered: boolean; readonly outcomes: number }[],
): Promise<Map<number, Crowd>> {
  if (questions.length === 0) return new Map();
  const ids = Prisma.join(questions.map((q) => q.id));
  const latest = Prisma.sql`
    SELECT f."questionId", f."p", f."at", f."id" FROM "Forecast" f
    JOIN (SELECT MAX("id") AS "id" FROM "Forecast" WHERE "questionId" IN (${ids}) GROUP BY "questionId", "memberId") m
      ON m."id" = f."id"
    WHERE f."p" IS NOT NULL ORDER BY f."at", f."id"`;
  const rows =
    db.engine === 'sqlite'
      ? await db.client.$queryRaw<{ questionId: number; all: string }[]>`
          SELECT "questionId", json_group_array(json("p")) AS "all" FROM (${latest}) AS l GROUP BY "questionId"`
      : await db.client.$queryRaw<{ questionId: number; all: string }[]>`
          SELECT "questionId", json_agg("p"::json ORDER BY "at", "id")::text AS "all" FROM (${latest}) AS l GROUP BY "questionId"`;
  const texts = new Map(rows.map((row) => [row.questionId, row.all]));
  return new Map(
    questions.map(({ id, ordered, outcomes }) => {
      const standing = vectors.parse(JSON.parse(texts.get(id) ?? '[]'));
      // Oldest first is all that the weights depend on.
      const inOrder = standing.map((p, at) => ({ at, p: padded(p, outcomes) }));
      return [
        id,
        {
          forecasters: standing.length,
          p: inOrder.length === 0 ? null : crowdNow(inOrder, ordered),
        },
      ];
    }),
  );
}
