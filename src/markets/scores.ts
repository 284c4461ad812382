import {
  binSums,
  calibrationPointsOf,
  linePoints,
  type MemberScore,
  scoreQuestion,
} from '../scoring/index.ts';
import type { ScoringInput, TimedForecast, Vector } from '../scoring/types.ts';
import type { Minor } from './core/types.ts';
import type { Tx } from './db.ts';
import { isOrdered, padded, type QuestionRow } from './findQuestion.ts';
import { vectorJson } from './standing.ts';
import { applyScores, binSumsSchema, type ScoreOf } from './totals.ts';
import { trackRecords } from './trackRecords.ts';

/** Everything that was said about a question, in time order. */
export async function timedForecasts(tx: Tx, questionId: number, outcomes: number): Promise<TimedForecast[]> {
  const rows = await tx.forecast.findMany({
    where: { questionId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    select: { memberId: true, at: true, p: true },
  });
  return rows.map(({ memberId, at, p }) => ({
    member: `member:${memberId}`,
    at: at.getTime(),
    p: p === null ? null : padded(vectorJson.parse(p), outcomes),
  }));
}

/** The market's prices over time, from its opening on. */
export async function marketLine(
  tx: Tx,
  questionId: number,
  outcomes: number,
): Promise<{ at: number; p: Vector }[]> {
  const rows = await tx.posting.findMany({
    where: { questionId, prices: { not: null } },
    orderBy: { id: 'asc' },
    select: { at: true, prices: true },
  });
  let latest = 0;
  return rows.flatMap(({ at, prices }) => {
    // Two processes' clocks may differ by some milliseconds; the order of postings is what happened.
    latest = Math.max(latest, at.getTime());
    return prices === null ? [] : [{ at: latest, p: padded(vectorJson.parse(prices), outcomes) }];
  });
}

/** What a question's scores are made from. */
export const scoringInput = (
  question: Pick<QuestionRow, 'opensAt' | 'closesAt' | 'kind'>,
  knownAt: Date,
  resolution: Vector,
  forecasts: readonly TimedForecast[],
): ScoringInput => ({
  opensAt: question.opensAt.getTime(),
  closesAt: question.closesAt.getTime(),
  knownAt: knownAt.getTime(),
  ordered: isOrdered(question.kind),
  resolution,
  forecasts,
});

export interface WrittenScores {
  /** By member: Brier score and place among those who forecast. */
  readonly members: ReadonlyMap<number, { score: MemberScore; rank: number | null }>;
  readonly crowdBrier: number | null;
  readonly marketBrier: number | null;
}

/** Scores a question and writes the scores and the totals. `profits` has a row for everybody who traded. */
export async function writeScores(
  tx: Tx,
  question: QuestionRow,
  knownAt: Date,
  resolution: Vector,
  profits: ReadonlyMap<number, Minor>,
): Promise<WrittenScores> {
  const size = question.outcomes.length;
  const forecasts = await timedForecasts(tx, question.id, size);
  const input = scoringInput(question, knownAt, resolution, forecasts);
  const members = [...new Set(forecasts.map(({ member }) => member))];
  const ids = members.map((member) => Number(member.slice('member:'.length)));
  const scored = scoreQuestion(input, {
    weights: await trackRecords(tx, question.communityId, ids, question.opensAt),
    series: { market: await marketLine(tx, question.id, size) },
  });
  const points = calibrationPointsOf(input);
  for (const [name, { line }] of scored.crowds) points.set(`crowd:${name}`, linePoints(input, line));
  for (const [name, { line }] of scored.series) points.set(name, linePoints(input, line));
  const tags = (await tx.questionTag.findMany({ where: { questionId: question.id } })).map(({ tag }) => tag);

  const rows: ScoreOf[] = [];
  const row = (subject: string, memberId: number | null, score: MemberScore | undefined): ScoreOf => {
    const profit = memberId === null ? undefined : (profits.get(memberId) ?? 0n);
    const calibrated = points.get(subject);
    return {
      subject,
      memberId,
      knownAt: knownAt.getTime(),
      tags,
      brier: score?.brier,
      relativeBrier: score?.relativeBrier,
      baseline: score?.baseline,
      peer: score?.peer,
      profit: profit === undefined ? undefined : Number(profit),
      calibration: calibrated && calibrated.length > 0 ? binSums(calibrated) : undefined,
    };
  };
  const coverage = new Map<string, number>();
  for (const [subject, score] of scored.members) {
    rows.push(row(subject, Number(subject.slice('member:'.length)), score));
    coverage.set(subject, score.coverage);
  }
  for (const memberId of profits.keys())
    if (!scored.members.has(`member:${memberId}`)) rows.push(row(`member:${memberId}`, memberId, undefined));
  for (const [name, score] of scored.crowds) {
    rows.push(row(`crowd:${name}`, null, score));
    coverage.set(`crowd:${name}`, score.coverage);
  }
  for (const [name, score] of scored.series) {
    rows.push(row(name, null, score));
    coverage.set(name, score.coverage);
  }
  await tx.score.createMany({
    data: rows.map((score) => ({
      questionId: question.id,
      memberId: score.memberId,
      subject: score.subject,
      brier: score.brier ?? null,
      coverage: Math.min(1, coverage.get(score.subject) ?? 0),
      relativeBrier: score.relativeBrier ?? null,
      baseline: score.baseline ?? null,
      peer: score.peer ?? null,
      profit: score.profit === undefined ? null : BigInt(score.profit),
      calibration: score.calibration ? JSON.stringify(score.calibration) : null,
      knownAt,
    })),
  });
  if (isCounted(question)) await applyScores(tx, question.communityId, rows, 1);
  return {
    members: ranked(scored.members),
    crowdBrier: scored.crowds.get('recencyWeighted')?.brier ?? null,
    marketBrier: scored.series.get('market')?.brier ?? null,
  };
}

/** Places on one question by relative Brier, by Brier where nobody else forecast; equals share a place. */
function ranked(members: ReadonlyMap<string, MemberScore>): WrittenScores['members'] {
  const key = (score: MemberScore) => score.relativeBrier ?? score.brier;
  const figures = [...members.values()].flatMap((score) => key(score) ?? []);
  return new Map(
    [...members].map(([subject, score]) => {
      const own = key(score);
      const rank = own === undefined ? null : 1 + figures.filter((figure) => figure < own).length;
      return [Number(subject.slice('member:'.length)), { score, rank }];
    }),
  );
}

/**
 * Whether a question counts in the totals, which all the community sees: one of a single channel would show there what the
 * others must not know of.
 */
export const isCounted = (question: { channel: string | null }): boolean => question.channel === null;

/** Takes a question's scores away again, from the totals too. */
export async function removeScores(
  tx: Tx,
  question: Pick<QuestionRow, 'id' | 'communityId' | 'channel'>,
): Promise<void> {
  const scores = await tx.score.findMany({ where: { questionId: question.id } });
  const tags = await tx.questionTag.findMany({ where: { questionId: question.id } });
  const rows = scores.map(
    (score): ScoreOf => ({
      subject: score.subject,
      memberId: score.memberId,
      knownAt: score.knownAt.getTime(),
      tags: tags.map(({ tag }) => tag),
      brier: score.brier ?? undefined,
      relativeBrier: score.relativeBrier ?? undefined,
      baseline: score.baseline ?? undefined,
      peer: score.peer ?? undefined,
      profit: score.profit === null ? undefined : Number(score.profit),
      calibration:
        score.calibration === null ? undefined : binSumsSchema.parse(JSON.parse(score.calibration)),
    }),
  );
  if (isCounted(question)) await applyScores(tx, question.communityId, rows, -1);
  await tx.score.deleteMany({ where: { questionId: question.id } });
}
