import type { Actor, Call } from '../../src/markets/core/types.ts';
import type { Db } from '../../src/markets/db.ts';
import { openMemberAccount } from '../../src/markets/ledger.ts';

/** Noon of a day on which every test's story begins. */
export const day0 = new Date('2026-11-22T12:00:00Z');
export const day = 24 * 3600 * 1000;
/** @example later(2) is two days after `day0` */
export const later = (days: number): Date => new Date(day0.getTime() + days * day);

export async function newCommunity(db: Db, settings: object = {}): Promise<number> {
  return db.transaction(async (tx) => {
    const { id } = await tx.community.create({
      data: { name: 'Test', settings: JSON.stringify(settings), createdAt: day0 },
    });
    return id;
  });
}

/** A person with a member's account and the starting grant. */
export async function newMember(
  db: Db,
  communityId: number,
  name: string,
  { admin = false, channel = null as string | null } = {},
): Promise<Actor> {
  return db.transaction(async (tx) => {
    const person = await tx.person.create({ data: { name, createdAt: day0 } });
    const member = await tx.member.create({
      data: { communityId, personId: person.id, name, admin, createdAt: day0 },
    });
    await openMemberAccount(tx, { communityId, memberId: member.id, practice: false, now: day0 });
    return { communityId, memberId: member.id, name, admin, mayAsk: true, channel };
  });
}

let count = 0;
/** A call by somebody at some time; each has its own key unless one is given, as a delivery that comes twice has. */
export const by = (actor: Actor, now: Date = day0, key = `call-${process.pid}-${++count}`): Call => ({
  actor,
  now,
  key,
});
