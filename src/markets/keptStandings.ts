import { z } from 'zod';
import type { Standing, Standings } from '../scoring/index.ts';
import { type Metric, metrics } from './core/standings.ts';

const standing = z
  .object({
    subject: z.string(),
    rank: z.number().optional(),
    place: z.number().optional(),
    tied: z.boolean(),
    value: z.number().optional(),
    standardError: z.number().optional(),
    questions: z.number(),
    provisional: z.boolean(),
  })
  .transform(
    (s): Standing => ({
      ...s,
      rank: s.rank,
      place: s.place,
      value: s.value,
      standardError: s.standardError,
    }),
  );
const board = z.object({ rows: z.array(standing), benchmarks: z.array(standing) });
const kept = z.record(z.enum(metrics), board);

/** A closed season's standings as text, by every metric. */
export function keepStandings(by: (metric: Metric) => Standings): string {
  const boards = metrics.map((metric) => {
    const { rows, benchmarks } = by(metric);
    return [metric, { rows, benchmarks }] as const;
  });
  return JSON.stringify(Object.fromEntries(boards));
}

/** Reads them back for one metric. */
export function keptStandings(text: string, metric: Metric, own: string): Standings {
  const { rows, benchmarks } = kept.parse(JSON.parse(text))[metric];
  return { rows, benchmarks, own: rows.find((r) => r.subject === own) };
}
