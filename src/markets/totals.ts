import { z } from 'zod';
import { addScore, emptyTotals, type MemberTotals, removeScore, type ScoreRow } from '../scoring/index.ts';
import { figuresJson } from './core/figures.ts';
import { windowsOf } from './core/windows.ts';
import type { Tx } from './db.ts';
import { chunks, join, sql } from './sql.ts';

const sums = z.object({ n: z.number(), sum: z.number(), squares: z.number() });
const numbers = z.array(z.number());
/** The bins of a Score row and of totals, as they are kept in JSON. */
export const binSumsSchema = z.object({
  count: numbers,
  weight: numbers,
  squares: numbers,
  forecast: numbers,
  observed: numbers,
});
/** `Total.sums` as it is kept in JSON. */
export const memberTotalsSchema = z.object({
  questions: z.number(),
  scores: z.object({ relativeBrier: sums, brier: sums, peer: sums, baseline: sums, profit: sums }),
  calibration: binSumsSchema,
}) satisfies z.ZodType<MemberTotals>;

/** A score with whose it is; `memberId` is null for benchmarks. */
export type ScoreOf = ScoreRow & { readonly memberId: number | null };

/**
 * Adds a question's scores to the totals of their windows and tags, or takes them away again (`sign` -1), in the
 * transaction that resolves or reopens. A leaderboard is read from these. The community's row is held while they change:
 * two questions that resolve at once would otherwise each add to what the other had not yet written.
 */
export async function applyScores(
  tx: Tx,
  communityId: number,
  scores: readonly ScoreOf[],
  sign: 1 | -1,
): Promise<void> {
  const [any] = scores;
  if (!any) return;
  await tx.$executeRaw`UPDATE "Community" SET "standings" = "standings" + 1 WHERE "id" = ${communityId}`;
  const change = sign === 1 ? addScore : removeScore;
  for (const window of windowsOf(new Date(any.knownAt))) {
    for (const tag of ['', ...any.tags]) {
      const found = await tx.total.findMany({
        where: { communityId, window, tag, subject: { in: scores.map(({ subject }) => subject) } },
        select: { subject: true, sums: true },
      });
      const known = new Map(found.map((row) => [row.subject, row.sums]));
      const rows = scores.map((score) => {
        const before = known.get(score.subject);
        const totals = change(before ? memberTotalsSchema.parse(JSON.parse(before)) : emptyTotals(), score);
        const { memberId, subject } = score;
        return sql`(${communityId}, ${memberId}, ${subject}, ${window}, ${tag}, ${totals.questions}, ${JSON.stringify(totals)}, ${figuresJson(totals)})`;
      });
      for (const some of chunks(rows)) {
        await tx.$executeRaw`
          INSERT INTO "Total" ("communityId", "memberId", "subject", "window", "tag", "questions", "sums", "figures")
          VALUES ${join(some)}
          ON CONFLICT ("communityId", "window", "tag", "subject")
          DO UPDATE SET "questions" = excluded."questions", "sums" = excluded."sums", "figures" = excluded."figures"`;
      }
    }
  }
}
