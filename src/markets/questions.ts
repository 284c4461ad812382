import type { Prisma } from '../generated/sqlite/client.ts';
import { byRelevance } from './core/relevance.ts';
import type { Call, QuestionLine } from './core/types.ts';
import type { Db } from './db.ts';
import { paged } from './paged.ts';
import { questionLines } from './questionLines.ts';
import { visibleTo } from './visibleTo.ts';

export type QuestionsInput = {
  /** Open; closing within a week; closed and awaiting their resolution; asked, forecast or traded by the member; ... */
  filter: 'open' | 'closing' | 'to-resolve' | 'mine' | 'resolved' | 'all';
  tag: string | null;
  search: string | null;
  page: number;
  pageSize: number;
};

export type QuestionsReceipt = { lines: readonly QuestionLine[]; total: number; page: number; pages: number };

/** Questions in a list, only what this member may see. */
export async function questions(
  db: Db,
  { actor, now }: Call,
  input: QuestionsInput,
): Promise<QuestionsReceipt> {
  const { filter, tag, search } = input;
  const where: Prisma.QuestionWhereInput = {
    AND: [
      visibleTo(actor),
      filters(filter, actor.memberId, now),
      tag === null ? {} : { tags: { some: { tag: tag.trim().toLowerCase() } } },
    ],
  };
  const orderBy = orders[filter];
  if (search !== null && search.trim() !== '') {
    // The best answer first, whatever the filter's own order. Titles of a community fit in memory many times over.
    const all = await db.client.question.findMany({
      where,
      orderBy,
      select: { id: true, number: true, title: true, criteria: true, tags: { select: { tag: true } } },
    });
    const found = bySearch(search, all);
    const { page, pages, from, to } = paged(found.length, input);
    return {
      lines: await questionLines(db, actor, found.slice(from, to), now),
      total: found.length,
      page,
      pages,
    };
  }
  const total = await db.client.question.count({ where });
  const { page, pages, from, to } = paged(total, input);
  const ids = await db.client.question.findMany({
    where,
    orderBy,
    skip: from,
    take: to - from,
    select: { id: true },
  });
  const lines = await questionLines(
    db,
    actor,
    ids.map((q) => q.id),
    now,
  );
  return { lines, total, page, pages };
}

const week = 7 * 86_400_000;

function filters(filter: QuestionsInput['filter'], memberId: number, now: Date): Prisma.QuestionWhereInput {
  switch (filter) {
    case 'open':
      return { state: 'open', opensAt: { lte: now }, closesAt: { gt: now } };
    case 'closing':
      return {
        state: 'open',
        opensAt: { lte: now },
        closesAt: { gt: now, lte: new Date(now.getTime() + week) },
      };
    case 'to-resolve':
      return { OR: [{ state: 'closed' }, { state: 'open', closesAt: { lte: now } }] };
    case 'mine':
      return {
        OR: [
          { createdById: memberId },
          { forecasts: { some: { memberId } } },
          { trades: { some: { memberId } } },
        ],
      };
    case 'resolved':
      return { state: { in: ['resolved', 'annulled'] } };
    case 'all':
      return {};
  }
}

const orders: Record<QuestionsInput['filter'], Prisma.QuestionOrderByWithRelationInput[]> = {
  open: [{ closesAt: 'asc' }, { id: 'asc' }],
  closing: [{ closesAt: 'asc' }, { id: 'asc' }],
  'to-resolve': [{ resolvesBy: 'asc' }, { id: 'asc' }],
  mine: [{ number: 'desc' }],
  resolved: [{ settledAt: 'desc' }, { id: 'desc' }],
  all: [{ number: 'desc' }],
};

interface Searched {
  readonly id: number;
  readonly number: number;
  readonly title: string;
  readonly criteria: string;
  readonly tags: readonly { tag: string }[];
}

/** Those whose number, title or tags answer the search, then those whose criteria do. */
function bySearch(search: string, all: readonly Searched[]): number[] {
  const titled = byRelevance(
    search,
    all,
    (q) => `Q${q.number} ${q.title} ${q.tags.map((t) => t.tag).join(' ')}`,
    all.length,
  );
  const seen = new Set(titled);
  const rest = byRelevance(
    search,
    all.filter((q) => !seen.has(q)),
    (q) => `${q.title} ${q.criteria}`,
    all.length,
  );
  return [...titled, ...rest].map((q) => q.id);
}
