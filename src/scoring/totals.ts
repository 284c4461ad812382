import { BINS, type BinSums, emptyBins } from './bins.ts';

/** Figures that are written per question and added up per member. */
export const summed = ['relativeBrier', 'brier', 'peer', 'baseline', 'profit'] as const;
export type Summed = (typeof summed)[number];

/** One subject's scores on one resolved question, as they were written when it resolved. Undefined: not defined, never zero. */
export interface ScoreRow {
  /** A member, or a benchmark such as the crowd or the market. */
  readonly subject: string;
  /** Epoch milliseconds at which the truth was known: this places the question in a window. */
  readonly knownAt: number;
  readonly tags: readonly string[];
  readonly relativeBrier?: number | undefined;
  readonly brier?: number | undefined;
  readonly peer?: number | undefined;
  readonly baseline?: number | undefined;
  /** Minor units of points, a whole number. */
  readonly profit?: number | undefined;
  /** From `binSums(calibrationPoints(...))`. */
  readonly calibration?: BinSums | undefined;
}

/** Sums of one figure over the questions on which it was defined. */
export interface Sums {
  readonly n: number;
  readonly sum: number;
  readonly squares: number;
}

/** Everything that standings need of a subject: plain data that can be kept as JSON, however many forecasts it came from. */
export interface MemberTotals {
  /** Questions added, whatever was defined on them. */
  readonly questions: number;
  readonly scores: Readonly<Record<Summed, Sums>>;
  readonly calibration: BinSums;
}

const NONE: Sums = { n: 0, sum: 0, squares: 0 };

export function emptyTotals(): MemberTotals {
  return {
    questions: 0,
    scores: { relativeBrier: NONE, brier: NONE, peer: NONE, baseline: NONE, profit: NONE },
    calibration: emptyBins(),
  };
}

/**
 * Numbers are added up on a grid of 2^-36 (1.5e-11), squares on one of 2^-30. Sums of numbers on a grid are exact in
 * doubles, up to 131,072 and 8,388,608 (of whole numbers, as profit is, up to 2^53), so that taking a question away again
 * leaves exactly what was there before, in whatever order questions are resolved, corrected and annulled.
 */
const FINE = 2 ** 36;
const COARSE = 2 ** 30;
const fine = (x: number): number => Math.round(x * FINE) / FINE;
const coarse = (x: number): number => Math.round(x * COARSE) / COARSE;

/** Totals with one more question. @example addScore(emptyTotals(), { ...row, brier: 0.5 }).scores.brier // { n: 1, sum: 0.5, squares: 0.25 } */
export function addScore(totals: MemberTotals, row: ScoreRow): MemberTotals {
  return change(totals, row, 1);
}

/** Totals without a question that had been added: exactly what they were before. */
export function removeScore(totals: MemberTotals, row: ScoreRow): MemberTotals {
  return change(totals, row, -1);
}

function change(totals: MemberTotals, row: ScoreRow, sign: 1 | -1): MemberTotals {
  const of = (name: Summed): Sums => {
    const { n, sum, squares } = totals.scores[name];
    const x = row[name];
    if (x === undefined) return totals.scores[name];
    return { n: n + sign, sum: sum + sign * fine(x), squares: squares + sign * coarse(x * x) };
  };
  return {
    questions: totals.questions + sign,
    scores: {
      relativeBrier: of('relativeBrier'),
      brier: of('brier'),
      peer: of('peer'),
      baseline: of('baseline'),
      profit: of('profit'),
    },
    calibration: row.calibration ? changeBins(totals.calibration, row.calibration, sign) : totals.calibration,
  };
}

function changeBins(totals: BinSums, row: BinSums, sign: 1 | -1): BinSums {
  const of = (field: keyof BinSums): number[] =>
    Array.from({ length: BINS }, (_, i) => (totals[field][i] ?? 0) + sign * fine(row[field][i] ?? 0));
  return {
    count: of('count'),
    weight: of('weight'),
    squares: of('squares'),
    forecast: of('forecast'),
    observed: of('observed'),
  };
}
