import type { Call, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';

export type DisputeInput = { question: number; reason: string };

/** A member disputes a resolution within the window: the question goes back before the admins. */
export async function dispute(_db: Db, _call: Call, _input: DisputeInput): Promise<QuestionView> {
  throw new Error('being built');
}
