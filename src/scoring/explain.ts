import { aggregates } from './aggregates/index.ts';
import { checkInput } from './check.ts';
import { timelineOf } from './crowd.ts';
import { ScoringError } from './error.ts';
import { scoreMembers } from './members.ts';
import { brier } from './rules/brier.ts';
import { orderedBrier } from './rules/ordered.ts';
import { spansOf } from './spans.ts';
import type { MemberScore, ScoringInput, Stretch, Vector } from './types.ts';

/** One stretch of a member's time on a question. Times are epoch milliseconds. */
export interface ExplainedStretch {
  readonly from: number;
  readonly to: number;
  /** What stood; null where nothing did. */
  readonly p: Vector | null;
  /** Brier score of what stood; undefined where nothing did. */
  readonly brier: number | undefined;
  /** What it adds to the member's Brier score: these sum to the score. */
  readonly cost: number;
  /** Its part of the whole cost, 0..1; 0 for everyone with a perfect score. */
  readonly share: number;
  /** What the crowd had meanwhile, averaged over the stretch; undefined where nobody forecast. */
  readonly crowd: Vector | undefined;
  /** The crowd's own Brier score, averaged over the stretch. */
  readonly crowdBrier: number | undefined;
}

/** A plain account of a member's score on a question. */
export interface Explanation {
  readonly member: string;
  readonly score: MemberScore;
  /** From the opening to the end of scoring without a gap. */
  readonly stretches: readonly ExplainedStretch[];
  /** Competition rank on this question by relative Brier score, by Brier score while alone; undefined without a score. */
  readonly rank: number | undefined;
  /** How many have a rank. */
  readonly of: number;
}

/**
 * Tells how a member's score came about: which forecast stood how long, what each stretch cost, what the crowd had.
 *
 * @throws ScoringError `no-such-member`, and what is wrong with the input
 * @example
 * // u said 0% for half the time and 100% for the other half; YES: Brier score 1, all of it from the first half
 * explain(input, 'u').stretches.map((s) => [s.brier, s.cost, s.share]) // [[2, 1, 1], [0, 0, 0]]
 */
export function explain(input: ScoringInput, member: string): Explanation {
  checkInput(input);
  const spans = spansOf(input.forecasts, input.opensAt, Math.min(input.closesAt, input.knownAt));
  const index = spans.members.indexOf(member);
  if (index < 0) throw new ScoringError('no-such-member', `${member} has no forecast on this question.`);
  const { scores, active } = scoreMembers(input, spans);
  const score = scores[index];
  if (!score) throw new Error(`no score was made for ${member}`);

  const rule = input.ordered ? orderedBrier : brier;
  const crowd = timelineOf(aggregates.recencyWeighted, spans, {
    forecasts: spans.p,
    outcomes: input.resolution.length,
    ordered: input.ordered,
    weights: new Float64Array(spans.p.length).fill(1),
  });
  const time = score.coverage * spans.duration;
  const whole = (score.brier ?? 0) * time;
  const explained = (from: number, to: number, p: Vector | null): ExplainedStretch => {
    const own = p === null ? undefined : rule.score(p, input.resolution);
    const paid = (own ?? 0) * (to - from);
    const meanwhile = average(crowd, from, to);
    return {
      from: input.opensAt + from,
      to: input.opensAt + to,
      p,
      brier: own,
      cost: time > 0 ? paid / time : 0,
      share: whole > 0 ? paid / whole : 0,
      crowd: meanwhile(({ p }) => p),
      crowdBrier: meanwhile(({ p }) => [rule.score(p, input.resolution)])?.[0],
    };
  };

  const stretches: ExplainedStretch[] = [];
  let now = 0;
  for (const [i, p] of spans.p.entries()) {
    const from = spans.from[i] ?? 0;
    const to = spans.to[i] ?? 0;
    if (spans.owner[i] !== index || to <= from) continue;
    if (from > now) stretches.push(explained(now, from, null));
    stretches.push(explained(from, to, p));
    now = to;
  }
  if (now < spans.duration) stretches.push(explained(now, spans.duration, null));

  const figure = (s: MemberScore): number | undefined => (active > 1 ? s.relativeBrier : s.brier);
  const own = figure(score);
  const others = scores.map(figure).filter((x) => x !== undefined);
  return {
    member,
    score,
    stretches,
    rank: own === undefined ? undefined : 1 + others.filter((x) => x < own - 1e-9).length,
    of: others.length,
  };
}

/** Time averages over from..to of vectors read off a line of stretches; undefined where the line has none. */
function average(line: readonly Stretch[], from: number, to: number) {
  const parts = line.filter((s) => s.to > from && s.from < to);
  return (read: (s: Stretch) => Vector): Vector | undefined => {
    let time = 0;
    const sums: number[] = [];
    for (const part of parts) {
      const length = Math.min(to, part.to) - Math.max(from, part.from);
      time += length;
      for (const [k, x] of read(part).entries()) sums[k] = (sums[k] ?? 0) + length * x;
    }
    return time > 0 ? sums.map((sum) => sum / time) : undefined;
  };
}
