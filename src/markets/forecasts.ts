import type { Vector } from '../scoring/types.ts';
import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import type { Tx } from './db.ts';
import { type QuestionRow, settingsOf } from './findQuestion.ts';
import { padded, vectorJson } from './standing.ts';

/** A member's latest word on a question, a withdrawal included; null where they never said one. */
export async function latestWord(
  tx: Tx,
  question: QuestionRow,
  memberId: number,
): Promise<{ p: Vector | null; implied: boolean } | null> {
  const row = await tx.forecast.findFirst({
    where: { memberId, questionId: question.id },
    orderBy: { id: 'desc' },
    select: { p: true, implied: true },
  });
  return (
    row && {
      p: row.p === null ? null : padded(vectorJson.parse(row.p), question.outcomes.length),
      implied: row.implied,
    }
  );
}

/** Notes the prices that a bare bet left behind as the member's forecast, where they have none of their own. */
export async function recordImplied(
  tx: Tx,
  { actor, now }: Call,
  question: QuestionRow,
  prices: Vector,
): Promise<Vector | null> {
  if (!settingsOf(question).impliedForecasts) return null;
  const word = await latestWord(tx, question, actor.memberId);
  if (word?.p && !word.implied) return null;
  await tx.forecast.create({
    data: {
      questionId: question.id,
      memberId: actor.memberId,
      at: now,
      p: JSON.stringify(prices),
      implied: true,
    },
    select: { id: true },
  });
  return prices;
}

/** @throws Refusal unless a probability for each outcome, summing to 1 */
export function requireVector(p: Vector, question: QuestionRow): void {
  const size = question.outcomes.length;
  if (p.length !== size)
    throw new Refusal(
      'not-understood',
      `Q${question.number} has ${size} outcomes; ${p.length} probabilities were given.`,
      `Its outcomes: ${question.outcomes.map(({ label }) => label).join(', ')}.`,
    );
  if (!p.every((x) => x >= 0 && x <= 1))
    throw new Refusal('out-of-range', 'A probability lies between 0% and 100%.', 'Write one like 70%.');
  const sum = p.reduce((total, x) => total + x, 0);
  if (Math.abs(sum - 1) > 1e-6)
    throw new Refusal(
      'out-of-range',
      `The probabilities sum to ${Math.round(sum * 1e4) / 100}%, not 100%.`,
      'Write one for each outcome so that they sum to 100%.',
    );
}
