import { Refusal } from '../markets/core/refusal.ts';
import { type Explanation, explain, type MemberScore, scoreQuestion } from '../scoring/index.ts';
import type { Verb } from './cli.ts';
import { filesOf, plain, readText, scored, shown, table } from './files.ts';
import { casesOfJson, type ScoreCase } from './scoreCases.ts';
import { casesOfCsv } from './scoreCsv.ts';

const USAGE =
  'Write: score CASES.json, or score FORECASTS.csv RESOLUTIONS.csv; with --explain for how each score came about.';

/** A case with everyone's scores. */
interface ScoredCase {
  readonly name: string;
  /** True where there is no answer to score by. */
  readonly annulled: boolean;
  readonly members: ReadonlyMap<string, MemberScore | undefined>;
  readonly crowds: ReadonlyMap<string, MemberScore>;
  readonly explanations: readonly Explanation[];
  readonly time: ScoreCase['time'];
}

/** `score FILE [RESOLUTIONS] [--explain]`: every member's scores on each question, the crowds' beside them. */
export const score: Verb = async (args) => {
  const explained = args.includes('--explain');
  const [path = '', resolutions] = filesOf(
    args.filter((a) => a !== '--explain'),
    1,
    2,
    USAGE,
  );
  const cases = await casesOf(path, resolutions);
  const results = cases.map((c) => scoreCase(c, explained));
  return {
    json: { results: results.map((result) => json(result, explained)) },
    text: results.map(text).join('\n\n'),
  };
};

async function casesOf(path: string, resolutions: string | undefined): Promise<ScoreCase[]> {
  const first = await readText(path, USAGE);
  if (resolutions !== undefined)
    return casesOfCsv(first, path, await readText(resolutions, USAGE), resolutions);
  if (path.toLowerCase().endsWith('.csv'))
    throw new Refusal('not-understood', 'A CSV of forecasts needs a second one with the resolutions.', USAGE);
  return casesOfJson(first, path);
}

function scoreCase({ name, members, input, time }: ScoreCase, explained: boolean): ScoredCase {
  if (input === null)
    return {
      name,
      annulled: true,
      members: new Map(members.map((member) => [member, undefined])),
      crowds: new Map(),
      explanations: [],
      time,
    };
  return scored(`Question ${name}`, () => {
    const { members, crowds } = scoreQuestion(input);
    const explanations = explained ? [...members.keys()].map((member) => explain(input, member)) : [];
    return { name, annulled: false, members, crowds, explanations, time };
  });
}

function json(
  { name, annulled, members, crowds, explanations, time }: ScoredCase,
  explained: boolean,
): unknown {
  const figures = (s: MemberScore | undefined) => ({
    brier: s?.brier,
    coverage: s?.coverage,
    relativeBrier: s?.relativeBrier,
    baseline: s?.baseline,
    peer: s?.peer,
    logarithmic: s?.logarithmic,
    spherical: s?.spherical,
  });
  const each = (scores: ReadonlyMap<string, MemberScore | undefined>) =>
    Object.fromEntries([...scores].map(([who, s]) => [who, figures(s)]));
  return plain({
    name,
    ...(annulled ? { annulled } : {}),
    members: each(members),
    crowds: each(crowds),
    ...(explained
      ? {
          explanations: Object.fromEntries(
            explanations.map(({ member, stretches, rank, of }) => [
              member,
              { rank, of, stretches: stretches.map((s) => ({ ...s, from: time(s.from), to: time(s.to) })) },
            ]),
          ),
        }
      : {}),
  });
}

function text({ name, annulled, members, crowds, explanations, time }: ScoredCase): string {
  if (annulled) return `${name}\nnot scored: annulled or not resolved`;
  const row = (who: string, s: MemberScore | undefined) => [
    who,
    s?.brier,
    s?.coverage,
    s?.relativeBrier,
    s?.baseline,
    s?.peer,
  ];
  const scores = table(
    ['', 'Brier', 'coverage', 'relative Brier', 'baseline', 'peer'],
    [
      ...[...members].map(([who, s]) => row(who, s)),
      ...[...crowds].map(([who, s]) => row(`crowd: ${who}`, s)),
    ],
  );
  return [`${name}\n${scores}`, ...explanations.map((e) => account(e, time))].join('\n\n');
}

/** A plain account of one score. */
function account({ member, score, stretches, rank, of }: Explanation, time: ScoreCase['time']): string {
  const percent = (p: readonly number[] | null | undefined): string | undefined =>
    p?.map((x) => `${shown(Math.round(x * 1000) / 10)}%`).join(' / ');
  const standing = rank === undefined ? 'no score' : `rank ${rank} of ${of}`;
  return [
    `${member}: ${standing}, Brier ${shown(score.brier)} over ${shown(100 * score.coverage)}% of the time`,
    table(
      ['from', 'to', 'forecast', 'Brier', 'adds', 'of the whole', 'crowd', 'its Brier'],
      stretches.map((s) => [
        time(s.from),
        time(s.to),
        percent(s.p) ?? 'none',
        s.brier,
        s.cost,
        `${shown(Math.round(s.share * 1000) / 10)}%`,
        percent(s.crowd) ?? 'none',
        s.crowdBrier,
      ]),
    ),
  ].join('\n');
}
