import type { Actor } from './core/types.ts';
import type { Db } from './db.ts';
import { openMemberAccount } from './ledger.ts';

/** Makes a simulated member, who goes with the practice questions when these are removed. */
export async function newPracticeMember(
  db: Db,
  { communityId, name, now }: { communityId: number; name: string; now: Date },
): Promise<Actor> {
  return db.transaction(async (tx) => {
    const person = await tx.person.create({ data: { name, createdAt: now } });
    const { id } = await tx.member.create({
      data: { communityId, personId: person.id, name, practice: true, createdAt: now },
    });
    await openMemberAccount(tx, { communityId, memberId: id, practice: true, now });
    return { communityId, memberId: id, name, admin: false, mayAsk: true, channel: null };
  });
}
