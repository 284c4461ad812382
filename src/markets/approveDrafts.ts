import { z } from 'zod';
import type { Draft } from '../articles/index.ts';
import { requireAdmin } from './admins.ts';
import { type AskInput, askIn } from './ask.ts';
import { Refusal } from './core/refusal.ts';
import type { Call, QuestionView } from './core/types.ts';
import type { Db } from './db.ts';
import { type DraftRow, draftRow, readBody, requirePending } from './draftRow.ts';
import { once } from './once.ts';
import { question } from './question.ts';

export type ApproveDraftsInput = { drafts: readonly number[] };

export type ApproveDraftsReceipt = {
  approved: readonly { draft: number; question: QuestionView }[];
  refused: readonly { draft: number; why: string }[];
};

const facts = z.object({ number: z.number().int() });

/** Publishes drafts as questions (admins), one at a time or several at once; each stands alone. */
export async function approveDrafts(
  db: Db,
  call: Call,
  input: ApproveDraftsInput,
): Promise<ApproveDraftsReceipt> {
  await requireAdmin(db.client, call.actor, 'approve drafts');
  const approved: { draft: number; question: QuestionView }[] = [];
  const refused: { draft: number; why: string }[] = [];
  for (const draft of new Set(input.drafts)) {
    try {
      approved.push({ draft, question: await approve(db, call, draft) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused.push({ draft, why: [error.message, error.hint].filter(Boolean).join(' ') });
    }
  }
  return { approved, refused };
}

async function approve(db: Db, call: Call, draft: number): Promise<QuestionView> {
  const own = { ...call, key: `${call.key}:D${draft}` };
  const { actor, now } = call;
  const { number } = await once(db, own, 'approve-draft', facts, async (tx) => {
    // Of two admins at once the second waits here, and then finds the draft decided.
    await tx.draft.updateMany({
      where: { communityId: actor.communityId, number: draft },
      data: { version: { increment: 1 } },
    });
    const row = await draftRow(tx, actor, draft);
    requirePending(row);
    const body = readBody(row.body);
    requireDecided(row, body);
    const asked = await askIn(tx, own, askInput(row, body));
    const { id } = await tx.question.findUniqueOrThrow({
      where: { communityId_number: { communityId: actor.communityId, number: asked.facts.number } },
      select: { id: true },
    });
    await tx.draft.update({
      where: { id: row.id },
      data: { status: 'approved', decidedById: actor.memberId, decidedAt: now, questionId: id },
    });
    return { subject: `draft:${row.id}`, facts: asked.facts };
  });
  return question(db, call, { question: number });
}

/** Dates are confirmed by approving; what has no one reading yet must be written first. */
const undecidable: ReadonlySet<string> = new Set(['threshold', 'subject', 'split', 'wording']);

function requireDecided(row: DraftRow, body: Draft): void {
  const open = body.needs.filter((need) => undecidable.has(need.field));
  if (open.length === 0) return;
  throw new Refusal(
    'wrong-state',
    `D${row.number} cannot be approved as it is: ${open.map((need) => need.why).join(' ')}`,
    'Edit it first.',
  );
}

const askInput = (row: DraftRow, body: Draft): AskInput => ({
  kind: body.kind,
  title: body.title,
  criteria: body.criteria,
  outcomes: body.kind === 'choice' ? body.outcomes : [],
  edges: body.edges,
  unit: body.unit,
  scale: body.kind === 'numeric' ? 'linear' : null,
  opensAt: null,
  closesAt: new Date(body.closesAt),
  resolvesBy: new Date(body.resolvesBy),
  tags: body.tags,
  prior: null,
  hidden: null,
  private: false,
  condition: null,
  source: {
    articleId: row.articleId,
    origin: row.article && `“${row.article.title}”`,
    quote: row.claim?.quote ?? null,
    speaker: row.claim?.speaker ?? null,
    practice: false,
  },
});
