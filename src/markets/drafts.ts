import type { DraftView } from './core/drafts.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';
import { draftInclude, draftViews } from './draftRow.ts';
import { paged } from './paged.ts';

export type DraftsInput = {
  status: 'pending' | 'approved' | 'rejected';
  articleId: number | null;
  page: number;
  pageSize: number;
};

export type DraftsReceipt = { drafts: readonly DraftView[]; total: number; page: number; pages: number };

/** The review queue , oldest first. */
export async function drafts(db: Db, { actor }: Call, input: DraftsInput): Promise<DraftsReceipt> {
  const { communityId } = actor;
  const { status, articleId } = input;
  const where = { communityId, status, ...(articleId !== null && { articleId }) };
  const total = await db.client.draft.count({ where });
  const { page, pages, from, to } = paged(total, input);
  const rows = await db.client.draft.findMany({
    where,
    include: draftInclude,
    orderBy: { number: 'asc' },
    skip: from,
    take: to - from,
  });
  return { drafts: await draftViews(db.client, actor, rows), total, page, pages };
}
