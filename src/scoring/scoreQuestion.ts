import { aggregates } from './aggregates/index.ts';
import { checkInput, checkVector } from './check.ts';
import { timelineOf } from './crowd.ts';
import { ScoringError } from './error.ts';
import { Field } from './field.ts';
import { scoreMembers } from './members.ts';
import { scoreSeries } from './series.ts';
import { spansOf } from './spans.ts';
import type { LineScore, MemberScore, ScoringInput, Stretch, Vector } from './types.ts';

/** What may be scored beside the members. */
export interface ScoringOptions {
  /**
   * Each member's weight from what they had earned before the question opened (see `trackRecordWeight`); those absent
   * weigh 1. Without it the track-record aggregate is not scored.
   */
  readonly weights?: ReadonlyMap<string, number>;
  /** Other lines to score as benchmarks, by name, in time order: the market's prices, say. Null: no price any more. */
  readonly series?: Readonly<Record<string, readonly { readonly at: number; readonly p: Vector | null }[]>>;
}

/** Scores of one resolved question. */
export interface QuestionScores {
  /** Everyone who forecast, in order of their first forecast. */
  readonly members: Map<string, MemberScore>;
  /** Aggregates of the members by name in the registry (`recencyWeighted`, ...), each scored like a member. */
  readonly crowds: Map<string, LineScore>;
  /** The lines of `options.series` by name, each scored like a member. */
  readonly series: Map<string, LineScore>;
}

/**
 * Scores every member of a question, and the crowd in each of its forms.
 *
 * Members cost O(F log F) for F forecasts, whatever the question's length. The recency-weighted and the trimmed crowd cost
 * O(F N) besides, N being the forecasts that stand at a time; `scoreMembersOf` leaves the crowds out.
 *
 * @throws ScoringError naming what is wrong with the input
 * @example
 * scoreQuestion({ opensAt: 0, closesAt: 10, knownAt: 10, ordered: false, resolution: [1, 0],
 *   forecasts: [{ member: 'ann', at: 5, p: [0.9, 0.1] }] }).members.get('ann')
 * // brier 0.02, coverage 0.5, baseline 42.3998, peer 0, relativeBrier undefined: nobody else forecast
 */
export function scoreQuestion(input: ScoringInput, options: ScoringOptions = {}): QuestionScores {
  checkInput(input);
  const spans = spansOf(input.forecasts, input.opensAt, Math.min(input.closesAt, input.knownAt));
  const field = new Field();
  const { scores, active } = scoreMembers(input, spans, field);
  const score = (line: readonly Stretch[]): LineScore => ({
    ...scoreSeries(input, spans.duration, field, active, line),
    line,
  });

  const pooled = {
    forecasts: spans.p,
    outcomes: input.resolution.length,
    ordered: input.ordered,
    weights: Float64Array.from(input.forecasts, ({ member }) => weightOf(member, options.weights)),
  };
  const crowds = new Map<string, LineScore>();
  for (const [name, aggregate] of Object.entries(aggregates)) {
    if (name === 'trackRecord' && !options.weights) continue;
    crowds.set(name, score(timelineOf(aggregate, spans, pooled)));
  }
  const series = new Map<string, LineScore>();
  for (const [name, line] of Object.entries(options.series ?? {}))
    series.set(name, score(stretchesOf(name, line, input, spans.duration)));
  return { members: named(spans.members, scores), crowds, series };
}

/** As `scoreQuestion`, members alone: O(F log F). @throws ScoringError */
export function scoreMembersOf(input: ScoringInput): Map<string, MemberScore> {
  checkInput(input);
  const spans = spansOf(input.forecasts, input.opensAt, Math.min(input.closesAt, input.knownAt));
  const { scores } = scoreMembers(input, spans);
  return named(spans.members, scores);
}

function named(members: readonly string[], scores: readonly MemberScore[]): Map<string, MemberScore> {
  const map = new Map<string, MemberScore>();
  for (let m = 0; m < members.length; m++) {
    const name = members[m];
    const score = scores[m];
    if (name !== undefined && score) map.set(name, score);
  }
  return map;
}

function weightOf(member: string, weights: ReadonlyMap<string, number> | undefined): number {
  const weight = weights?.get(member) ?? 1;
  if (!(weight > 0 && weight < Number.POSITIVE_INFINITY))
    throw new ScoringError('option', `The weight of ${member} is ${weight}; it must be above 0.`);
  return weight;
}

/** A line of points in time as stretches from the opening; each point holds until the next. */
function stretchesOf(
  name: string,
  line: readonly { readonly at: number; readonly p: Vector | null }[],
  input: ScoringInput,
  duration: number,
): Stretch[] {
  const clip = (at: number): number => Math.min(duration, Math.max(0, at - input.opensAt));
  return line.flatMap(({ at, p }, i) => {
    const next = line[i + 1]?.at ?? Number.POSITIVE_INFINITY;
    if (!(next >= at)) throw new ScoringError('out-of-order', `The line of the ${name} goes back in time.`);
    if (p === null) return [];
    checkVector(p, input.resolution.length, () => `The line of the ${name}`);
    return [{ from: clip(at), to: clip(next), p }];
  });
}
