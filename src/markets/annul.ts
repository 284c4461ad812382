import type { Call, SettleReceipt } from './core/types.ts';
import type { Db } from './db.ts';

export type AnnulInput = { question: number; reason: string };

/** Annuls a question: each member gets back what they put in net of what they took out; nothing is scored. */
export async function annul(_db: Db, _call: Call, _input: AnnulInput): Promise<SettleReceipt> {
  throw new Error('being built');
}
