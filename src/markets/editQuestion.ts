import type { Call, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';

export type EditQuestionInput = {
  question: number;
  title?: string;
  criteria?: string;
  closesAt?: Date;
  resolvesBy?: Date;
  tags?: readonly string[];
  hidden?: { until: Date | 'forecast' } | null;
};

/** Edits words or dates; after the first forecast the trace is shown and those who forecast are told. */
export async function editQuestion(_db: Db, _call: Call, _input: EditQuestionInput): Promise<QuestionView> {
  throw new Error('being built');
}
