import type { Vector } from '../scoring/types.ts';
import type { Call, ForecastReceipt, Minor } from './core/types.ts';
import type { Db } from './db.ts';

export type ForecastInput = {
  question: number;
  /** Null withdraws. */
  p: Vector | null;
  typed: string | null;
  reason: string | null;
  /** Points to spend at most while moving the price to `p`, minor units. */
  stake: Minor | null;
};

/** Records a forecast, with an optional stake that moves the price toward it, or withdraws it (`p: null`). */
export async function forecast(_db: Db, _call: Call, _input: ForecastInput): Promise<ForecastReceipt> {
  throw new Error('being built');
}
