import type { Call, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';
import { findQuestion } from './findQuestion.ts';
import { readQuestion } from './readQuestion.ts';

export type QuestionInput = { question: number };

/** One question as this member may see it. Unknown numbers suggest the nearest. */
export async function question(db: Db, call: Call, input: QuestionInput): Promise<QuestionView> {
  const found = await findQuestion(db.client, call.actor, input.question);
  return readQuestion(db.client, found, call.actor, call.now);
}
