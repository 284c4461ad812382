import { relation } from './relations.ts';
import type { Reading, StandIn } from './types.ts';

/** Technologies that the Stack Overflow Developer Survey asks about, as it names them. */
const surveyed: readonly [pattern: RegExp, name: string][] = [
  [/\brust\b/, 'Rust'],
  [/\btypescript\b/, 'TypeScript'],
  [/\bpython\b/, 'Python'],
  [/\b(?:golang|go language)\b/, 'Go'],
  [/\bkotlin\b/, 'Kotlin'],
  [/\bzig\b/, 'Zig'],
  [/\bwebpack\b/, 'Webpack'],
  [/\bvite\b/, 'Vite'],
  [/\bnext\.?js\b/, 'Next.js'],
  [/\breact\b/, 'React'],
  [/\bsvelte\b/, 'Svelte'],
  [/\bangular\b/, 'Angular'],
  [/\bdocker|containers?\b/, 'Docker'],
  [/\bkubernetes\b/, 'Kubernetes'],
  [/\bpostgres\w*\b/, 'PostgreSQL'],
  [/\bcursor\b/, 'Cursor'],
  [/\b(?:vs ?code|visual studio code)\b/, 'Visual Studio Code'],
];

/** The survey comes out in summer: by then this year's is known. */
const surveyYear = ({ opens, deadline }: Reading): number =>
  Math.max(Number(deadline.slice(0, 4)), Number(opens.slice(0, 4)) + (opens.slice(5) > '06-01' ? 1 : 0));

const losing = /\b(?:legacy|fall\w*|declin\w*|fade\w*|replac\w*|obsolete|dated|lose|die|less|no longer)\b/;

export const softwareStandIns: readonly StandIn[] = [
  {
    id: 'software-survey',
    measure: (reading: Reading) => {
      const technology = surveyed.find(([pattern]) => pattern.test(reading.claim))?.[1];
      if (
        !technology ||
        !(
          relation.adopt.test(reading.claim) ||
          losing.test(reading.claim) ||
          relation.rise.test(reading.claim)
        )
      )
        return null;
      const year = surveyYear(reading);
      const direction = losing.test(reading.claim) ? 'lower' : 'higher';
      return {
        title: `Will the share of developers who use ${technology} be ${direction} in the Stack Overflow Developer Survey of ${year} than in that of ${year - 1}?`,
        resolves: `Resolves YES if the share of all respondents who did extensive work with ${technology} in the past year is ${direction} in the Stack Overflow Developer Survey ${year} than in the survey of ${year - 1}, both as first published. Resolves NO otherwise. If a survey does not ask about it, the question is annulled.`,
        source: 'the Stack Overflow Developer Survey',
        fallback: "the share in JetBrains' State of Developer Ecosystem",
        deadline: `${year}-12-31`,
        lag: 14,
        borneOut: !reading.negated,
      };
    },
  },
  {
    id: 'software-ai-tools',
    measure: (reading: Reading) => {
      if (
        !/\b(?:ai|copilots?|agents?)\b/.test(reading.claim) ||
        !/\b(?:developers?|code|coding|programm\w+|engineers?|editors?|junior)\b/.test(reading.claim)
      )
        return null;
      const year = surveyYear(reading);
      return {
        title: `Will the share of developers who use AI tools every day be higher in the Stack Overflow Developer Survey of ${year} than in that of ${year - 1}?`,
        resolves: `Resolves YES if the share of respondents who use AI tools daily in their development work is higher in the Stack Overflow Developer Survey ${year} than in the survey of ${year - 1}, both as first published. Resolves NO otherwise. If a survey does not ask about it, the question is annulled.`,
        source: 'the Stack Overflow Developer Survey',
        fallback: "the share in JetBrains' State of Developer Ecosystem",
        deadline: `${year}-12-31`,
        lag: 14,
        borneOut: !reading.negated,
        tags: ['ai'],
      };
    },
  },
];
