import { z } from 'zod';
import type { BinSums, ScoreRow } from '../scoring/index.ts';
import type { Bounds } from './core/windows.ts';
import type { Tx } from './db.ts';

const binSums: z.ZodType<BinSums> = z.object({
  count: z.array(z.number()),
  weight: z.array(z.number()),
  squares: z.array(z.number()),
  forecast: z.array(z.number()),
  observed: z.array(z.number()),
});

export interface ScoresWanted {
  readonly communityId: number;
  readonly bounds: Bounds;
  readonly tag: string | null;
}

/**
 * Score rows of the questions whose truth was known within the bounds, for windows of which no totals are kept. Questions
 * of a single channel are left out: standings are for the whole community. Costs rows; no forecast is read.
 */
export async function scoresIn(db: Tx, { communityId, bounds, tag }: ScoresWanted): Promise<ScoreRow[]> {
  const rows = await db.score.findMany({
    where: {
      knownAt: { ...(bounds.from && { gte: bounds.from }), ...(bounds.to && { lt: bounds.to }) },
      question: { communityId, channel: null, ...(tag && { tags: { some: { tag } } }) },
    },
  });
  return rows.map((row) => ({
    subject: row.subject,
    knownAt: row.knownAt.getTime(),
    tags: [],
    brier: row.brier ?? undefined,
    relativeBrier: row.relativeBrier ?? undefined,
    baseline: row.baseline ?? undefined,
    peer: row.peer ?? undefined,
    profit: row.profit === null ? undefined : Number(row.profit),
    calibration: row.calibration === null ? undefined : binSums.parse(JSON.parse(row.calibration)),
  }));
}
