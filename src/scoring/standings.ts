import { type BinSums, effective } from './bins.ts';
import { ScoringError } from './error.ts';
import { addScore, emptyTotals, type MemberTotals, type ScoreRow } from './totals.ts';

/** What members can be ranked by, and which end is good. */
export const rankings = {
  relativeBrier: { better: 'lower', of: 'mean' },
  brier: { better: 'lower', of: 'mean' },
  peer: { better: 'higher', of: 'mean' },
  baseline: { better: 'higher', of: 'mean' },
  profit: { better: 'higher', of: 'sum' },
  calibration: { better: 'lower', of: 'bins' },
} as const;
export type Ranking = keyof typeof rankings;

/** A member's or benchmark's place by one figure. */
export interface Standing {
  readonly subject: string;
  /** Standard competition rank (1, 2, 2, 4); undefined for benchmarks, provisional members, and those without the figure. */
  readonly rank: number | undefined;
  /** The rank that this value has or would have among the ranked; undefined without a value. */
  readonly place: number | undefined;
  /** Whether somebody else has the same rank. */
  readonly tied: boolean;
  /** Mean per question; the sum for profit; reliability of the time-weighted bins for calibration. */
  readonly value: number | undefined;
  /** Standard error of `value`; undefined with fewer than two questions. */
  readonly standardError: number | undefined;
  /** How many questions the value rests on. */
  readonly questions: number;
  /** Fewer questions than the minimum. */
  readonly provisional: boolean;
}

export interface Standings {
  /** Ranked members best first, then provisional ones best first, then those without the figure. */
  readonly rows: readonly Standing[];
  readonly benchmarks: readonly Standing[];
  /** The row of `options.own`, wherever it stands. */
  readonly own: Standing | undefined;
}

export interface StandingsOptions {
  readonly metric: Ranking;
  /** Questions before a member is ranked. Default 3. */
  readonly minimum?: number;
  /** Subjects that are no members: shown, never ranked. */
  readonly benchmarks?: ReadonlySet<string>;
  readonly own?: string;
}

export interface RowOptions extends StandingsOptions {
  /** Questions whose truth was known from `from` up to but not including `to`, epoch milliseconds. */
  readonly window?: { readonly from: number; readonly to: number };
  readonly tag?: string;
}

/** What somebody is ranked by. */
export interface Figure {
  readonly value: number | undefined;
  readonly standardError: number | undefined;
  /** How many questions the value rests on. */
  readonly questions: number;
}

/** The figure by which a subject is ranked, with its standard error. */
export function figureOf(totals: MemberTotals, metric: Ranking): Figure {
  if (metric === 'calibration') return reliability(totals.calibration, totals.questions);
  const { n, sum, squares } = totals.scores[metric];
  if (n === 0) return { value: undefined, standardError: undefined, questions: 0 };
  const variance = n > 1 ? Math.max(0, squares - (sum * sum) / n) / (n - 1) : undefined;
  return rankings[metric].of === 'sum'
    ? {
        value: sum,
        standardError: variance === undefined ? undefined : Math.sqrt(n * variance),
        questions: n,
      }
    : {
        value: sum / n,
        standardError: variance === undefined ? undefined : Math.sqrt(variance / n),
        questions: n,
      };
}

/**
 * Reliability over bins, sum of f d^2 with f a bin's share of the weight and d = mean forecast - observed share.
 * Its standard error takes each d as normal with the variance v of a share among the bin's effective number of questions
 * (Agresti and Coull's, so that it is not 0 where all or none happened): Var(d^2) = 4 d^2 v + 2 v^2.
 */
function reliability(sums: BinSums, questions: number): Figure {
  const total = sums.weight.reduce((a, b) => a + b, 0);
  if (!(total > 0)) return { value: undefined, standardError: undefined, questions: 0 };
  let value = 0;
  let variance = 0;
  for (const [i, weight] of sums.weight.entries()) {
    if (!(weight > 0)) continue;
    const share = weight / total;
    const observed = (sums.observed[i] ?? 0) / weight;
    const d = (sums.forecast[i] ?? 0) / weight - observed;
    const n = effective(sums, i);
    const smoothed = (observed * n + 2) / (n + 4);
    const v = (smoothed * (1 - smoothed)) / (n + 4);
    value += share * d * d;
    variance += share * share * (4 * d * d * v + 2 * v * v);
  }
  return { value, standardError: questions > 1 ? Math.sqrt(variance) : undefined, questions };
}

/** Values closer than this are a tie: they differ by rounding alone. */
const SAME = 1e-9;

/**
 * Standings from totals: costs members, not questions or forecasts. Standard competition ranking; undefined is never zero and
 * never ranked.
 *
 * @throws ScoringError `option` for a minimum that is no whole number of 0 or more
 * @example rankTotals([['ann', annsTotals], ['crowd', crowdsTotals]], { metric: 'brier', benchmarks: new Set(['crowd']) })
 */
export function rankTotals(
  totals: Iterable<readonly [subject: string, totals: MemberTotals]>,
  options: StandingsOptions,
): Standings {
  return rankFigures(
    Array.from(totals, ([subject, own]) => [subject, figureOf(own, options.metric)] as const),
    options,
  );
}

/** As `rankTotals`, from figures that were worked out when the totals changed. @throws ScoringError `option` */
export function rankFigures(
  figures: Iterable<readonly [subject: string, figure: Figure]>,
  { metric, minimum = 3, benchmarks = new Set(), own }: StandingsOptions,
): Standings {
  if (!Number.isInteger(minimum) || minimum < 0)
    throw new ScoringError(
      'option',
      `The minimum of questions must be a whole number; ${minimum} was given.`,
    );
  const sign = rankings[metric].better === 'lower' ? 1 : -1;
  const entries = Array.from(figures, ([subject, figure]) => {
    // Whole multiples of what counts as the same, ascending from the best: equal keys are ties.
    const key =
      figure.value === undefined ? Number.POSITIVE_INFINITY : Math.round((sign * figure.value) / SAME);
    const benchmark = benchmarks.has(subject);
    return { subject, ...figure, key, benchmark, provisional: !benchmark && figure.questions < minimum };
  });
  entries.sort((a, b) => a.key - b.key || (a.subject < b.subject ? -1 : a.subject > b.subject ? 1 : 0));

  const ranked = entries.filter((e) => !e.benchmark && !e.provisional && e.value !== undefined);
  const rankOf = new Map<number, { rank: number; size: number }>();
  for (const [i, { key }] of ranked.entries()) {
    const group = rankOf.get(key);
    if (group) group.size++;
    else rankOf.set(key, { rank: i + 1, size: 1 });
  }
  let better = 0;
  const rows: Standing[] = [];
  const provisional: Standing[] = [];
  const without: Standing[] = [];
  const marks: Standing[] = [];
  for (const { subject, key, value, standardError, questions, benchmark, provisional: early } of entries) {
    const isRanked = !benchmark && !early && value !== undefined;
    while (better < ranked.length && (ranked[better]?.key ?? key) < key) better++;
    const row: Standing = {
      subject,
      rank: isRanked ? rankOf.get(key)?.rank : undefined,
      place: value === undefined ? undefined : better + 1,
      tied: isRanked && (rankOf.get(key)?.size ?? 0) > 1,
      value,
      standardError,
      questions,
      provisional: early,
    };
    if (benchmark) marks.push(row);
    else if (isRanked) rows.push(row);
    else if (value !== undefined) provisional.push(row);
    else without.push(row);
  }
  const all = [...rows, ...provisional, ...without];
  return {
    rows: all,
    benchmarks: marks,
    own: own === undefined ? undefined : all.find((r) => r.subject === own),
  };
}

/**
 * Standings from score rows, for windows and tags of which no totals are kept. Costs rows; no forecast is read.
 *
 * @throws ScoringError `option`
 */
export function standings(rows: Iterable<ScoreRow>, options: RowOptions): Standings {
  const { window, tag } = options;
  const totals = new Map<string, MemberTotals>();
  for (const row of rows) {
    if (window && !(row.knownAt >= window.from && row.knownAt < window.to)) continue;
    if (tag !== undefined && !row.tags.includes(tag)) continue;
    totals.set(row.subject, addScore(totals.get(row.subject) ?? emptyTotals(), row));
  }
  return rankTotals(totals, options);
}
