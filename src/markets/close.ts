import type { Call, SettleReceipt } from './core/types.ts';
import type { Db } from './db.ts';

export type CloseInput = { question: number; reason: string | null };

/** Closes a question to forecasts and wagers before its time. Admins and the asker. */
export async function close(_db: Db, _call: Call, _input: CloseInput): Promise<SettleReceipt> {
  throw new Error('being built');
}
