import { z } from 'zod';
import { storeOffsets } from './addLiquidity.ts';
import { requireAdmin } from './admins.ts';
import { withNewcomer } from './core/funding.ts';
import { requireOpen } from './core/lifecycle.ts';
import { transfer } from './core/postings.ts';
import { labelSchema, mostOutcomes, read, requireDistinct } from './core/questions.ts';
import { Refusal } from './core/refusal.ts';
import { pricesOf } from './core/trading.ts';
import type { Call, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';
import { recordEdits } from './edits.ts';
import { lockQuestion, marketOf } from './findQuestion.ts';
import { houseAccount, post } from './ledger.ts';
import { once } from './once.ts';
import { question } from './question.ts';

export type AddOutcomeInput = { question: number; label: string };

const facts = z.object({ index: z.number().int() });

/**
 * Adds an outcome to an open choice question. Standing forecasts give the new outcome probability zero until updated. In the
 * market it starts at 5% or an even part, whichever is less, the other prices keep their proportions, and the house funds it.
 */
export async function addOutcome(db: Db, call: Call, input: AddOutcomeInput): Promise<QuestionView> {
  const { actor, now, key } = call;
  await once(db, call, 'addOutcome', facts, async (tx) => {
    const { row } = await lockQuestion(tx, actor, input.question);
    if (row.createdById !== actor.memberId)
      await requireAdmin(tx, actor, 'add outcomes to questions that somebody else asked');
    requireOpen(row, now, row.settings.timeZone);
    if (row.kind !== 'choice')
      throw new Refusal('wrong-state', `Q${row.number} is no choice, so its outcomes are fixed.`);
    const labels = row.outcomes.map((outcome) => outcome.label);
    if (labels.length >= mostOutcomes)
      throw new Refusal('too-large', `Q${row.number} has ${mostOutcomes} outcomes, the most there can be.`);
    const label = read(labelSchema, input.label);
    requireDistinct([...labels, label]);
    const { market, needed } = withNewcomer(marketOf(row));
    const pool = row.account;
    const index = labels.length;
    await tx.outcome.create({
      data: { questionId: row.id, index, label, offset: market.offsets[index] ?? 0, addedAt: now },
      select: { id: true },
    });
    await storeOffsets(tx, row, market.offsets);
    await post(tx, {
      communityId: actor.communityId,
      key: `${key}:subsidy`,
      kind: 'subsidy',
      questionId: row.id,
      byId: actor.memberId,
      at: now,
      practice: row.practice,
      prices: pricesOf(market),
      lines:
        needed > pool.balance
          ? transfer('points', needed - pool.balance, await houseAccount(tx, actor.communityId), pool)
          : [],
    });
    await recordEdits(tx, call, row, [
      { field: 'outcomes', before: labels.join(', '), after: [...labels, label].join(', ') },
    ]);
    return { subject: `question:${row.id}`, facts: { index } };
  });
  return question(db, call, { question: input.question });
}
