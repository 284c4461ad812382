import type { Vector } from '../scoring/types.ts';
import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import type { Tx } from './db.ts';
import type { Found, QuestionRow } from './findQuestion.ts';
import { sql } from './sql.ts';

export interface NewForecast {
  readonly p: Vector | null;
  readonly typed: string | null;
  readonly reason: string | null;
  readonly implied: boolean;
}

/** Adds a member's word to what was said about a question. */
export async function addForecast(
  tx: Tx,
  { actor, now }: Call,
  question: QuestionRow,
  { p, typed, reason, implied }: NewForecast,
): Promise<void> {
  await tx.$executeRaw(sql`
    INSERT INTO "Forecast" ("questionId", "memberId", "at", "p", "typed", "reason", "implied")
    VALUES (${question.id}, ${actor.memberId}, ${now}, ${p && JSON.stringify(p)}, ${typed}, ${reason}, ${implied})`);
}

/** Notes the prices that a bare bet left behind as the member's forecast, where they have none of their own. */
export async function recordImplied(
  tx: Tx,
  call: Call,
  { row, mine }: Found,
  prices: Vector,
): Promise<Vector | null> {
  if (!row.settings.impliedForecasts || (mine.word?.p && !mine.word.implied)) return null;
  await addForecast(tx, call, row, { p: prices, typed: null, reason: null, implied: true });
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
