import { trackRecordWeight } from '../scoring/index.ts';
import type { Tx } from './db.ts';

/**
 * The weight of each of these members in the track-record crowd of a question that opened at `opensAt`, by scoring subject:
 * from their relative Brier scores on questions whose last resolution was entered before that moment. Questions of a single
 * channel are left out, as everywhere in what the whole community sees.
 */
export async function trackRecords(
  tx: Tx,
  communityId: number,
  memberIds: readonly number[],
  opensAt: Date,
): Promise<Map<string, number>> {
  const weights = new Map<string, number>();
  for (let i = 0; i < memberIds.length; i += 1000) {
    const records = await tx.score.groupBy({
      by: ['memberId'],
      where: {
        memberId: { in: memberIds.slice(i, i + 1000) },
        relativeBrier: { not: null },
        question: { communityId, channel: null, resolutions: { none: { enteredAt: { gte: opensAt } } } },
      },
      _count: true,
      _sum: { relativeBrier: true },
    });
    for (const { memberId, _count, _sum } of records)
      weights.set(
        `member:${memberId}`,
        trackRecordWeight({ questions: _count, relativeBrier: _sum.relativeBrier ?? 0 }),
      );
  }
  return weights;
}
