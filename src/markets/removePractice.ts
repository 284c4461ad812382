import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type RemovePracticeInput = { confirm: true };

export type RemovePracticeReceipt = { questions: number; members: number };

/** Removes the practice questions and simulated members with all that hangs on them (admins). */
export async function removePractice(
  _db: Db,
  _call: Call,
  _input: RemovePracticeInput,
): Promise<RemovePracticeReceipt> {
  throw new Error('being built');
}
