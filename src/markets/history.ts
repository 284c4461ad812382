import { crowdTimeline } from '../scoring/index.ts';
import type { Vector } from '../scoring/types.ts';
import type { Call, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';
import { findQuestion, isOrdered } from './findQuestion.ts';
import { readQuestion } from './readQuestion.ts';
import { marketLine, timedForecasts } from './scores.ts';

export type HistoryInput = { question: number };

export type HistoryReceipt = {
  question: QuestionView;
  crowd: readonly { at: Date; p: Vector }[];
  market: readonly { at: Date; p: Vector }[];
};

/** Crowd and market over time, for the chart of one question; empty where hidden from this member. */
export async function history(db: Db, call: Call, input: HistoryInput): Promise<HistoryReceipt> {
  const found = await findQuestion(db.client, call.actor, input.question);
  const { row } = found;
  const question = await readQuestion(db.client, found, call.actor, call.now);
  if (question.hidden !== null) return { question, crowd: [], market: [] };
  const outcomes = row.outcomes.length;
  const end = Math.min(+call.now, +row.closesAt, +(row.knownAt ?? call.now));
  const forecasts = (await timedForecasts(db.client, row.id, outcomes)).filter(({ at }) => at <= end);
  const stretches =
    end > +row.opensAt
      ? crowdTimeline({
          opensAt: +row.opensAt,
          until: end,
          outcomes,
          ordered: isOrdered(row.kind),
          forecasts,
        })
      : [];
  const market = await marketLine(db.client, row.id, outcomes);
  return {
    question,
    crowd: stretches.map(({ from, p }) => ({ at: new Date(from), p })),
    market: market.map(({ at, p }) => ({ at: new Date(at), p })),
  };
}
