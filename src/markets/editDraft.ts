import { type Draft, type Need, review } from '../articles/index.ts';
import { requireAdmin } from './admins.ts';
import type { DraftView } from './core/drafts.ts';
import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';
import {
  articleOf,
  draftRow,
  draftView,
  keepFindings,
  readBody,
  readClaim,
  requirePending,
} from './draftRow.ts';

export type EditDraftInput = {
  draft: number;
  title?: string;
  criteria?: string;
  closesAt?: Date;
  resolvesBy?: Date;
  tags?: readonly string[];
  outcomes?: readonly string[];
};

/** Edits a pending draft (admins); the reviewer reads it again. What was edited counts as decided. */
export async function editDraft(db: Db, call: Call, input: EditDraftInput): Promise<DraftView> {
  const { actor, now } = call;
  const { communityId, memberId } = actor;
  return db.transaction(async (tx) => {
    await requireAdmin(tx, actor, 'edit drafts');
    const row = await draftRow(tx, actor, input.draft);
    requirePending(row);
    const next = edited(readBody(row.body), input);
    const findings =
      row.article && row.claim ? review(next, readClaim(row.claim.found), articleOf(row.article), now) : [];
    const { count } = await tx.draft.updateMany({
      where: { id: row.id, status: 'pending', version: row.version },
      data: { body: JSON.stringify(next), findings: keepFindings(findings), version: { increment: 1 } },
    });
    if (count === 0) {
      throw new Refusal(
        'try-again',
        `D${row.number} was changed by another admin meanwhile.`,
        'Look at it again and repeat what still needs changing.',
      );
    }
    await tx.audit.create({
      data: {
        communityId,
        memberId,
        act: 'edit-draft',
        subject: `draft:${row.id}`,
        detail: JSON.stringify({ before: JSON.parse(row.body), after: next }),
        at: now,
      },
    });
    return draftView(tx, actor, await draftRow(tx, actor, input.draft));
  });
}

/** @throws Refusal for what no question can have */
function edited(body: Draft, change: EditDraftInput): Draft {
  const title = change.title?.trim() ?? body.title;
  const criteria = change.criteria?.trim() ?? body.criteria;
  if (title === '' || criteria === '') {
    throw new Refusal('not-understood', 'A question needs a title and criteria.', 'Neither may be empty.');
  }
  const closesAt = change.closesAt ?? new Date(body.closesAt);
  const moved = change.closesAt && !change.resolvesBy;
  const resolvesBy = change.resolvesBy ?? new Date(body.resolvesBy);
  if (resolvesBy < closesAt && !moved) {
    throw new Refusal(
      'out-of-range',
      'It would be resolved before it closes.',
      'Give a date of resolution at or after the close.',
    );
  }
  const outcomes = change.outcomes?.map((label) => label.trim()).filter((label) => label !== '');
  if (outcomes && body.kind !== 'choice') {
    throw new Refusal('not-understood', `The outcomes of a ${body.kind} question are given by its kind.`);
  }
  const decided = (need: Need): boolean => {
    switch (need.field) {
      case 'deadline':
      case 'publishedAt':
        return change.closesAt !== undefined;
      case 'split':
      case 'subject':
      case 'person':
        return change.title !== undefined;
      case 'threshold':
      case 'wording':
        return change.title !== undefined || change.criteria !== undefined || change.outcomes !== undefined;
      case 'source':
        return change.criteria !== undefined;
    }
  };
  return {
    ...body,
    title,
    criteria,
    outcomes: outcomes ?? body.outcomes,
    closesAt: closesAt.toISOString(),
    // Moving the close alone keeps the time between it and the resolution.
    resolvesBy: (moved
      ? new Date(closesAt.getTime() + Date.parse(body.resolvesBy) - Date.parse(body.closesAt))
      : resolvesBy
    ).toISOString(),
    horizonProposed: body.horizonProposed && change.closesAt === undefined,
    tags: change.tags ? change.tags.map((tag) => tag.trim().toLowerCase()).filter(Boolean) : body.tags,
    needs: body.needs.filter((need) => !decided(need)),
  };
}
