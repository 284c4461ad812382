/** What a member earned on an earlier question. */
export interface EarnedScore {
  readonly member: string;
  readonly relativeBrier: number | undefined;
  /** Epoch milliseconds at which the score was written: when the resolution was entered, not when the truth was known. */
  readonly enteredAt: number;
}

/** A record counts in full only beyond this many questions: n questions move the mean to n / (n + 10) of itself. */
const SHRINK = 10;
/** How much of a weight a point of relative Brier is worth: e^(4 x 0.17) = 2, so 0.17 better than the crowd weighs double. */
const STEEP = 4;

/**
 * Weights for the track-record crowd of a question that opened at `before`: exp(-4 m), m a member's mean relative Brier score
 * over the questions that had been scored by then, drawn towards 0 by ten imagined questions. Members without a record
 * are absent and weigh 1. Nothing entered at `before` or later is looked at.
 *
 * @returns a weight above 0 for each member with a record
 * @example trackRecordWeights([{ member: 'ann', relativeBrier: -0.3, enteredAt: 1 }], 2).get('ann') // exp(4 x 0.3 / 11) = 1.1153
 */
export function trackRecordWeights(earned: Iterable<EarnedScore>, before: number): Map<string, number> {
  const records = new Map<string, { n: number; sum: number }>();
  for (const { member, relativeBrier, enteredAt } of earned) {
    if (relativeBrier === undefined || enteredAt >= before) continue;
    const record = records.get(member) ?? { n: 0, sum: 0 };
    record.n += 1;
    record.sum += relativeBrier;
    records.set(member, record);
  }
  return new Map(
    [...records].map(([member, { n, sum }]) => [member, Math.exp((-STEEP * sum) / (n + SHRINK))]),
  );
}
