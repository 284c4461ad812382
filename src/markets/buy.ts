import type { Call, Minor, TradeReceipt } from './core/types.ts';
import type { Db } from './db.ts';

export type BuyInput = {
  question: number;
  outcome: number;
  /** Buys the basket of all other outcomes instead. */
  against: boolean;
  amount: { points: Minor } | { shares: Minor } | { untilPrice: number; points: Minor };
  /** Highest price to pay; null for none. */
  limit: number | null;
  /** Leave what the limit kept unspent resting as an order, until this time (null: until the close). Absent: do not rest. */
  rest?: { until: Date | null };
};

/** Buys shares of an outcome, or of all others (`against`), for points, by number of shares or up to a price; what a limit price leaves unspent may rest as an order. */
export async function buy(_db: Db, _call: Call, _input: BuyInput): Promise<TradeReceipt> {
  throw new Error('being built');
}
