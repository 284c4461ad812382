import { transfer } from './core/postings.ts';
import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import type { Tx } from './db.ts';
import { houseAccount, post } from './ledger.ts';

interface Meeting {
  readonly communityId: number;
  readonly keep: number;
  readonly retire: number;
}

/**
 * Makes two people one: the identities and memberships of `from` go to `into`, who gave the code out. Where both are
 * members of one community, the one without a history retires and its points go back to the house; two histories are
 * never mixed.
 */
export async function joinPerson(
  tx: Tx,
  call: Call,
  { into, from }: { into: number; from: number },
): Promise<{ platform: string; name: string }[]> {
  if (into !== from) {
    const theirs = await tx.member.findMany({ where: { personId: into } });
    const mine = await tx.member.findMany({ where: { personId: from } });
    const meetings: Meeting[] = [];
    for (const member of mine) {
      const other = theirs.find((m) => m.communityId === member.communityId);
      if (other) meetings.push(await meeting(tx, member, other));
    }
    for (const { communityId, keep, retire } of meetings) {
      const nobody = await tx.person.create({ data: { name: 'Joined elsewhere', createdAt: call.now } });
      await tx.member.update({ where: { id: retire }, data: { personId: nobody.id, active: false } });
      await tx.member.update({ where: { id: keep }, data: { active: true } });
      await giveBack(tx, call, communityId, retire);
    }
    await tx.member.updateMany({ where: { personId: from }, data: { personId: into } });
    await tx.identity.updateMany({ where: { personId: from }, data: { personId: into } });
    await tx.linkCode.deleteMany({ where: { personId: from } });
    await tx.audit.create({
      data: {
        communityId: call.actor.communityId,
        memberId: call.actor.memberId,
        act: 'join-person',
        subject: `person:${into}`,
        detail: JSON.stringify({ from }),
        at: call.now,
      },
    });
  }
  const identities = await tx.identity.findMany({ where: { personId: into }, orderBy: { id: 'asc' } });
  return identities.map(({ platform, name }) => ({ platform, name }));
}

async function meeting(tx: Tx, a: { id: number; communityId: number }, b: { id: number }): Promise<Meeting> {
  const [usedA, usedB] = [await hasHistory(tx, a.id), await hasHistory(tx, b.id)];
  if (usedA && usedB) {
    throw new Refusal(
      'wrong-state',
      'Both of your names have forecasts or wagers in this community already, and two histories cannot be made one.',
      'Go on with one of them.',
    );
  }
  const { communityId } = a;
  return usedA ? { communityId, keep: a.id, retire: b.id } : { communityId, keep: b.id, retire: a.id };
}

async function hasHistory(tx: Tx, memberId: number): Promise<boolean> {
  const where = { memberId };
  if (await tx.forecast.findFirst({ where })) return true;
  if (await tx.trade.findFirst({ where })) return true;
  return (await tx.limitOrder.findFirst({ where })) !== null;
}

async function giveBack(tx: Tx, call: Call, communityId: number, memberId: number): Promise<void> {
  const account = await tx.account.findUnique({ where: { memberId } });
  if (!account || account.balance === 0n) return;
  const house = await houseAccount(tx, communityId);
  await post(tx, {
    communityId,
    key: `retire:${memberId}`,
    kind: 'sweep',
    questionId: null,
    byId: call.actor.memberId,
    at: call.now,
    practice: false,
    lines: transfer('points', account.balance, { id: account.id, memberId }, house),
  });
}
