import { z } from 'zod';
import { requireAdmin } from './admins.ts';
import { requireAmount } from './core/amounts.ts';
import { economy } from './core/economy.ts';
import { deepen } from './core/funding.ts';
import { requireOpen } from './core/lifecycle.ts';
import { points, showPoints } from './core/money.ts';
import { transfer } from './core/postings.ts';
import { Refusal } from './core/refusal.ts';
import { pricesOf } from './core/trading.ts';
import type { Call, Minor, QuestionView } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { lockQuestion, marketOf, type QuestionRow } from './findQuestion.ts';
import { houseAccount, post } from './ledger.ts';
import { once } from './once.ts';
import { question } from './question.ts';

export type AddLiquidityInput = { question: number; points: Minor };

export type AddLiquidityReceipt = {
  question: QuestionView;
  points: Minor;
  /** The market's liquidity b, in minor units. */
  depth: { before: Minor; after: Minor };
};

const facts = z.object({
  points: z.coerce.bigint(),
  before: z.coerce.bigint(),
  after: z.coerce.bigint(),
});

/** Adds house liquidity to a live market without moving its prices. */
export async function addLiquidity(
  db: Db,
  call: Call,
  input: AddLiquidityInput,
): Promise<AddLiquidityReceipt> {
  const { actor, now, key } = call;
  const {
    points: added,
    before,
    after,
  } = await once(db, call, 'addLiquidity', facts, async (tx) => {
    await requireAdmin(tx, actor, 'add liquidity');
    requireAmount(input.points, 'points');
    const { row } = await lockQuestion(tx, actor, input.question);
    requireOpen(row, now, row.settings.timeZone);
    const market = deepen(marketOf(row), row.account.balance + input.points);
    if (market.liquidity > points(economy.largestLiquidity))
      throw new Refusal(
        'out-of-range',
        `That would make the market deeper than ${economy.largestLiquidity} points.`,
        'Add fewer points.',
      );
    if (market.liquidity <= row.liquidity)
      throw new Refusal(
        'out-of-range',
        `${showPoints(input.points)} points are too few to deepen this market.`,
        'Add more points.',
      );
    await post(tx, {
      communityId: actor.communityId,
      key: `${key}:subsidy`,
      kind: 'subsidy',
      questionId: row.id,
      byId: actor.memberId,
      at: now,
      practice: row.practice,
      prices: pricesOf(market),
      lines: transfer('points', input.points, await houseAccount(tx, actor.communityId), row.account),
    });
    await tx.question.update({
      where: { id: row.id },
      data: { liquidity: market.liquidity },
      select: { id: true },
    });
    await storeOffsets(tx, row, market.offsets);
    return {
      subject: `question:${row.id}`,
      facts: { points: input.points, before: row.liquidity, after: market.liquidity },
    };
  });
  return {
    question: await question(db, call, { question: input.question }),
    points: added,
    depth: { before, after },
  };
}

export async function storeOffsets(tx: Tx, row: QuestionRow, offsets: readonly number[]): Promise<void> {
  for (const { id, index } of row.outcomes)
    await tx.outcome.update({ where: { id }, data: { offset: offsets[index] ?? 0 }, select: { id: true } });
}
