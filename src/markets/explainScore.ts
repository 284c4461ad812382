import type { MemberScore, Vector } from '../scoring/types.ts';
import type { Call, MemberRef, Minor, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';

export type ExplainScoreInput = { question: number; member: number | null };

export type ExplainScoreReceipt = {
  question: QuestionView;
  member: MemberRef;
  score: MemberScore;
  stretches: readonly {
    from: Date;
    to: Date;
    p: Vector | null;
    brier: number | null;
    share: number;
    crowd: Vector | null;
    crowdBrier: number | null;
  }[];
  rank: number | null;
  of: number;
  profit: Minor;
};

/** Why a member has this score on a resolved question: stretches, coverage, crowd, rank. */
export async function explainScore(
  _db: Db,
  _call: Call,
  _input: ExplainScoreInput,
): Promise<ExplainScoreReceipt> {
  throw new Error('being built');
}
