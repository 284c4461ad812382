import { requireAdmin } from './admins.ts';
import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { takeBackPracticePoints } from './practicePoints.ts';
import { removeScores } from './scores.ts';

export type RemovePracticeInput = { confirm: true };

export type RemovePracticeReceipt = { questions: number; members: number };

/** Removes the practice questions and simulated members with all that hangs on them (admins). What real members won or lost on them stays. */
export async function removePractice(
  db: Db,
  call: Call,
  _input: RemovePracticeInput,
): Promise<RemovePracticeReceipt> {
  const { communityId, memberId } = call.actor;
  return db.transaction(async (tx) => {
    await requireAdmin(tx, call.actor, 'remove the practice questions');
    const questions = await tx.question.findMany({ where: { communityId, practice: true } });
    const members = await tx.member.findMany({
      where: { communityId, practice: true },
      select: { id: true, personId: true },
    });
    await refuseWhereNeeded(
      tx,
      questions.map((q) => q.id),
    );
    for (const question of questions) {
      if (question.state === 'resolved') await removeScores(tx, question);
    }
    await takeBackPracticePoints(tx, call);
    await removeQuestions(tx, communityId);
    await removeMembers(
      tx,
      communityId,
      members.map((m) => m.personId),
    );
    await tx.audit.create({
      data: {
        communityId,
        memberId,
        act: 'remove-practice',
        subject: `community:${communityId}`,
        detail: JSON.stringify({ questions: questions.length, members: members.length }),
        at: call.now,
      },
    });
    return { questions: questions.length, members: members.length };
  });
}

async function refuseWhereNeeded(tx: Tx, ids: readonly number[]): Promise<void> {
  const hanging = await tx.question.findFirst({ where: { conditionId: { in: [...ids] }, practice: false } });
  if (!hanging) return;
  throw new Refusal(
    'wrong-state',
    `Q${hanging.number} depends on a practice question, so that one cannot be removed.`,
    `Annul Q${hanging.number} or ask it anew without the condition.`,
  );
}

/** Children before parents. The triggers let go of rows of practice questions alone. */
async function removeQuestions(tx: Tx, communityId: number): Promise<void> {
  const question = { communityId, practice: true };
  const own = { where: { question } };
  await tx.trade.deleteMany(own);
  await tx.entry.deleteMany({ where: { posting: { communityId, practice: true } } });
  await tx.posting.deleteMany({ where: { communityId, practice: true } });
  await tx.limitOrder.deleteMany(own);
  await tx.position.deleteMany({ where: { outcome: { question } } });
  await tx.forecast.deleteMany(own);
  await tx.resolution.deleteMany(own);
  await tx.dispute.deleteMany(own);
  await tx.questionEdit.deleteMany(own);
  await tx.card.deleteMany(own);
  await tx.questionTag.deleteMany(own);
  await tx.outcome.deleteMany(own);
  await tx.account.deleteMany(own);
  await tx.question.deleteMany({ where: question });
}

async function removeMembers(tx: Tx, communityId: number, personIds: readonly number[]): Promise<void> {
  const member = { communityId, practice: true };
  await tx.total.deleteMany({ where: { member } });
  await tx.total.deleteMany({ where: { communityId, questions: 0 } });
  await tx.account.deleteMany({ where: { member } });
  await tx.member.deleteMany({ where: member });
  await tx.person.deleteMany({ where: { id: { in: [...personIds] }, members: { none: {} } } });
}
