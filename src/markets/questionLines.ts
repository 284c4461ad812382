import { z } from 'zod';
import type { Vector } from '../scoring/types.ts';
import { stateAt } from './core/lifecycle.ts';
import { readSettings } from './core/settings.ts';
import type { Actor, QuestionLine } from './core/types.ts';
import { whyHidden } from './core/visibility.ts';
import { crowdsOf } from './crowdsOf.ts';
import type { Db } from './db.ts';
import { isOrdered, padded } from './findQuestion.ts';
import { vectorJson } from './standing.ts';

const kinds = z.enum(['binary', 'choice', 'numeric', 'date']);

/** Lines of a list for one reader, in the order of the ids. What is hidden from them is left out. */
export async function questionLines(
  db: Db,
  actor: Actor,
  ids: readonly number[],
  now: Date,
): Promise<QuestionLine[]> {
  if (ids.length === 0) return [];
  const [rows, own, community] = await Promise.all([
    db.client.question.findMany({
      where: { id: { in: [...ids] }, communityId: actor.communityId },
      include: { outcomes: { orderBy: { index: 'asc' }, select: { label: true } }, tags: true },
    }),
    ownStanding(db, actor.memberId, ids),
    db.client.community.findUniqueOrThrow({
      where: { id: actor.communityId },
      select: { settings: true },
    }),
  ]);
  const { timeZone } = readSettings(community.settings);
  const crowds = await crowdsOf(
    db,
    rows.map((q) => ({ id: q.id, ordered: isOrdered(q.kind), outcomes: q.outcomes.length })),
  );
  const lines = new Map(
    rows.map((q): [number, QuestionLine] => {
      const mine = own.get(q.id);
      const hidden = whyHidden({ ...q, timeZone, hasForecast: mine !== undefined && !mine.implied }, now);
      const crowd = crowds.get(q.id);
      const labels = q.outcomes.map((o) => o.label);
      return [
        q.id,
        {
          id: q.id,
          number: q.number,
          title: q.title,
          kind: kinds.parse(q.kind),
          state: stateAt(q, now),
          closesAt: q.closesAt,
          resolvesBy: q.resolvesBy,
          tags: q.tags.map((t) => t.tag).sort(),
          practice: q.practice,
          leading: hidden === null && crowd?.p ? leading(q.kind, labels, crowd.p) : null,
          forecasters: crowd?.forecasters ?? 0,
          labels,
          mine: mine ? padded(mine.p, labels.length) : null,
        },
      ];
    }),
  );
  return ids.map((id) => lines.get(id)).filter((line) => line !== undefined);
}

/** Of a yes-or-no question it is always YES that is told, as everybody reads "30%". */
function leading(kind: string, labels: readonly string[], p: Vector): { label: string; p: number } {
  const best = kind === 'binary' ? 0 : p.indexOf(Math.max(...p));
  return { label: labels[best] ?? '', p: p[best] ?? 0 };
}

/** A member's standing forecasts on these questions. */
export async function ownStanding(
  db: Db,
  memberId: number,
  ids: readonly number[] | null,
): Promise<Map<number, { p: Vector; implied: boolean; at: Date }>> {
  const latest = await db.client.forecast.groupBy({
    by: ['questionId'],
    where: { memberId, ...(ids && { questionId: { in: [...ids] } }) },
    _max: { id: true },
  });
  const rows = await db.client.forecast.findMany({
    where: { id: { in: latest.map((l) => l._max.id).filter((id) => id !== null) }, p: { not: null } },
  });
  return new Map(rows.map((r) => [r.questionId, { p: vectorJson.parse(r.p), implied: r.implied, at: r.at }]));
}
