import type { Tx } from '../db.ts';

/** Which members have a forecast standing on which of these questions. */
export async function standingMembers(
  tx: Tx,
  questionIds: readonly number[],
): Promise<Map<number, Set<number>>> {
  const latest = await tx.forecast.groupBy({
    by: ['questionId', 'memberId'],
    where: { questionId: { in: [...questionIds] }, member: { practice: false, active: true } },
    _max: { id: true },
  });
  const ids = latest.map((l) => l._max.id).filter((id) => id !== null);
  const standing = new Map<number, Set<number>>();
  for (let i = 0; i < ids.length; i += 1000) {
    const rows = await tx.forecast.findMany({
      where: { id: { in: ids.slice(i, i + 1000) }, p: { not: null } },
      select: { memberId: true, questionId: true },
    });
    for (const { memberId, questionId } of rows) {
      const questions = standing.get(memberId) ?? new Set();
      standing.set(memberId, questions.add(questionId));
    }
  }
  return standing;
}
