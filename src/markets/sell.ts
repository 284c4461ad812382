import { requireShown } from './buy.ts';
import { requireAmount, requirePrice } from './core/amounts.ts';
import { requireOpen } from './core/lifecycle.ts';
import { showPoints } from './core/money.ts';
import { Refusal } from './core/refusal.ts';
import type { Call, Minor, TradeReceipt } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { type Found, findQuestion, lockQuestion, outcomeAt } from './findQuestion.ts';
import { recordImplied } from './forecasts.ts';
import { once } from './once.ts';
import { readQuestion } from './readQuestion.ts';
import { tradeReceipt } from './tradeReceipt.ts';
import { percent, requireTrade, type TradeFacts, tradeFacts, wager } from './wager.ts';

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
    const found = await lockQuestion(tx, call.actor, input.question);
    return { subject: `question:${found.row.id}`, facts: await trade(tx, call, found, input) };
  });
  const found = await findQuestion(db.client, call.actor, input.question);
  return tradeReceipt(found, await readQuestion(db.client, found, call.actor, call.now), facts);
}

async function trade(tx: Tx, call: Call, found: Found, input: SellInput): Promise<TradeFacts> {
  const { row: question, mine } = found;
  requireOpen(question, call.now, question.settings.timeZone);
  const outcome = outcomeAt(question, input.outcome);
  requireShown(found, call.now);
  if (input.shares !== 'all') requireAmount(input.shares, 'shares');
  if (input.limit !== null) requirePrice(input.limit);
  const held = mine.held[input.outcome] ?? 0n;
  const shares = input.shares === 'all' ? held : input.shares;
  if (held === 0n || shares > held)
    throw new Refusal(
      'insufficient',
      held === 0n
        ? `You hold no shares of ${outcome.label} on Q${question.number}.`
        : `You want to sell ${showPoints(shares)} shares of ${outcome.label} but hold ${showPoints(held)}.`,
      held === 0n ? undefined : `Sell ${showPoints(held)} or fewer, or write all.`,
    );
  const done = await wager(tx, call, found, {
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
    implied: await recordImplied(tx, call, found, done.prices),
  };
}
