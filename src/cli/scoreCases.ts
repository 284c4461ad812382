import { z } from 'zod';
import { inTimeOrder, type ScoringInput } from '../scoring/index.ts';
import { parseJson, scored } from './files.ts';

/** Milliseconds of a day. */
export const DAY = 86_400_000;

/** A question to score, from a file. */
export interface ScoreCase {
  readonly name: string;
  /** Who forecast, in order of appearance. */
  readonly members: readonly string[];
  /** Null when the question was annulled or is not resolved: then nobody has a score on it. */
  readonly input: ScoringInput | null;
  /** Writes a moment as the file does: in days, or as a date. */
  readonly time: (at: number) => number | string;
}

const file = z.object({
  cases: z.array(
    z.object({
      name: z.string().optional(),
      /** Days, as all times here; 0 unless said. */
      open: z.number().default(0),
      close: z.number(),
      /** When the truth was known; the close unless said. */
      known: z.number().optional(),
      ordered: z.boolean().default(false),
      /** A weight per outcome, or null where the question was annulled. */
      resolution: z.array(z.number()).nullable(),
      /** [member, day, probabilities]; null withdraws. */
      forecasts: z.array(z.tuple([z.string(), z.number(), z.array(z.number()).nullable()])),
    }),
  ),
});

/** Questions from `{cases: [{name, close, known, resolution, forecasts: [[member, day, p]], ordered?, open?}]}`. */
export function casesOfJson(text: string, path: string): ScoreCase[] {
  return parseJson(text, file, path).cases.map(
    ({ open, close, known = close, ordered, resolution, ...c }, i) => {
      const name = c.name ?? String(i + 1);
      const forecasts = c.forecasts.map(([member, day, p]) => ({ member, at: day * DAY, p }));
      return {
        name,
        members: [...new Set(forecasts.map(({ member }) => member))],
        input:
          resolution === null
            ? null
            : {
                opensAt: open * DAY,
                closesAt: close * DAY,
                knownAt: known * DAY,
                ordered,
                resolution,
                forecasts: scored(`Case ${name}`, () => inTimeOrder(forecasts)),
              },
        time: (at) => at / DAY,
      };
    },
  );
}
