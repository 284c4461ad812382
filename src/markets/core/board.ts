import type { Standing } from '../../scoring/index.ts';
import type { Metric, StandingRow } from './standings.ts';

/** What the benchmarks are called. Subjects are "crowd:NAME" and "market". */
const crowdNames: Readonly<Record<string, string>> = {
  recencyWeighted: 'Crowd',
  mean: 'Crowd (mean)',
  trimmedMean: 'Crowd (trimmed mean)',
  median: 'Crowd (median)',
  geometricMeanOfOdds: 'Crowd (geometric mean of odds)',
  extremised: 'Crowd (extremised)',
  neyman: 'Crowd (extremised by size)',
  trackRecord: 'Crowd (by track record)',
};

/** A benchmark's name for people, or null for a member's subject. */
export function benchmarkLabel(subject: string): string | null {
  if (subject === 'market') return 'Market';
  if (!subject.startsWith('crowd:')) return null;
  const name = subject.slice('crowd:'.length);
  return crowdNames[name] ?? `Crowd (${name})`;
}

/** The member's id in "member:7"; null for a benchmark. */
export function memberOf(subject: string): number | null {
  const id = /^member:(\d+)$/.exec(subject)?.[1];
  return id === undefined ? null : Number(id);
}

/** A standing as members see it. `name` is the member's; figures that are not defined become null, never zero. */
export function standingRow(standing: Standing, metric: Metric, name: string | undefined): StandingRow {
  const id = memberOf(standing.subject);
  const label = benchmarkLabel(standing.subject) ?? name ?? 'Someone who left';
  return {
    rank: standing.rank ?? null,
    tied: standing.tied,
    member: id === null ? null : { id, name: label },
    label,
    value: standing.value ?? null,
    standardError: standing.standardError ?? null,
    questions: standing.questions,
    provisional: standing.provisional,
    points: metric === 'profit' && standing.value !== undefined ? BigInt(Math.round(standing.value)) : null,
  };
}

const figures: Readonly<Record<Metric, string>> = {
  relativeBrier: 'relative Brier score',
  brier: 'Brier score',
  peer: 'peer score',
  baseline: 'baseline score',
  profit: 'profit',
  calibration: 'calibration',
};

export interface OwnFacts {
  readonly standing: Standing | undefined;
  readonly metric: Metric;
  readonly minimum: number;
  /** How many questions the reader has ever forecast on in this community, resolved or not. */
  readonly forecasted: number;
  /** Whether the standings cover all time and all tags. */
  readonly everything: boolean;
}

/** Why the reader has no rank here, in words; null when they have one. */
export function ownWhy({ standing, metric, minimum, forecasted, everything }: OwnFacts): string | null {
  if (standing?.rank !== undefined) return null;
  const figure = figures[metric];
  const count = (n: number): string => `${n} resolved question${n === 1 ? '' : 's'}`;
  if (standing?.value !== undefined) {
    const missing = minimum - standing.questions;
    return `You are provisional: ${count(standing.questions)} of the ${minimum} that a rank needs, ${missing} more to go.`;
  }
  if (standing !== undefined) {
    return metric === 'relativeBrier' || metric === 'peer'
      ? `You have no ${figure} yet: it compares you with others, and nobody else forecast on your resolved questions.`
      : `You have no ${figure} yet: it is not defined on any of your resolved questions.`;
  }
  if (forecasted === 0)
    return 'You have no score yet because you have not forecast. /forecast on any open question.';
  if (!everything) return 'None of the questions you forecast on was resolved within this window and tag.';
  return forecasted === 1
    ? 'You have no score yet: the question you forecast on has not been resolved.'
    : `You have no score yet: none of the ${forecasted} questions you forecast on has been resolved.`;
}
