import { z } from 'zod';
import { aggregateNow, crowdSpread, extremise } from '../scoring/index.ts';
import type { Verb } from './cli.ts';
import { filesOf, parseJson, readText, scored, table } from './files.ts';

const USAGE = 'Write: crowd FILE, with {"cases": [{"p": [oldest, ..., newest]}]}.';

const file = z.object({
  cases: z.array(
    z.object({
      name: z.string().optional(),
      /** Probabilities of YES, oldest first. */
      p: z.union([z.number().transform((p) => [p]), z.array(z.number())]),
      /** Extremise the geometric mean of odds by this power. */
      a: z.number().optional(),
    }),
  ),
});

/** `crowd FILE`: several probabilities of one event pooled into one, in each of the usual ways. */
export const crowd: Verb = async (args) => {
  const [path = ''] = filesOf(args, 1, 1, USAGE);
  const { cases } = parseJson(await readText(path, USAGE), file, path);
  const results = cases.map(({ name, p, a }, i) =>
    scored(`Case ${name ?? i + 1}`, () => {
      const standing = p.map((yes, at) => ({ at, p: [yes, 1 - yes] }));
      const first = (vector: readonly number[]): number | null => vector[0] ?? null;
      const spread = crowdSpread(standing);
      const odds = aggregateNow('geometricMeanOfOdds', standing);
      return {
        ...(name === undefined ? {} : { name }),
        mean: first(aggregateNow('mean', standing)),
        trimmedMean: first(aggregateNow('trimmedMean', standing)),
        median: first(aggregateNow('median', standing)),
        geometricMeanOfOdds: first(odds),
        ...(a === undefined ? {} : { extremised: first(extremise(odds, a)) }),
        neyman: first(aggregateNow('neyman', standing)),
        recencyWeighted: {
          median: first(spread.median),
          q1: first(spread.q1),
          q3: first(spread.q3),
          mean: first(spread.mean),
        },
      };
    }),
  );
  return {
    json: { results },
    text: table(
      [
        'case',
        'mean',
        'median',
        'geometric mean of odds',
        'extremised',
        'crowd (recency-weighted median)',
        'q1',
        'q3',
      ],
      results.map((r, i) => [
        r.name ?? String(i + 1),
        r.mean,
        r.median,
        r.geometricMeanOfOdds,
        r.extremised,
        r.recencyWeighted.median,
        r.recencyWeighted.q1,
        r.recencyWeighted.q3,
      ]),
    ),
  };
};
