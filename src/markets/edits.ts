import type { Call } from './core/types.ts';
import type { Tx } from './db.ts';
import type { QuestionRow } from './findQuestion.ts';
import { notify } from './notices.ts';

export interface Change {
  readonly field: string;
  readonly before: string;
  readonly after: string;
}

/** Leaves the trace of an edit for all to see, and tells everybody who has forecast. */
export async function recordEdits(
  tx: Tx,
  { actor, now }: Call,
  question: QuestionRow,
  changes: readonly Change[],
): Promise<void> {
  await tx.questionEdit.createMany({
    data: changes.map((change) => ({ ...change, questionId: question.id, at: now, byId: actor.memberId })),
  });
  const told = await tx.forecast.groupBy({ by: ['memberId'], where: { questionId: question.id } });
  if (question.practice) return;
  await notify(
    tx,
    ...told
      .filter(({ memberId }) => memberId !== actor.memberId)
      .map(({ memberId }) => ({
        communityId: question.communityId,
        key: `question.edited:${question.id}:${question.version}:${memberId}`,
        kind: 'question.edited' as const,
        payload: {
          number: question.number,
          title: question.title,
          fields: changes.map(({ field }) => field),
          by: { id: actor.memberId, name: actor.name },
        },
        audience: `member:${memberId}` as const,
        dueAt: now,
      })),
  );
}
