import { z } from 'zod';
import type { Tx } from './db.ts';

const question = { number: z.number().int(), title: z.string() };
const member = z.object({ id: z.number().int(), name: z.string() });
const minor = z.coerce.bigint();

/** What each kind of notice tells. Bigints are written as strings and read back. */
export const notices = {
  'question.opened': z.object({ ...question, by: member.nullable() }),
  'question.closing': z.object({ ...question, closesAt: z.coerce.date() }),
  'question.closed': z.object({ ...question, early: z.boolean() }),
  'question.resolved': z.object({
    ...question,
    outcome: z.string(),
    corrected: z.boolean(),
    by: member.nullable(),
    /** The three best scores, best first; none where nobody forecast. */
    best: z.array(z.object({ name: z.string(), brier: z.number() })).optional(),
  }),
  'question.annulled': z.object({ ...question, reason: z.string() }),
  'question.reopened': z.object({ ...question, reason: z.string() }),
  'question.edited': z.object({ ...question, fields: z.array(z.string()), by: member.nullable() }),
  'question.disputed': z.object({ ...question, reason: z.string(), by: member }),
  'member.score': z.object({
    ...question,
    outcome: z.string(),
    brier: z.number().nullable(),
    relativeBrier: z.number().nullable(),
    rank: z.number().int().nullable(),
    of: z.number().int(),
    profit: minor.nullable(),
  }),
  'member.refund': z.object({ ...question, reason: z.string(), points: minor }),
  'order.filled': z.object({
    ...question,
    order: z.number().int(),
    label: z.string(),
    points: minor,
    shares: minor,
  }),
  'order.cancelled': z.object({ ...question, order: z.number().int(), label: z.string(), why: z.string() }),
  'admin.toResolve': z.object({ ...question, resolvesBy: z.coerce.date() }),
  'admin.confirm': z.object({ ...question, outcome: z.string(), by: member }),
  /** Once a day: questions that close before the next one. To the channel all of them, to a member those they forecast on. */
  'digest.closing': z.object({
    questions: z.array(z.object({ ...question, closesAt: z.coerce.date() })),
  }),
  /** Once a day to admins: what has become due for resolving since (each once per date), and how many drafts wait. */
  'digest.admin': z.object({
    toResolve: z.array(z.object({ ...question, resolvesBy: z.coerce.date() })),
    drafts: z.number().int(),
  }),
  'feed.failed': z.object({ url: z.string(), error: z.string() }),
  'drafts.waiting': z.object({ count: z.number().int(), article: z.string().nullable() }),
  leaderboard: z.object({ window: z.string() }),
  'season.closed': z.object({ name: z.string() }),
} as const;

export type NoticeKind = keyof typeof notices;
export type NoticePayload<K extends NoticeKind> = z.infer<(typeof notices)[K]>;

/** Whom a notice is for: the channel of announcements (or the question's own), the admins, one member. */
export type Audience = 'channel' | 'admins' | `member:${number}`;

export interface NewNotice<K extends NoticeKind> {
  readonly communityId: number;
  /** Unique: a thing is told once. Contains what would make it a new thing: the question, its version, the member. */
  readonly key: string;
  readonly kind: K;
  readonly payload: NoticePayload<K>;
  readonly audience: Audience;
  readonly dueAt: Date;
}

const write = (value: unknown): string =>
  JSON.stringify(value, (_, inner) => (typeof inner === 'bigint' ? inner.toString() : inner));

/**
 * Writes notices to the outbox in the transaction of what they tell. One whose key is there already is left alone.
 */
export async function notify<K extends NoticeKind>(tx: Tx, ...all: readonly NewNotice<K>[]): Promise<void> {
  if (all.length === 0) return;
  const known = await tx.notice.findMany({
    where: { key: { in: all.map((notice) => notice.key) } },
    select: { key: true },
  });
  const told = new Set(known.map((notice) => notice.key));
  await tx.notice.createMany({
    data: all
      .filter((notice) => !told.has(notice.key))
      .map((notice) => ({ ...notice, payload: write(notice.payload) })),
  });
}
