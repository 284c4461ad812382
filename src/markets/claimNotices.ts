import { randomUUID } from 'node:crypto';
import { readNotify, readSettings } from './core/settings.ts';
import type { Db, Tx } from './db.ts';
import { type AnyNotice, readNotice } from './readNotice.ts';

/** Where a notice goes. Of a person's identities one suffices: try them in order. */
export type Addressee =
  | { readonly kind: 'channel'; readonly channel: string }
  | {
      readonly kind: 'person';
      readonly memberId: number;
      readonly identities: readonly { readonly platform: string; readonly externalId: string }[];
    };

/** A notice that this process alone may send until `until`, and must then settle. */
export interface ClaimedNotice {
  readonly id: number;
  /** The same at every attempt: a nonce that makes a repeated message recognisable. */
  readonly key: string;
  readonly communityId: number;
  readonly told: AnyNotice;
  readonly to: Addressee;
  /** To be handed back to `settleNotice`. */
  readonly claim: string;
  readonly until: Date;
}

const lease = 120_000;

/**
 * Takes up to `n` due notices out of the outbox for sending, so that of several processes each sends others. A process
 * that dies with a claim loses it after two minutes. Notices that nobody wants or nobody can get are settled at once.
 *
 * @param who names the process in the database, for its operator
 * @param serves the platforms that run in this process; what is for others is left to the process that serves them
 */
export async function claimNotices(
  db: Db,
  who: string,
  now: Date,
  n: number,
  serves: readonly string[],
): Promise<ClaimedNotice[]> {
  const claim = `${who} ${randomUUID()}`;
  const until = new Date(now.getTime() + lease);
  const free = {
    state: 'waiting',
    dueAt: { lte: now },
    OR: [{ claimedUntil: null }, { claimedUntil: { lt: now } }],
  };
  // Most of the time there is nothing to tell, and then nobody's transaction waits for this one.
  if (!(await db.client.notice.findFirst({ where: free, select: { id: true } }))) return [];
  return db.transaction(async (tx) => {
    const due = await tx.notice.findMany({
      where: free,
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
      take: n,
      select: { id: true },
    });
    // Guarded again: on PostgreSQL somebody else may have claimed one since, and the update waits for them and sees it.
    await tx.notice.updateMany({
      where: { id: { in: due.map((d) => d.id) }, ...free },
      data: { claimedBy: claim, claimedUntil: until },
    });
    const mine = await tx.notice.findMany({
      where: { claimedBy: claim },
      orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    });
    const claimed: ClaimedNotice[] = [];
    for (const row of mine) {
      const told = readNotice(row.kind, row.payload);
      const to = await addressee(tx, row, told, now);
      if (typeof to === 'string') {
        await tx.notice.update({
          where: { id: row.id },
          data: { state: to, sentAt: now, claimedUntil: null },
        });
      } else if (!platformsOf(to).some((platform) => serves.includes(platform))) {
        await leave(tx, row, platformsOf(to).join(' or '), now);
      } else {
        const { id, key, communityId } = row;
        claimed.push({ id, key, communityId, told, to, claim, until });
      }
    }
    return claimed;
  });
}

const platformsOf = (to: Addressee): string[] =>
  to.kind === 'channel' ? [to.channel.split(':')[0] ?? ''] : to.identities.map((i) => i.platform);

/** How long a notice waits for a process that serves its platform. */
const patience = 2 * 86_400_000;

/**
 * Leaves a notice to the process that serves its platform: nobody's claim for a while that grows with its age, so that many
 * of them keep no room from others. It counts as no attempt; after two days without such a process it has failed.
 */
async function leave(tx: Tx, { id, dueAt }: Row, platforms: string, now: Date): Promise<void> {
  const age = now.getTime() - dueAt.getTime();
  const pause = Math.min(Math.max(15_000, age / 4), 3_600_000);
  await tx.notice.update({
    where: { id },
    data: {
      claimedBy: null,
      claimedUntil: new Date(now.getTime() + pause),
      error: `nothing that serves ${platforms} is running`,
      ...(age > patience && { state: 'failed' }),
    },
  });
}

interface Row {
  readonly id: number;
  readonly dueAt: Date;
  readonly key: string;
  readonly kind: string;
  readonly payload: string;
  readonly audience: string;
  readonly communityId: number;
}

/** `unwanted`: nobody is to be told. `split`: one for each admin was put in its place. */
async function addressee(
  tx: Tx,
  row: Row,
  told: AnyNotice,
  now: Date,
): Promise<Addressee | 'unwanted' | 'split'> {
  const { settings: text } = await tx.community.findUniqueOrThrow({
    where: { id: row.communityId },
    select: { settings: true },
  });
  const settings = readSettings(text);
  if (row.audience === 'channel') {
    const channel =
      (await privateChannel(tx, row.communityId, told)) ??
      (told.kind === 'leaderboard' || told.kind === 'season.closed' ? settings.leaderboardChannel : null) ??
      settings.announcements;
    return channel === null ? 'unwanted' : { kind: 'channel', channel };
  }
  if (row.audience === 'admins') {
    if (settings.reviewChannel !== null) return { kind: 'channel', channel: settings.reviewChannel };
    await splitAmongAdmins(tx, row, now);
    return 'split';
  }
  return person(tx, row, told);
}

/** What concerns a question of one channel is told in that channel alone. */
async function privateChannel(tx: Tx, communityId: number, told: AnyNotice): Promise<string | null> {
  if (!('number' in told.payload)) return null;
  const { number } = told.payload;
  const question = await tx.question.findUnique({
    where: { communityId_number: { communityId, number } },
    select: { channel: true },
  });
  return question?.channel ?? null;
}

/** Each admin's message succeeds or fails by itself, so that one who cannot be reached costs the others no repetition. */
async function splitAmongAdmins(tx: Tx, row: Row, now: Date): Promise<void> {
  const admins = await tx.member.findMany({
    where: { communityId: row.communityId, admin: true, active: true, practice: false },
    select: { id: true },
  });
  await tx.notice.createMany({
    data: admins.map(({ id }) => ({
      communityId: row.communityId,
      key: `${row.key}:member:${id}`,
      kind: row.kind,
      payload: row.payload,
      audience: `member:${id}`,
      dueAt: now,
    })),
  });
}

async function person(tx: Tx, row: Row, told: AnyNotice): Promise<Addressee | 'unwanted'> {
  const id = Number(row.audience.slice('member:'.length));
  const member = await tx.member.findFirst({
    where: { id, communityId: row.communityId, active: true, practice: false },
    include: { person: { include: { identities: { orderBy: { id: 'asc' } } } } },
  });
  if (!member || member.person.identities.length === 0) return 'unwanted';
  const wants = readNotify(member.notify);
  const wanted = wantedBy[told.kind];
  if (wanted !== null && !wants[wanted]) return 'unwanted';
  return {
    kind: 'person',
    memberId: id,
    identities: member.person.identities.map(({ platform, externalId }) => ({ platform, externalId })),
  };
}

/** Which of a member's choices turns a kind off; null: always told to whom it is addressed. */
const wantedBy = {
  'question.opened': 'reminders',
  'question.closing': 'reminders',
  'question.closed': 'reminders',
  'question.resolved': 'scores',
  'question.annulled': 'scores',
  'question.reopened': 'scores',
  'question.edited': 'edits',
  'question.disputed': null,
  'member.score': 'scores',
  'member.refund': 'scores',
  'order.filled': 'scores',
  'order.cancelled': 'scores',
  'admin.toResolve': 'reminders',
  'admin.confirm': null,
  'digest.closing': 'reminders',
  'digest.admin': 'reminders',
  'feed.failed': 'reminders',
  'drafts.waiting': 'reminders',
  leaderboard: 'reminders',
  'season.closed': 'reminders',
} as const satisfies Record<AnyNotice['kind'], 'scores' | 'edits' | 'reminders' | null>;
