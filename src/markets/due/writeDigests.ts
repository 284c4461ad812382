import { lastDaily } from '../core/schedule.ts';
import type { Db, Tx } from '../db.ts';
import { notify } from '../notices.ts';
import type { DueCommunity } from './communities.ts';
import { type Deed, doOnce, undone } from './doOnce.ts';
import { each } from './each.ts';
import { standingMembers } from './standingMembers.ts';

/** Local hour of the daily digests. */
const hour = 9;

/**
 * Once a day and community: what closes before the next digest (to the channel, and to each member who forecast on it), and
 * to admins what has become due for resolving. Answers how many communities had theirs written.
 */
export async function writeDigests(db: Db, communities: readonly DueCommunity[], now: Date): Promise<number> {
  const due = communities.flatMap(({ id, settings, createdAt }) => {
    const at = lastDaily(hour, settings.timeZone, now);
    const key = `digest:${id}:${at.toISOString()}`;
    return at <= createdAt
      ? []
      : [{ key, communityId: id, act: 'digest', subject: `community:${id}`, at, settings }];
  });
  return each(await undone(db, due), ({ settings, ...deed }) => {
    // A local day has 23 to 25 hours.
    const next = lastDaily(hour, settings.timeZone, new Date(deed.at.getTime() + 25 * 3_600_000));
    return doOnce(db, deed, async (tx) => {
      await closing(tx, deed, now, next);
      await toResolve(tx, deed, now);
    });
  });
}

async function closing(tx: Tx, { key, communityId }: Deed, now: Date, next: Date): Promise<void> {
  const rows = await tx.question.findMany({
    where: {
      communityId,
      practice: false,
      state: 'open',
      opensAt: { lte: now },
      closesAt: { gt: now, lte: next },
    },
    orderBy: [{ closesAt: 'asc' }, { id: 'asc' }],
    select: { id: true, number: true, title: true, closesAt: true, channel: true },
  });
  if (rows.length === 0) return;
  const line = ({ number, title, closesAt }: (typeof rows)[number]) => ({ number, title, closesAt });
  const told = { communityId, kind: 'digest.closing', dueAt: now } as const;
  const open = rows.filter((q) => q.channel === null);
  if (open.length > 0) {
    await notify(tx, {
      ...told,
      key: `${key}:closing`,
      payload: { questions: open.map(line) },
      audience: 'channel',
    });
  }
  // Who forecast on a question of one channel knows of it.
  const members = await standingMembers(
    tx,
    rows.map((q) => q.id),
  );
  await notify(
    tx,
    ...[...members].map(([memberId, questionIds]) => ({
      ...told,
      key: `${key}:closing:${memberId}`,
      payload: { questions: rows.filter((q) => questionIds.has(q.id)).map(line) },
      audience: `member:${memberId}` as const,
    })),
  );
}

async function toResolve(tx: Tx, { key, communityId, at }: Deed, now: Date): Promise<void> {
  const rows = await tx.question.findMany({
    where: {
      communityId,
      practice: false,
      resolvesBy: { lte: now },
      OR: [{ state: 'closed' }, { state: 'open', closesAt: { lte: now } }],
    },
    orderBy: [{ resolvesBy: 'asc' }, { id: 'asc' }],
    select: { id: true, number: true, title: true, resolvesBy: true },
  });
  // Once for each question and date: a date that is moved is a new one, and is reminded of again.
  const reminders = rows.map((q) => ({ ...q, key: `remind:${q.id}:${q.resolvesBy.toISOString()}` }));
  const known = await tx.audit.findMany({
    where: { key: { in: reminders.map((r) => r.key) } },
    select: { key: true },
  });
  const told = new Set(known.map((k) => k.key));
  const fresh = reminders.filter((r) => !told.has(r.key));
  const pending = { communityId, status: 'pending' };
  const drafts = await tx.draft.count({ where: pending });
  const news = await tx.draft.count({
    where: { ...pending, createdAt: { gt: new Date(at.getTime() - 86_400_000) } },
  });
  if (fresh.length === 0 && news === 0) return;
  await tx.audit.createMany({
    data: fresh.map((r) => ({
      key: r.key,
      communityId,
      act: 'remind',
      subject: `question:${r.id}`,
      at: now,
    })),
  });
  await notify(tx, {
    communityId,
    key: `${key}:admin`,
    kind: 'digest.admin',
    payload: {
      toResolve: fresh.map(({ number, title, resolvesBy }) => ({ number, title, resolvesBy })),
      drafts,
    },
    audience: 'admins',
    dueAt: now,
  });
}
