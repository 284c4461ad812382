import type { Logger } from 'pino';
import { z } from 'zod';
import type { Invocation } from '../../app.ts';
import type { Workspace } from './workspaces.ts';

const userSchema = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string().default(''),
  real_name: z.string().optional(),
  deleted: z.boolean().default(false),
  is_bot: z.boolean().default(false),
  is_admin: z.boolean().default(false),
  is_owner: z.boolean().default(false),
  is_restricted: z.boolean().default(false),
  is_stranger: z.boolean().default(false),
  locale: z.string().optional(),
  profile: z.object({ display_name: z.string().optional(), real_name: z.string().optional() }).optional(),
  enterprise_user: z.object({ teams: z.array(z.string()).default([]) }).optional(),
});

const groupsSchema = z.object({
  usergroups: z.array(z.object({ id: z.string(), users: z.array(z.string()).default([]) })).default([]),
});

export interface Person {
  readonly name: string;
  readonly admin: boolean;
  readonly roles: readonly string[];
  readonly locale: string | null;
  /** Why this person may do nothing here, in words for them; null when they may. */
  readonly barred: string | null;
}

/** Authority is asked of Slack at each press and remembered this long at most. */
const remembered = 60_000;
/** A workspace's people of one minute; beyond it the oldest are asked for again. */
const most = 5000;

/** Who somebody is, as Slack says now. */
export function people(log: Logger, now: () => number) {
  const known = new Map<string, { readonly person: Person; readonly until: number }>();
  const groups = new Map<
    string,
    { readonly roles: ReadonlyMap<string, readonly string[]>; readonly until: number }
  >();

  /** User groups are Slack's roles. A workspace that refuses the list (`usergroups:read`) has none. */
  async function rolesIn(at: Workspace): Promise<ReadonlyMap<string, readonly string[]>> {
    const fresh = groups.get(at.id);
    if (fresh !== undefined && fresh.until > now()) return fresh.roles;
    const roles = new Map<string, string[]>();
    try {
      const list = groupsSchema.parse(await at.client.usergroups.list({ include_users: true }));
      for (const group of list.usergroups)
        for (const user of group.users) roles.set(user, [...(roles.get(user) ?? []), group.id]);
    } catch (error) {
      log.debug({ err: error, workspace: at.id }, 'user groups are not readable');
    }
    groups.set(at.id, { roles, until: now() + remembered });
    return roles;
  }

  function read(user: z.infer<typeof userSchema>, at: Workspace, roles: readonly string[]): Person {
    const stranger =
      user.is_stranger ||
      (user.team_id !== undefined && user.team_id !== at.id && !user.enterprise_user?.teams.includes(at.id));
    const barred = user.deleted
      ? 'Your Slack account has been deactivated.'
      : user.is_bot
        ? 'Other apps cannot take part.'
        : stranger
          ? `You come from another workspace. These questions belong to ${at.name}; ask for Brierpatch in your own workspace.`
          : null;
    // Guests may take part where they are, but never act as admins, whatever group they are put into.
    return {
      name: user.profile?.display_name || user.real_name || user.profile?.real_name || user.name || user.id,
      admin: !user.is_restricted && (user.is_admin || user.is_owner),
      roles: user.is_restricted ? [] : roles,
      locale: user.locale ?? null,
      barred,
    };
  }

  return {
    /** Throws when Slack does not say: without its word nobody acts. */
    async find(at: Workspace, userId: string): Promise<Person> {
      const key = qualified(at.id, userId);
      const fresh = known.get(key);
      if (fresh !== undefined && fresh.until > now()) return fresh.person;
      const [info, roles] = await Promise.all([
        at.client.users.info({ user: userId, include_locale: true }),
        rolesIn(at),
      ]);
      const person = read(userSchema.parse(info.user), at, roles.get(userId) ?? []);
      if (known.size >= most) known.clear();
      known.set(key, { person, until: now() + remembered });
      return person;
    },
    forget(teamId: string, userId: string): void {
      known.delete(qualified(teamId, userId));
    },
  };
}
export type People = ReturnType<typeof people>;

/** Ids are qualified by their workspace ("T1-C2"), so that a post or a direct message finds the token it needs. */
export const qualified = (teamId: string, id: string): string => `${teamId}-${id}`;
/** `team` is null for a bare id, as an admin may have typed it. */
export function unqualified(id: string): { readonly team: string | null; readonly id: string } {
  const [first = '', rest] = id.split('-', 2);
  return rest === undefined ? { team: null, id: first } : { team: first, id: rest };
}

/** Direct conversations (D...) are no channel: nothing is private to them but to the person. */
export const whoIs = (
  at: Workspace,
  userId: string,
  person: Person,
  channel: string | null,
): Invocation['who'] => ({
  place: { platform: 'slack', externalId: at.id, name: at.name },
  user: { externalId: qualified(at.id, userId), name: person.name },
  platformAdmin: person.admin,
  roles: person.roles,
  channel: channel === null || channel.startsWith('D') ? null : `slack:${qualified(at.id, channel)}`,
});
