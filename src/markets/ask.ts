import type { Vector } from '../scoring/types.ts';
import type { Call, QuestionKind, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';

export type AskInput = {
  kind: QuestionKind;
  title: string;
  criteria: string;
  /** Choice labels; ignored for binary. */
  outcomes: readonly string[];
  /** Numeric and date: inner edges (date: epoch milliseconds); null where not ordered. */
  edges: readonly number[] | null;
  unit: string | null;
  scale: 'linear' | 'log' | null;
  opensAt: Date | null;
  closesAt: Date;
  /** Null: at the close. */
  resolvesBy: Date | null;
  tags: readonly string[];
  /** Starting prices; null for even ones. */
  prior: Vector | null;
  hidden: { until: Date | 'forecast' } | null;
  /** Keep it to the channel it is asked in. */
  private: boolean;
  condition: { question: number; outcome: number } | null;
  source: {
    articleId: number | null;
    origin: string | null;
    quote: string | null;
    speaker: string | null;
    practice: boolean;
  };
};

/** Asks a question by hand (also used when a draft is approved): opens its market and books the subsidy. */
export async function ask(_db: Db, _call: Call, _input: AskInput): Promise<QuestionView> {
  throw new Error('being built');
}
