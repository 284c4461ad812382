import { z } from 'zod';
import { type Figure, figureOf, type MemberTotals } from '../../scoring/index.ts';
import { type Metric, metrics } from './standings.ts';

/**
 * What leaderboards show of totals, kept beside them as JSON: for each metric in the order of `metrics` the number of
 * questions, the value and its standard error, null where not defined. A tenth of the totals' own size.
 */
export const figuresJson = (totals: MemberTotals): string =>
  JSON.stringify(
    metrics.map((metric) => {
      const { questions, value, standardError } = figureOf(totals, metric);
      return [questions, value ?? null, standardError ?? null];
    }),
  );

/** Where a metric's figure stands in it. */
export const figureIndex = (metric: Metric): number => metrics.indexOf(metric);

const line = z.tuple([z.string(), z.tuple([z.number(), z.number().nullable(), z.number().nullable()])]);

/** Reads `[[subject, [questions, value, standardError]], ...]`. */
export const readFigures = (json: string): [subject: string, figure: Figure][] =>
  line
    .array()
    .parse(JSON.parse(json))
    .map(([subject, [questions, value, standardError]]) => [
      subject,
      { questions, value: value ?? undefined, standardError: standardError ?? undefined },
    ]);
