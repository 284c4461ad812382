import { randomInt } from 'node:crypto';
import { requireAdmin } from './admins.ts';
import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import type { Db } from './db.ts';
import { joinCommunity } from './joinCommunity.ts';
import { joinPerson } from './joinPerson.ts';

export type LinkInput = {
  /** Null: give a code out. */
  code: string | null;
  /** Whose: a person's identities, or (admins) a community's places. */
  what: 'person' | 'community';
  place: { platform: string; externalId: string; userId: string };
};

export type LinkReceipt = { code: string | null; linked: readonly { platform: string; name: string }[] };

const lifetime = 15 * 60_000;
/** Without what is read for something else: 0 and O, 1, I and L. 31^8 codes that live a quarter of an hour. */
const letters = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const newCode = (): string => Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join('');

/** Joins identities: without a code, gives one out; with a code from elsewhere, links the two. */
export async function link(db: Db, call: Call, input: LinkInput): Promise<LinkReceipt> {
  const community = input.what === 'community';
  return db.transaction(async (tx) => {
    if (community) await requireAdmin(tx, call.actor, 'join two places to one community');
    const { communityId, memberId } = call.actor;
    const { personId } = await tx.member.findFirstOrThrow({ where: { id: memberId, communityId } });
    if (input.code === null) {
      const code = newCode();
      await tx.linkCode.deleteMany({ where: { OR: [{ personId }, { expiresAt: { lt: call.now } }] } });
      await tx.linkCode.create({
        data: {
          code,
          personId,
          communityId: community ? communityId : null,
          expiresAt: new Date(call.now.getTime() + lifetime),
        },
      });
      return { code, linked: [] };
    }
    const code = input.code.trim().toUpperCase();
    const found = await tx.linkCode.findUnique({ where: { code } });
    if (!found || found.expiresAt < call.now || (found.communityId !== null) !== community) {
      throw new Refusal(
        'not-found',
        `The code ${code.slice(0, 20)} is not valid, or no longer.`,
        'Codes live for 15 minutes and work once. Ask for a new one on the other side with /link.',
      );
    }
    // Deleting is what makes a code work once: of two at the same time, one finds nothing to delete.
    const { count } = await tx.linkCode.deleteMany({ where: { code } });
    if (count === 0) throw new Refusal('not-found', 'That code has just been used.', 'Ask for a new one.');
    const linked =
      found.communityId !== null
        ? await joinCommunity(tx, call, { into: found.communityId, place: input.place })
        : await joinPerson(tx, call, { into: found.personId, from: personId });
    return { code: null, linked };
  });
}
