import { explain, ScoringError } from '../scoring/index.ts';
import type { MemberScore, Vector } from '../scoring/types.ts';
import { Refusal } from './core/refusal.ts';
import type { Call, MemberRef, Minor, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';
import { findQuestion } from './findQuestion.ts';
import { readQuestion } from './readQuestion.ts';
import { scoringInput, timedForecasts } from './scores.ts';

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
  db: Db,
  { actor, now }: Call,
  input: ExplainScoreInput,
): Promise<ExplainScoreReceipt> {
  const { client } = db;
  const found = await findQuestion(client, actor, input.question);
  const { row } = found;
  const view = await readQuestion(client, found, actor, now);
  const weights = view.resolution?.weights;
  if (row.state !== 'resolved' || !row.knownAt || !weights) {
    throw new Refusal(
      'wrong-state',
      row.state === 'annulled'
        ? `Q${row.number} was annulled, so nobody has a score on it.`
        : `Q${row.number} is not resolved, so nobody has a score on it yet.`,
      'Scores come with the resolution.',
    );
  }
  const memberId = input.member ?? actor.memberId;
  const member = await client.member.findFirst({ where: { id: memberId, communityId: actor.communityId } });
  if (!member)
    throw new Refusal('not-found', 'There is no such member here.', 'Choose a name from the list.');
  const forecasts = await timedForecasts(client, row.id, row.outcomes.length);
  const subject = `member:${memberId}`;
  const explained = explainedOrNull(() =>
    explain(scoringInput(row, row.knownAt ?? now, weights, forecasts), subject),
  );
  if (!explained) {
    throw new Refusal(
      'not-found',
      `${memberId === actor.memberId ? 'You have' : `${member.name} has`} no forecast on Q${row.number}, so there is no score to explain.`,
      'See /question for who forecast on it.',
    );
  }
  const kept = await client.score.findUnique({
    where: { questionId_subject: { questionId: row.id, subject } },
  });
  return {
    question: view,
    member: { id: member.id, name: member.name },
    score: explained.score,
    stretches: explained.stretches.map((s) => ({
      from: new Date(s.from),
      to: new Date(s.to),
      p: s.p,
      brier: s.brier ?? null,
      share: s.share,
      crowd: s.crowd ?? null,
      crowdBrier: s.crowdBrier ?? null,
    })),
    rank: explained.rank ?? null,
    of: explained.of,
    profit: kept?.profit ?? 0n,
  };
}

function explainedOrNull<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (error instanceof ScoringError && error.code === 'no-such-member') return null;
    throw error;
  }
}
