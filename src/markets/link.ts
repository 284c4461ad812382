import type { Call } from './core/types.ts';
import type { Db } from './db.ts';

export type LinkInput = {
  code: string | null /** Whose: a person's identities, or (admins) a community's places. */;
  what: 'person' | 'community';
  place: { platform: string; externalId: string; userId: string };
};

export type LinkReceipt = { code: string | null; linked: readonly { platform: string; name: string }[] };

/** Joins identities: without a code, gives one out; with a code from elsewhere, links the two. */
export async function link(_db: Db, _call: Call, _input: LinkInput): Promise<LinkReceipt> {
  throw new Error('being built');
}
