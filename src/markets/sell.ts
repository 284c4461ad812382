import type { Call, Minor, TradeReceipt } from './core/types.ts';
import type { Db } from './db.ts';

export type SellInput = {
  question: number;
  outcome: number;
  shares: Minor | 'all' /** Lowest price to accept. */;
  limit: number | null;
};

/** Sells shares of an outcome that the member holds; `all` sells the whole position. */
export async function sell(_db: Db, _call: Call, _input: SellInput): Promise<TradeReceipt> {
  throw new Error('being built');
}
