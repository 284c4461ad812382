import type { Vector } from '../scoring/types.ts';
import { requireAdmin } from './admins.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';
import { isOrdered, padded } from './findQuestion.ts';
import { vectorJson } from './standing.ts';

export interface ExportedQuestion {
  readonly number: number;
  readonly kind: string;
  readonly title: string;
  readonly state: string;
  readonly outcomes: readonly string[];
  readonly tags: readonly string[];
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly resolvesBy: Date;
  readonly knownAt: Date | null;
  /** Null while not resolved, and where annulled. */
  readonly weights: Vector | null;
  readonly ordered: boolean;
  readonly practice: boolean;
}

export interface ExportedForecast {
  readonly question: number;
  readonly memberId: number;
  readonly member: string;
  readonly at: Date;
  /** Null withdraws. */
  readonly p: Vector | null;
  readonly implied: boolean;
  readonly reason: string | null;
}

export interface ExportReceipt {
  readonly questions: readonly ExportedQuestion[];
  readonly forecasts: readonly ExportedForecast[];
}

/** Everything that was asked and said in a community (admins), also in private channels: for the admin's own analysis and backup. */
export async function exportAll(db: Db, { actor }: Call): Promise<ExportReceipt> {
  const { client } = db;
  await requireAdmin(client, actor, 'export the forecasts');
  const { communityId } = actor;
  const rows = await client.question.findMany({
    where: { communityId },
    orderBy: { number: 'asc' },
    include: {
      outcomes: { orderBy: { index: 'asc' }, select: { label: true } },
      tags: true,
      resolutions: { orderBy: { seq: 'desc' }, take: 1 },
    },
  });
  const names = await client.member.findMany({ where: { communityId }, select: { id: true, name: true } });
  const nameOf = new Map(names.map((m) => [m.id, m.name]));
  const forecasts: ExportedForecast[] = [];
  for (const question of rows) {
    const said = await client.forecast.findMany({
      where: { questionId: question.id },
      orderBy: [{ at: 'asc' }, { id: 'asc' }],
    });
    for (const { memberId, at, p, implied, reason } of said) {
      forecasts.push({
        question: question.number,
        memberId,
        member: nameOf.get(memberId) ?? '',
        at,
        p: p === null ? null : padded(vectorJson.parse(p), question.outcomes.length),
        implied,
        reason,
      });
    }
  }
  return {
    questions: rows.map((q) => {
      const [last] = q.resolutions;
      return {
        number: q.number,
        kind: q.kind,
        title: q.title,
        state: q.state,
        outcomes: q.outcomes.map((o) => o.label),
        tags: q.tags.map((t) => t.tag).sort(),
        opensAt: q.opensAt,
        closesAt: q.closesAt,
        resolvesBy: q.resolvesBy,
        knownAt: q.knownAt,
        weights: q.state === 'resolved' && last?.weights ? vectorJson.parse(last.weights) : null,
        ordered: isOrdered(q.kind),
        practice: q.practice,
      };
    }),
    forecasts,
  };
}
