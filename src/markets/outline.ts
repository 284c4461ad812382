import type { Call, Minor, QuestionKind } from './core/types.ts';
import type { Db } from './db.ts';
import { findQuestion } from './findQuestion.ts';

export type OutlineInput = { question: number };

/** As much of a question as it takes to understand what somebody writes about it. */
export type QuestionOutline = {
  readonly number: number;
  readonly title: string;
  readonly kind: QuestionKind;
  readonly outcomes: readonly { readonly label: string }[];
  readonly edges: readonly number[] | null;
  readonly unit: string | null;
  readonly scale: 'linear' | 'log' | null;
  /** Shares that the reader holds, by outcome index. */
  readonly held: readonly Minor[];
};

/** A question in outline, in two statements: what a forecast or a wager has to be read by. */
export async function outline(db: Db, call: Call, input: OutlineInput): Promise<QuestionOutline> {
  const { row, mine } = await findQuestion(db.client, call.actor, input.question);
  const { number, title, kind, edges, unit, scale } = row;
  return {
    number,
    title,
    kind,
    edges,
    unit,
    scale,
    outcomes: row.outcomes.map(({ label }) => ({ label })),
    held: mine.held,
  };
}
