import { requireAdmin } from './admins.ts';
import type { DraftView } from './core/drafts.ts';
import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';
import { draftRow, draftView, requirePending } from './draftRow.ts';

export type RejectDraftInput = { draft: number; reason: string };

/** Rejects a draft (admins); who did and why is kept. */
export async function rejectDraft(db: Db, call: Call, input: RejectDraftInput): Promise<DraftView> {
  const { actor, now } = call;
  const { communityId, memberId } = actor;
  const reason = input.reason.trim().slice(0, 1000);
  return db.transaction(async (tx) => {
    await requireAdmin(tx, actor, 'reject drafts');
    const row = await draftRow(tx, actor, input.draft);
    requirePending(row);
    const { count } = await tx.draft.updateMany({
      where: { id: row.id, status: 'pending' },
      data: { status: 'rejected', decidedById: memberId, decidedAt: now, reason, version: { increment: 1 } },
    });
    if (count === 0)
      throw new Refusal('try-again', `D${row.number} has just been decided on by another admin.`);
    await tx.audit.create({
      data: {
        communityId,
        memberId,
        act: 'reject-draft',
        subject: `draft:${row.id}`,
        detail: JSON.stringify({ reason }),
        at: now,
      },
    });
    return draftView(tx, actor, await draftRow(tx, actor, input.draft));
  });
}
