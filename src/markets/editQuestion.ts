import { z } from 'zod';
import { requireAdmin } from './admins.ts';
import { hiddenColumns } from './ask.ts';
import { stateAt } from './core/lifecycle.ts';
import { checkedTimes, criteriaSchema, read, tagsSchema, titleSchema } from './core/questions.ts';
import { Refusal } from './core/refusal.ts';
import type { Call, QuestionView } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { type Change, recordEdits } from './edits.ts';
import { lockQuestion, type QuestionRow } from './findQuestion.ts';
import { once } from './once.ts';
import { question } from './question.ts';

export type EditQuestionInput = {
  question: number;
  title?: string;
  criteria?: string;
  closesAt?: Date;
  resolvesBy?: Date;
  tags?: readonly string[];
  hidden?: { until: Date | 'forecast' } | null;
};

const facts = z.object({ fields: z.array(z.string()) });

/** Edits words or dates; after the first forecast the trace is shown and those who forecast are told. */
export async function editQuestion(db: Db, call: Call, input: EditQuestionInput): Promise<QuestionView> {
  const { actor, now } = call;
  await once(db, call, 'editQuestion', facts, async (tx) => {
    const { row } = await lockQuestion(tx, actor, input.question);
    if (row.createdById !== actor.memberId)
      await requireAdmin(tx, actor, 'edit questions that somebody else asked');
    const state = stateAt(row, now);
    if (state === 'resolved' || state === 'annulled')
      throw new Refusal(
        'wrong-state',
        `Q${row.number} is ${state}, so its words stay as they were.`,
        `Reopen it first: /reopen Q${row.number}.`,
      );
    if (state === 'closed' && input.closesAt)
      throw new Refusal(
        'wrong-state',
        `Q${row.number} is closed; a new close opens it again.`,
        `Say so: /reopen Q${row.number} with the new close.`,
      );
    const { columns, changes } = changesOf(row, input, now);
    const tagged = await changeTags(tx, row, input.tags);
    const all = [...changes, ...tagged];
    if (all.length === 0)
      throw new Refusal('not-understood', 'Nothing would change.', 'Give a title, criteria, a date or tags.');
    await tx.question.update({ where: { id: row.id }, data: columns, select: { id: true } });
    await recordEdits(tx, call, row, all);
    return { subject: `question:${row.id}`, facts: { fields: all.map(({ field }) => field) } };
  });
  return question(db, call, { question: input.question });
}

function changesOf(row: QuestionRow, input: EditQuestionInput, now: Date) {
  const closesAt = input.closesAt ?? row.closesAt;
  const columns = {
    title: input.title === undefined ? row.title : read(titleSchema, input.title),
    criteria: input.criteria === undefined ? row.criteria : read(criteriaSchema, input.criteria),
    closesAt,
    resolvesBy: input.resolvesBy ?? new Date(Math.max(+closesAt, +row.resolvesBy)),
    ...(input.hidden === undefined ? {} : hiddenColumns(input.hidden, now)),
  };
  if (input.closesAt) checkedTimes({ now, opensAt: row.opensAt, closesAt, resolvesBy: columns.resolvesBy });
  else if (columns.resolvesBy < closesAt)
    throw new Refusal(
      'out-of-range',
      'The question would be resolved before it closes.',
      'Choose a resolution date on or after the close.',
    );
  const shown = (value: string | Date | null): string =>
    value === null ? 'never' : value instanceof Date ? value.toISOString() : value;
  const changes: Change[] = [];
  const compare = (field: string, before: string | Date | null, after: string | Date | null) => {
    if (shown(before) !== shown(after)) changes.push({ field, before: shown(before), after: shown(after) });
  };
  compare('title', row.title, columns.title);
  compare('criteria', row.criteria, columns.criteria);
  compare('closesAt', row.closesAt, columns.closesAt);
  compare('resolvesBy', row.resolvesBy, columns.resolvesBy);
  if (input.hidden !== undefined) {
    const { hidden, hiddenUntil } = hiddenColumns(input.hidden, now);
    compare('hidden', row.hidden, hidden);
    compare('hiddenUntil', row.hiddenUntil, hiddenUntil);
  }
  return { columns, changes };
}

async function changeTags(
  tx: Tx,
  row: QuestionRow,
  wanted: readonly string[] | undefined,
): Promise<Change[]> {
  if (wanted === undefined) return [];
  const tags = read(tagsSchema, wanted);
  const rows = await tx.questionTag.findMany({ where: { questionId: row.id }, orderBy: { tag: 'asc' } });
  const before = rows.map(({ tag }) => tag).join(', ');
  if (before === tags.join(', ')) return [];
  await tx.questionTag.deleteMany({ where: { questionId: row.id } });
  await tx.questionTag.createMany({ data: tags.map((tag) => ({ questionId: row.id, tag })) });
  return [{ field: 'tags', before, after: tags.join(', ') }];
}
