import { requireShown } from './buy.ts';
import { requireAmount, requirePrice } from './core/amounts.ts';
import { requireOpen } from './core/lifecycle.ts';
import { showPoints } from './core/money.ts';
import { Refusal } from './core/refusal.ts';
import type { Call, Minor, TradeReceipt } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { findQuestion, lockQuestion, outcomeAt, type QuestionRow, settingsOf } from './findQuestion.ts';
import { recordImplied } from './forecasts.ts';
import { once } from './once.ts';
import { readQuestion } from './readQuestion.ts';
import { tradeReceipt } from './tradeReceipt.ts';
import { percent, purseOf, requireTrade, type TradeFacts, tradeFacts, wager } from './wager.ts';

export type SellInput = {
  question: number;
  outcome: number;
  shares: Minor | 'all';
  /** Lowest price to accept. */
  limit: number | null;
};

/** Sells shares of an outcome that the member holds; `all` sells the whole position. */
export async function sell(db: Db, call: Call, input: SellInput): Promise<TradeReceipt> {
  const facts = await once(db, call, 'sell', tradeFacts, async (tx) => {
    const question = await lockQuestion(tx, call.actor, input.question);
    return { subject: `question:${question.id}`, facts: await trade(tx, call, question, input) };
  });
  const row = await findQuestion(db.client, call.actor, input.question);
  const view = await readQuestion(db.client, row, call.actor, call.now);
  return tradeReceipt(db.client, call, row, view, facts);
}

async function trade(tx: Tx, call: Call, question: QuestionRow, input: SellInput): Promise<TradeFacts> {
  requireOpen(question, call.now, settingsOf(question).timeZone);
  const outcome = outcomeAt(question, input.outcome);
  await requireShown(tx, call, question);
  if (input.shares !== 'all') requireAmount(input.shares, 'shares');
  if (input.limit !== null) requirePrice(input.limit);
  const position = await tx.position.findUnique({
    where: { memberId_outcomeId: { memberId: call.actor.memberId, outcomeId: outcome.id } },
    select: { shares: true },
  });
  const held = position?.shares ?? 0n;
  const shares = input.shares === 'all' ? held : input.shares;
  if (held === 0n || shares > held)
    throw new Refusal(
      'insufficient',
      held === 0n
        ? `You hold no shares of ${outcome.label} on Q${question.number}.`
        : `You want to sell ${showPoints(shares)} shares of ${outcome.label} but hold ${showPoints(held)}.`,
      held === 0n ? undefined : `Sell ${showPoints(held)} or fewer, or write all.`,
    );
  const purse = await purseOf(tx, call.actor.memberId);
  const done = await wager(tx, call, question, purse, {
    kind: 'sell',
    outcome: input.outcome,
    shares,
    limit: input.limit,
  });
  requireTrade(done, outcome.label);
  return {
    outcome: input.outcome,
    against: false,
    shares: -done.shares,
    points: -done.points,
    priceBefore: done.priceBefore,
    priceAfter: done.priceAfter,
    stopped:
      done.shares < shares
        ? `The price fell to ${percent(done.priceAfter)}, so ${showPoints(shares - done.shares)} shares stayed unsold.`
        : null,
    order: null,
    implied: await recordImplied(tx, call, question, done.prices),
  };
}
