import { requireAdmin } from './admins.ts';
import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import { checkedBounds, windowBounds } from './core/windows.ts';
import type { Db } from './db.ts';
import type { SeasonLine } from './seasons.ts';

export type OpenSeasonInput = { name: string; startsAt: Date; endsAt: Date };

/** Declares a season (admins): a named window of the leaderboard that can be closed, and then keeps its standings. */
export async function openSeason(db: Db, call: Call, input: OpenSeasonInput): Promise<SeasonLine> {
  const { from: startsAt, to: endsAt } = checkedBounds(input.startsAt, input.endsAt);
  const name = input.name.trim();
  if (name === '' || name.length > 60 || windowBounds(name)) {
    throw new Refusal(
      'not-understood',
      `"${name}" cannot name a season.`,
      'Take 1 to 60 characters that are no calendar window, such as "Winter cup".',
    );
  }
  const { communityId, memberId } = call.actor;
  return db.transaction(async (tx) => {
    await requireAdmin(tx, call.actor, 'open a season');
    const same = await tx.season.findUnique({ where: { communityId_name: { communityId, name } } });
    if (same) {
      throw new Refusal('duplicate', `There is a season "${name}" already.`, 'Take another name.');
    }
    const season = await tx.season.create({ data: { communityId, name, startsAt, endsAt } });
    await tx.audit.create({
      data: { communityId, memberId, act: 'open-season', subject: `season:${season.id}`, at: call.now },
    });
    return { name, startsAt, endsAt, closedAt: null };
  });
}
