import { type CommunitySettings, readSettings } from './core/settings.ts';
import type { Actor } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { faultOf } from './faults.ts';
import { openMemberAccount } from './ledger.ts';

/** Who stands at the door, in the platform's own words. */
export interface EnterInput {
  readonly place: { readonly platform: string; readonly externalId: string; readonly name: string };
  readonly user: { readonly externalId: string; readonly name: string };
  /** True when the platform itself says so now: Discord's Manage Server, a Slack workspace admin. */
  readonly platformAdmin: boolean;
  /** Platform role ids that the user holds now. */
  readonly roles: readonly string[];
  /** "discord:123"; null in a direct message. */
  readonly channel: string | null;
  readonly now: Date;
}

/**
 * Finds or makes the community, the person and the member that a platform's invocation comes from, grants the starting
 * points to a new member, keeps names up to date, and says what the person may do at this moment.
 */
export async function enter(db: Db, input: EnterInput): Promise<Actor> {
  return (await enterCommunity(db, input)).actor;
}

/** Who entered, and the settings of the community that they are in now. */
export interface Entered {
  readonly actor: Actor;
  readonly settings: CommunitySettings;
}

/** As `enter`, with the community's settings, which every command needs and which are read on the way. */
export async function enterCommunity(db: Db, input: EnterInput): Promise<Entered> {
  // Nearly always everything is there and nothing has changed: two reads, no transaction.
  const known = await find(db.client, input);
  if (known && !known.changed) return known;
  for (let attempt = 1; ; attempt++) {
    try {
      return await db.transaction((tx) => make(tx, input));
    } catch (error) {
      // Somebody else made the same community or person at this moment; the next look finds it.
      if (faultOf(error) !== 'duplicate' || attempt === 5) throw error;
    }
  }
}

interface Found extends Entered {
  readonly changed: boolean;
}

async function find(db: Tx, input: EnterInput): Promise<Found | null> {
  const { place, user } = input;
  const { platform } = place;
  const [at, identity] = await Promise.all([
    db.place.findUnique({
      where: { platform_externalId: { platform, externalId: place.externalId } },
      include: { community: { select: { settings: true, name: true } } },
    }),
    db.identity.findUnique({
      where: { platform_externalId: { platform, externalId: user.externalId } },
      include: { person: { include: { members: true } } },
    }),
  ]);
  if (!at || !identity) return null;
  const member = identity.person.members.find((m) => m.communityId === at.communityId);
  if (!member) return null;
  const settings = readSettings(at.community.settings);
  const may = allowed(input, settings);
  return {
    settings,
    actor: {
      communityId: at.communityId,
      memberId: member.id,
      name: member.name,
      ...may,
      channel: input.channel,
    },
    // The member's name follows a renaming on any platform; a second identity with another name does not flip it.
    changed: identity.name !== user.name || member.admin !== may.admin || !member.active,
  };
}

/** What platform and settings let this person do now. */
function allowed(
  input: EnterInput,
  { adminRoles, askRoles }: CommunitySettings,
): { admin: boolean; mayAsk: boolean } {
  const holds = (roles: readonly string[]) => roles.some((role) => input.roles.includes(role));
  const admin = input.platformAdmin || holds(adminRoles);
  return { admin, mayAsk: admin || askRoles.length === 0 || holds(askRoles) };
}

async function make(tx: Tx, input: EnterInput): Promise<Entered> {
  const { place, user, now } = input;
  const { platform } = place;
  const at =
    (await tx.place.findUnique({
      where: { platform_externalId: { platform, externalId: place.externalId } },
      include: { community: { select: { settings: true } } },
    })) ??
    (await tx.place.create({
      data: {
        platform,
        externalId: place.externalId,
        community: { create: { name: place.name, createdAt: now } },
      },
      include: { community: { select: { settings: true } } },
    }));
  const { communityId } = at;
  const before = await tx.identity.findUnique({
    where: { platform_externalId: { platform, externalId: user.externalId } },
  });
  const { personId } =
    before ??
    (await tx.identity.create({
      data: {
        platform,
        externalId: user.externalId,
        name: user.name,
        person: { create: { name: user.name, createdAt: now } },
      },
    }));
  const renamed = before !== null && before.name !== user.name;
  if (renamed) await tx.identity.update({ where: { id: before.id }, data: { name: user.name } });
  const settings = readSettings(at.community.settings);
  const may = allowed(input, settings);
  const current = { admin: may.admin, active: true };
  const existing = await tx.member.findUnique({ where: { communityId_personId: { communityId, personId } } });
  const member = existing
    ? await tx.member.update({
        where: { id: existing.id },
        data: renamed ? { ...current, name: user.name } : current,
      })
    : await tx.member.create({
        data: { communityId, personId, name: user.name, createdAt: now, ...current },
      });
  if (!existing) {
    await openMemberAccount(tx, { communityId, memberId: member.id, practice: false, now });
  }
  const actor = { communityId, memberId: member.id, name: member.name, ...may, channel: input.channel };
  return { actor, settings };
}
