import { BINS, type Bin, type BinSums, binOf, binsOf, emptyBins, INTERVAL } from './bins.ts';
import { checkProbability } from './check.ts';
import { ScoringError } from './error.ts';

/** One probability that was stated, and what came of it. */
export interface CalibrationPoint {
  readonly p: number;
  /** 1 if it happened, 0 if not; between them where a question resolved in parts. */
  readonly outcome: number;
  /** Above 0, default 1: the share of a question's time that it stood, say. */
  readonly weight?: number;
  /** Points of one question are not independent of one another: they count together in the intervals. */
  readonly question?: string | number;
  /** What the crowd said in its place, for the skill against the crowd. */
  readonly crowd?: number;
}

/** Murphy's decomposition of the half Brier score: brier = reliability - resolution + uncertainty. */
export interface Murphy {
  /** Mean of (p - outcome)^2: half the two-sided Brier score. */
  readonly brier: number;
  /** How far what happened lies from what was said; 0 is perfectly calibrated. */
  readonly reliability: number;
  /** How far the forecasts tell cases apart; more is better. */
  readonly resolution: number;
  /** Variance of what happened: the score of always saying the base rate. */
  readonly uncertainty: number;
}

export interface Calibration {
  readonly murphy: Murphy;
  readonly bins: readonly Bin[];
  /** Which interval the bins' `low` and `high` are. */
  readonly interval: string;
  /** Variance of the forecasts: 0 for somebody who always says the same. */
  readonly sharpness: number;
  /** Share of what was forecast that happened. */
  readonly baseRate: number;
  /**
   * 1 - brier / brier of the reference: 1 is perfect, 0 no better than it, negative worse. Undefined where the reference is
   * perfect, or where the crowd is not known for every point.
   */
  readonly skill: { readonly baseRate: number | undefined; readonly crowd: number | undefined };
}

/**
 * Calibration of stated probabilities: bins at their mean forecast with intervals, Murphy's decomposition by unique
 * forecast value, sharpness, and skill.
 *
 * Source: Murphy 1973, "A new vector partition of the probability score"; bins as scikit-learn's `calibration_curve`.
 * @param points probabilities 0..1
 * @throws ScoringError `empty`, `option` (bins, weights), or naming a number that is no probability
 * @example
 * calibration([...[0, 0, 0, 1].map((outcome) => ({ p: 0.1, outcome })), ...[0, 1].map((outcome) => ({ p: 0.5, outcome })),
 *   ...[1, 1, 1, 0].map((outcome) => ({ p: 0.9, outcome }))]).murphy
 * // { brier: 0.218, reliability: 0.018, resolution: 0.05, uncertainty: 0.25 }
 */
export function calibration(points: readonly CalibrationPoint[], { bins = BINS } = {}): Calibration {
  if (points.length === 0) throw new ScoringError('empty', 'There is no forecast to calibrate.');
  for (const { p, outcome, weight = 1, crowd = 0 } of points) {
    checkProbability(p, 'A forecast');
    checkProbability(outcome, 'What happened');
    checkProbability(crowd, 'What the crowd said');
    if (!(weight > 0 && weight < Number.POSITIVE_INFINITY))
      throw new ScoringError('option', `A weight of ${weight} was given; it must be above 0.`);
  }
  const sum = (of: (point: CalibrationPoint) => number): number =>
    points.reduce((total, point) => total + (point.weight ?? 1) * of(point), 0);
  const weight = sum(() => 1);
  const mean = (of: (point: CalibrationPoint) => number): number => sum(of) / weight;

  const murphy = murphyOf(points);
  const baseRate = mean(({ outcome }) => outcome);
  const meanForecast = mean(({ p }) => p);
  const crowdKnown = points.every(({ crowd }) => crowd !== undefined);
  return {
    murphy,
    bins: binsOf(binSums(points, bins)),
    interval: INTERVAL,
    sharpness: mean(({ p }) => (p - meanForecast) ** 2),
    baseRate,
    skill: {
      baseRate: skill(murphy.brier, murphy.uncertainty),
      crowd: crowdKnown
        ? skill(
            murphy.brier,
            mean(({ crowd = 0, outcome }) => (crowd - outcome) ** 2),
          )
        : undefined,
    },
  };
}

function skill(brier: number, reference: number): number | undefined {
  return reference > 0 ? 1 - brier / reference : undefined;
}

function murphyOf(points: readonly CalibrationPoint[]): Murphy {
  const groups = new Map<number, { weight: number; observed: number }>();
  let weight = 0;
  let observed = 0;
  let squares = 0;
  let brier = 0;
  for (const { p, outcome, weight: w = 1 } of points) {
    const group = groups.get(p) ?? { weight: 0, observed: 0 };
    group.weight += w;
    group.observed += w * outcome;
    groups.set(p, group);
    weight += w;
    observed += w * outcome;
    squares += w * outcome * outcome;
    brier += w * (p - outcome) ** 2;
  }
  const baseRate = observed / weight;
  let reliability = 0;
  let resolution = 0;
  for (const [p, group] of groups) {
    const share = group.observed / group.weight;
    reliability += group.weight * (p - share) ** 2;
    resolution += group.weight * (share - baseRate) ** 2;
  }
  return {
    brier: brier / weight,
    reliability: reliability / weight,
    resolution: resolution / weight,
    // For outcomes of 0 and 1 this is baseRate (1 - baseRate); the variance keeps the identity for partial ones too.
    uncertainty: Math.max(0, squares / weight - baseRate * baseRate),
  };
}

/** Adds points up in bins. Points of one question weigh together in `squares`. */
export function binSums(points: readonly CalibrationPoint[], bins = BINS): BinSums {
  const sums = emptyBins(bins);
  const together = new Map<string, number>();
  for (const [i, { p, outcome, weight = 1, question }] of points.entries()) {
    const bin = binOf(p, bins);
    const add = (to: number[], x: number): void => {
      to[bin] = (to[bin] ?? 0) + x;
    };
    const key = `${bin} ${question === undefined ? `point ${i}` : `question ${question}`}`;
    const before = together.get(key) ?? 0;
    together.set(key, before + weight);
    add(sums.count, 1);
    add(sums.weight, weight);
    add(sums.squares, (before + weight) ** 2 - before ** 2);
    add(sums.forecast, weight * p);
    add(sums.observed, weight * outcome);
  }
  return sums;
}
