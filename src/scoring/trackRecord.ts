/** What a member earned on earlier questions. */
export interface TrackRecord {
  /** How many questions they have a relative Brier score on. */
  readonly questions: number;
  /** The sum of those scores. */
  readonly relativeBrier: number;
}

/** Imagined questions with a score of 0 that draw a short record towards the crowd. */
const SHRINK = 10;
/** How much a point of relative Brier is worth: e^(4 x 0.17) = 2, so 0.17 better than the crowd weighs double. */
const STEEP = 4;

/**
 * A member's weight in the track-record crowd: exp(-4 m), m their mean relative Brier score with ten imagined scores of 0
 * among them. Without a record it is 1. The record must hold only what had been entered before the question opened: the
 * crowd is scored later, and must not look ahead.
 *
 * @returns above 0; above 1 for those who did better than the crowd
 * @example trackRecordWeight({ questions: 1, relativeBrier: -0.3 }) // exp(4 x 0.3 / 11) = 1.1153
 */
export function trackRecordWeight({ questions, relativeBrier }: TrackRecord): number {
  return Math.exp((-STEEP * relativeBrier) / (questions + SHRINK));
}
