import type { Call, OrderView } from './core/types.ts';
import type { Db } from './db.ts';

export type CancelOrderInput = { order: number };

/** Cancels a resting limit order of the member. */
export async function cancelOrder(_db: Db, _call: Call, _input: CancelOrderInput): Promise<OrderView> {
  throw new Error('being built');
}
