/** What is wrong with an input, one code a case. Codes are stable: callers and tests may depend on them. */
export type ScoringErrorCode =
  /** A probability or weight is NaN or infinite. */
  | 'not-a-number'
  /** A probability or weight is below 0. */
  | 'negative'
  /** A probability or weight is above 1. */
  | 'above-one'
  /** The numbers of a vector do not sum to 1 within 1e-6. */
  | 'sum'
  /** A vector has fewer than two outcomes, or not as many as the question has. */
  | 'length'
  /** Times are not in order: a forecast before the one that precedes it, or a close before the opening. */
  | 'out-of-order'
  /** A time that is no date: NaN, infinite, or years after the question closed. */
  | 'far-future'
  | 'not-a-time'
  /** Nothing to work on: an empty crowd, no calibration points. */
  | 'empty'
  /** The named member has no forecast on this question. */
  | 'no-such-member'
  /** Quantiles that do not ascend, or edges that do not. */
  | 'not-ascending'
  /** An option outside its range, e.g. no bins. */
  | 'option';

/**
 * The one error of this room: an input that cannot be scored as it is. Nothing is ever repaired silently.
 *
 * `message` is a plain sentence that names what was given and what is wrong with it.
 */
export class ScoringError extends Error {
  override readonly name = 'ScoringError';
  readonly code: ScoringErrorCode;

  constructor(code: ScoringErrorCode, message: string) {
    super(message);
    this.code = code;
  }
}
