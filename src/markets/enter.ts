import type { Actor } from './core/types.ts';
import type { Db } from './db.ts';

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
export async function enter(_db: Db, _input: EnterInput): Promise<Actor> {
  throw new Error('being built');
}
