import { z } from 'zod';
import { Refusal } from '../markets/core/refusal.ts';
import {
  explain,
  inTimeOrder,
  type MemberScore,
  type ScoringInput,
  scoreQuestion,
} from '../scoring/index.ts';
import type { Verb } from './cli.ts';
import { parseJson, readText, scored, table } from './files.ts';

const DAY = 86_400_000;

const file = z.object({
  cases: z.array(
    z.object({
      name: z.string().optional(),
      /** Days; the question opens at `open`, 0 unless said. */
      open: z.number().default(0),
      close: z.number(),
      known: z.number().optional(),
      ordered: z.boolean().default(false),
      /** A weight per outcome, or null where the question was annulled. */
      resolution: z.array(z.number()).nullable(),
      /** [member, day, probabilities]; null withdraws. */
      forecasts: z.array(z.tuple([z.string(), z.number(), z.array(z.number()).nullable()])),
    }),
  ),
});

/** A question to score; `input` is null when it was annulled. */
export interface ScoreCase {
  readonly name: string;
  readonly members: readonly string[];
  readonly input: ScoringInput | null;
}

function casesOfJson(text: string, path: string): ScoreCase[] {
  return parseJson(text, file, path).cases.map((c, i) => {
    const name = c.name ?? String(i + 1);
    const forecasts = c.forecasts.map(([member, day, p]) => ({ member, at: day * DAY, p }));
    const members = [...new Set(forecasts.map(({ member }) => member))];
    if (c.resolution === null) return { name, members, input: null };
    const { close, known = close, open, ordered, resolution } = c;
    return scored(`Case ${name}`, () => ({
      name,
      members,
      input: {
        opensAt: open * DAY,
        closesAt: close * DAY,
        knownAt: known * DAY,
        ordered,
        resolution,
        forecasts: inTimeOrder(forecasts),
      },
    }));
  });
}

/** `score FILE` or `score FORECASTS.csv RESOLUTIONS.csv`, with `--explain`: every member's scores on each question. */
export const score: Verb = async (args) => {
  const [path, resolutions] = args.filter((a) => !a.startsWith('--'));
  const unknown = args.find((a) => a.startsWith('--') && a !== '--explain');
  if (unknown)
    throw new Refusal('not-understood', `There is no option ${unknown}.`, 'Options: --explain, --json.');
  const text = await readText(path, 'The file of cases');
  if (resolutions !== undefined) throw new Refusal('not-understood', 'CSV is not read yet.');
  const cases = casesOfJson(text, path ?? '');
  const results = cases.map((c) => scoreCase(c, args.includes('--explain')));
  return {
    json: { results },
    text: table(
      ['question', 'member', 'Brier', 'coverage', 'relative Brier', 'baseline', 'peer'],
      results.flatMap(({ name, members, crowds }) =>
        [...Object.entries(members), ...Object.entries(crowds).map(([k, s]) => [`(${k})`, s] as const)].map(
          ([who, s]) => [name, who, s.brier, s.coverage, s.relativeBrier, s.baseline, s.peer],
        ),
      ),
    ),
  };
};

function scoreCase({ name, members, input }: ScoreCase, explained: boolean) {
  if (input === null)
    return {
      name,
      annulled: true,
      members: Object.fromEntries(members.map((m) => [m, withNulls(undefined)])),
      crowds: {},
    };
  return scored(`Case ${name}`, () => {
    const scores = scoreQuestion(input);
    const all = (map: ReadonlyMap<string, MemberScore>) =>
      Object.fromEntries([...map].map(([who, s]) => [who, withNulls(s)]));
    return {
      name,
      members: all(scores.members),
      crowds: all(scores.crowds),
      ...(explained
        ? { explanations: Object.fromEntries([...scores.members.keys()].map((m) => [m, explain(input, m)])) }
        : {}),
    };
  });
}

/** JSON has no undefined: what is not defined is null. */
function withNulls(s: MemberScore | undefined) {
  return {
    brier: s?.brier ?? null,
    coverage: s?.coverage ?? null,
    relativeBrier: s?.relativeBrier ?? null,
    baseline: s?.baseline ?? null,
    peer: s?.peer ?? null,
    logarithmic: s?.logarithmic ?? null,
    spherical: s?.spherical ?? null,
  };
}
