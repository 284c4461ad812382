import type { CalibrationPoint } from './calibration.ts';
import { checkInput } from './check.ts';
import { spansOf } from './spans.ts';
import type { ScoringInput, Stretch, Vector } from './types.ts';

/**
 * A member's stated probabilities on one question as calibration points, weighed by the share of the question's time for which
 * they stood. A binary question gives the probability of YES; one with K outcomes each outcome's with weight 1/K, an ordered one
 * those at its K-1 cut points with weight 1/(K-1): a big question weighs no more than a small one.
 *
 * @throws ScoringError naming what is wrong with the input
 */
export function calibrationPoints(input: ScoringInput, member: string): CalibrationPoint[] {
  checkInput(input);
  return calibrationPointsOf(input).get(member) ?? [];
}

/** As `calibrationPoints`, for every member at once: O(F), of an input that was checked. */
export function calibrationPointsOf(input: ScoringInput): Map<string, CalibrationPoint[]> {
  const spans = spansOf(input.forecasts, input.opensAt, Math.min(input.closesAt, input.knownAt));
  const points = new Map<string, CalibrationPoint[]>(spans.members.map((member) => [member, []]));
  for (const [i, p] of spans.p.entries()) {
    const time = (spans.to[i] ?? 0) - (spans.from[i] ?? 0);
    if (p === null || time <= 0) continue;
    const own = points.get(spans.members[spans.owner[i] ?? 0] ?? '');
    own?.push(...pointsOf(input, p, time / spans.duration));
  }
  return points;
}

/** As `calibrationPoints`, for a line that was scored beside the members: the crowd's or the market's. */
export function linePoints(input: ScoringInput, line: readonly Stretch[]): CalibrationPoint[] {
  const duration = Math.min(input.closesAt, input.knownAt) - input.opensAt;
  return line.flatMap(({ from, to, p }) => (to > from ? pointsOf(input, p, (to - from) / duration) : []));
}

/** The points of one forecast that stood for a share of the question's time. */
function pointsOf({ resolution, ordered }: ScoringInput, p: Vector, share: number): CalibrationPoint[] {
  const outcomes = resolution.length;
  const cumulative = ordered && outcomes > 2;
  const options = outcomes === 2 || cumulative ? outcomes - 1 : outcomes;
  const points: CalibrationPoint[] = [];
  let said = 0;
  let happened = 0;
  for (let k = 0; k < options; k++) {
    said = (cumulative ? said : 0) + (p[k] ?? 0);
    happened = (cumulative ? happened : 0) + (resolution[k] ?? 0);
    // All of one question: they count together in the intervals.
    points.push({
      p: Math.min(1, said),
      outcome: Math.min(1, happened),
      weight: share / options,
      question: 0,
    });
  }
  return points;
}
