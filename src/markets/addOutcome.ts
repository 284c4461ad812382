import type { Call, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';

export type AddOutcomeInput = { question: number; label: string };

/** Adds an outcome to an open choice question. Standing forecasts give the new outcome probability zero until updated. */
export async function addOutcome(_db: Db, _call: Call, _input: AddOutcomeInput): Promise<QuestionView> {
  throw new Error('being built');
}
