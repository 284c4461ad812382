import type { Call, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';

export type QuestionInput = { question: number };

/** One question as this member may see it. Unknown numbers suggest the nearest. */
export async function question(_db: Db, _call: Call, _input: QuestionInput): Promise<QuestionView> {
  throw new Error('being built');
}
