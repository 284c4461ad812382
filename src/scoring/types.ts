/** Probabilities over the K outcomes of a question: each in [0, 1], summing to 1 within 1e-6. */
export type Vector = readonly number[];

/** One change of a member's mind. `p: null` withdraws. `at` is epoch milliseconds. */
export interface TimedForecast {
  readonly member: string;
  readonly at: number;
  readonly p: Vector | null;
}

/** Everything that a score depends on. All times are epoch milliseconds. */
export interface ScoringInput {
  readonly opensAt: number;
  /** Scheduled close: baseline and peer are averaged over `opensAt..closesAt`. */
  readonly closesAt: number;
  /** When the truth was known; Brier scores stop at the earlier of this and `closesAt`. */
  readonly knownAt: number;
  /** True for numeric and date bins and other outcomes in an order: scored by the ordered Brier rule. */
  readonly ordered: boolean;
  /** A weight per outcome, summing to 1; usually a single 1. */
  readonly resolution: Vector;
  /** In time order; ties keep their order (the last of several in one millisecond stands). */
  readonly forecasts: readonly TimedForecast[];
}

/** A vector that stood from one moment to another; which zero the times count from is said where it is used. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly p: Vector;
}

/** A member's scores on one question. `undefined` where a score is not defined: never zero in its place. */
export interface MemberScore {
  /** Time-averaged two-sided Brier score, 0 (perfect) to 2; over the time with a standing forecast. */
  readonly brier: number | undefined;
  /** Share of the question's scored duration with a standing forecast, 0..1. */
  readonly coverage: number;
  /** Brier minus the median of all active members, integrated, over the duration; negative is better than the crowd. */
  readonly relativeBrier: number | undefined;
  /** Metaculus baseline score, at most 100. */
  readonly baseline: number | undefined;
  /** Metaculus peer score; 0 while alone. */
  readonly peer: number | undefined;
  /** Time-averaged logarithmic score ln p(what happened), with probabilities held to 0.001..0.999. */
  readonly logarithmic: number | undefined;
  /** Time-averaged spherical score, 0..1. */
  readonly spherical: number | undefined;
}

/** A score of a line that is no member's: the crowd's, the market's. */
export interface LineScore extends MemberScore {
  /** What stood when, in milliseconds from the opening; nothing where nothing stood. */
  readonly line: readonly Stretch[];
}
