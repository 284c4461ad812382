import { requireAdmin } from './admins.ts';
import { Refusal } from './core/refusal.ts';
import { type CommunitySettings, readSettings, settingsSchema } from './core/settings.ts';
import type { Call, MemberRef } from './core/types.ts';
import type { Db, Tx } from './db.ts';

export type SettingsInput = { change: Partial<CommunitySettings> | null };

export type SettingsReceipt = {
  settings: CommunitySettings;
  name: string;
  admins: readonly MemberRef[];
  places: readonly { platform: string; externalId: string }[];
  /** Feeds that are watched, with what went wrong at the last look. */
  feeds: readonly { url: string; checkedAt: Date | null; error: string | null }[];
  /** Messages of the last 30 days that were given up; admins see what and why, others an empty list. */
  undelivered: readonly { kind: string; to: string; error: string | null; at: Date }[];
};

const month = 30 * 86_400_000;

/** Reads the community's settings, or changes some of them (admins). */
export async function settings(db: Db, call: Call, input: SettingsInput): Promise<SettingsReceipt> {
  const { change } = input;
  if (change === null) return receipt(db.client, call);
  return db.transaction(async (tx) => {
    await requireAdmin(tx, call.actor, 'change the settings');
    const { communityId, memberId } = call.actor;
    // The increment of nothing locks the row, so that two admins changing different settings both succeed.
    const row = await tx.community.update({
      where: { id: communityId },
      data: { nextQuestion: { increment: 0 } },
    });
    const next = checked({ ...readSettings(row.settings), ...change });
    await tx.community.update({ where: { id: communityId }, data: { settings: JSON.stringify(next) } });
    await tx.audit.create({
      data: {
        communityId,
        memberId,
        act: 'settings',
        subject: `community:${communityId}`,
        detail: JSON.stringify(change),
        at: call.now,
      },
    });
    return receipt(tx, call);
  });
}

function checked(next: CommunitySettings): CommunitySettings {
  const read = settingsSchema.safeParse(next);
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new Refusal(
      'out-of-range',
      `The setting ${issue?.path.join('.') ?? ''} cannot be that: ${issue?.message ?? 'it is not understood'}.`,
      'Nothing was changed.',
    );
  }
  if (!knownTimeZone(read.data.timeZone)) {
    throw new Refusal(
      'not-understood',
      `"${read.data.timeZone}" is no time zone that is known here.`,
      'Write it as Europe/Berlin or America/New_York.',
    );
  }
  return read.data;
}

function knownTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

async function receipt(db: Tx, { actor, now }: Call): Promise<SettingsReceipt> {
  const { communityId } = actor;
  const community = await db.community.findUniqueOrThrow({
    where: { id: communityId },
    include: { places: { orderBy: { id: 'asc' } }, feeds: { orderBy: { id: 'asc' } } },
  });
  const admins = await db.member.findMany({
    where: { communityId, admin: true, active: true, practice: false },
    orderBy: { id: 'asc' },
    select: { id: true, name: true },
  });
  const failed = actor.admin
    ? await db.notice.findMany({
        where: { communityId, state: 'failed', dueAt: { gte: new Date(now.getTime() - month) } },
        orderBy: { id: 'desc' },
        take: 20,
      })
    : [];
  return {
    settings: readSettings(community.settings),
    name: community.name,
    admins,
    places: community.places.map(({ platform, externalId }) => ({ platform, externalId })),
    feeds: community.feeds.map(({ url, checkedAt, error }) => ({ url, checkedAt, error })),
    undelivered: failed.map((n) => ({ kind: n.kind, to: n.audience, error: n.error, at: n.dueAt })),
  };
}
