import type { Call, SettleReceipt } from './core/types.ts';
import type { Db } from './db.ts';

export type ReopenInput = { question: number; reason: string; closesAt: Date | null };

/** Takes a resolution or an annulment back; open again if its close lies ahead (or `closesAt` moves it), else closed. */
export async function reopen(_db: Db, _call: Call, _input: ReopenInput): Promise<SettleReceipt> {
  throw new Error('being built');
}
