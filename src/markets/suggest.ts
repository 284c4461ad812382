import { byRelevance } from './core/relevance.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';
import { readBody } from './draftRow.ts';
import { visibleTo } from './visibleTo.ts';

export type SuggestInput = {
  what: 'question' | 'outcome' | 'member' | 'tag' | 'draft';
  text: string;
  /** For outcomes. */
  question: number | null;
};

/** `value`: "Q7", an outcome's label, a member's id, a tag, "D7". */
export type SuggestReceipt = readonly { value: string; label: string }[];

/** As many as a platform shows at once. */
const most = 25;

/** Completions while typing: questions, outcomes, members or tags by relevance, at most 25, only what this member may see. */
export async function suggest(db: Db, call: Call, input: SuggestInput): Promise<SuggestReceipt> {
  switch (input.what) {
    case 'question':
      return questions(db, call, input.text);
    case 'outcome':
      return outcomes(db, call, input);
    case 'member':
      return members(db, call, input.text);
    case 'tag':
      return tags(db, call, input.text);
    case 'draft':
      return drafts(db, call, input.text);
  }
}

async function questions(db: Db, { actor, now }: Call, text: string): Promise<SuggestReceipt> {
  const all = await db.client.question.findMany({
    where: visibleTo(actor),
    orderBy: { number: 'desc' },
    select: { number: true, title: true, state: true, closesAt: true },
  });
  // What can still be forecast on comes first among equals.
  const open = (q: { state: string; closesAt: Date }) => q.state === 'open' && q.closesAt > now;
  const sorted = [...all.filter(open), ...all.filter((q) => !open(q))];
  return byRelevance(text, sorted, (q) => `Q${q.number} ${q.title}`, most).map((q) => ({
    value: `Q${q.number}`,
    label: `Q${q.number} ${q.title}`,
  }));
}

async function outcomes(db: Db, { actor }: Call, { text, question }: SuggestInput): Promise<SuggestReceipt> {
  if (question === null) return [];
  const found = await db.client.outcome.findMany({
    where: { question: { ...visibleTo(actor), number: question } },
    orderBy: { index: 'asc' },
    select: { label: true },
  });
  return byRelevance(text, found, (o) => o.label, most).map(({ label }) => ({ value: label, label }));
}

async function members(db: Db, { actor }: Call, text: string): Promise<SuggestReceipt> {
  const found = await db.client.member.findMany({
    where: { communityId: actor.communityId, active: true },
    orderBy: [{ practice: 'asc' }, { name: 'asc' }],
    select: { id: true, name: true },
  });
  return byRelevance(text, found, (m) => m.name, most).map((m) => ({ value: String(m.id), label: m.name }));
}

async function tags(db: Db, { actor }: Call, text: string): Promise<SuggestReceipt> {
  const found = await db.client.questionTag.groupBy({
    by: ['tag'],
    where: { question: visibleTo(actor) },
    _count: { tag: true },
    orderBy: [{ _count: { tag: 'desc' } }, { tag: 'asc' }],
  });
  return byRelevance(text, found, (t) => t.tag, most).map(({ tag }) => ({ value: tag, label: tag }));
}

async function drafts(db: Db, { actor }: Call, text: string): Promise<SuggestReceipt> {
  const found = await db.client.draft.findMany({
    where: { communityId: actor.communityId, status: 'pending' },
    orderBy: { number: 'asc' },
    select: { number: true, body: true },
  });
  const titled = found.map((d) => ({ number: d.number, title: readBody(d.body).title }));
  return byRelevance(text, titled, (d) => `D${d.number} ${d.title}`, most).map((d) => ({
    value: `D${d.number}`,
    label: `D${d.number} ${d.title}`,
  }));
}
