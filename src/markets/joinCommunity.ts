import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import type { Tx } from './db.ts';

/** Moves a place (a server, a workspace) into another community, whose admin gave the code out. */
export async function joinCommunity(
  tx: Tx,
  { actor, now }: Call,
  { into, place }: { into: number; place: { platform: string; externalId: string } },
): Promise<{ platform: string; name: string }[]> {
  const { platform, externalId } = place;
  const here = await tx.place.findFirstOrThrow({
    where: { platform, externalId, communityId: actor.communityId },
  });
  if (here.communityId !== into) {
    // Histories are append-only, so two of them cannot be made one. A place that is new has none.
    const asked = await tx.question.count({ where: { communityId: here.communityId, practice: false } });
    if (asked > 0) {
      throw new Refusal(
        'wrong-state',
        `This place has ${asked} ${asked === 1 ? 'question' : 'questions'} of its own, which would be left behind.`,
        'Join the other way round: take the code here and enter it at the place that is still empty.',
      );
    }
    await tx.place.update({ where: { id: here.id }, data: { communityId: into } });
    await tx.audit.create({
      data: {
        communityId: into,
        act: 'join-place',
        subject: `place:${here.id}`,
        detail: JSON.stringify({ platform, externalId, by: actor.name }),
        at: now,
      },
    });
  }
  const places = await tx.place.findMany({ where: { communityId: into }, orderBy: { id: 'asc' } });
  return places.map((p) => ({ platform: p.platform, name: p.externalId }));
}
