import { z } from 'zod';
import { type NoticeKind, notices } from './notices.ts';

const of = <K extends NoticeKind>(kind: K) => z.object({ kind: z.literal(kind), payload: notices[kind] });

const readers = {
  'question.opened': of('question.opened'),
  'question.closing': of('question.closing'),
  'question.closed': of('question.closed'),
  'question.resolved': of('question.resolved'),
  'question.annulled': of('question.annulled'),
  'question.reopened': of('question.reopened'),
  'question.edited': of('question.edited'),
  'question.disputed': of('question.disputed'),
  'member.score': of('member.score'),
  'member.refund': of('member.refund'),
  'order.filled': of('order.filled'),
  'order.cancelled': of('order.cancelled'),
  'admin.toResolve': of('admin.toResolve'),
  'admin.confirm': of('admin.confirm'),
  'digest.closing': of('digest.closing'),
  'digest.admin': of('digest.admin'),
  'feed.failed': of('feed.failed'),
  'drafts.waiting': of('drafts.waiting'),
  leaderboard: of('leaderboard'),
  'season.closed': of('season.closed'),
} satisfies Record<NoticeKind, z.ZodType>;

/** A notice of any kind, as its writer wrote it. */
export type AnyNotice = z.output<(typeof readers)[NoticeKind]>;

const isKind = (kind: string): kind is NoticeKind => Object.hasOwn(notices, kind);

/** Reads one row of the outbox. */
export function readNotice(kind: string, payload: string): AnyNotice {
  if (!isKind(kind)) throw new Error(`There is no notice of kind ${kind}.`);
  return readers[kind].parse({ kind, payload: JSON.parse(payload) });
}
