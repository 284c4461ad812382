import type { Call, Minor, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';

export type AddLiquidityInput = { question: number; points: Minor };

/** Adds house liquidity to a live market without moving its prices. */
export async function addLiquidity(_db: Db, _call: Call, _input: AddLiquidityInput): Promise<QuestionView> {
  throw new Error('being built');
}
