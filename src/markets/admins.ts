import { Refusal } from './core/refusal.ts';
import type { Actor } from './core/types.ts';
import type { Tx } from './db.ts';

/**
 * Refuses everyone but admins, and tells them whom to ask.
 *
 * @param deed what was asked for, to follow "may": "approve drafts"
 */
export async function requireAdmin(db: Tx, actor: Actor, deed: string): Promise<void> {
  if (actor.admin) return;
  const admins = await db.member.findMany({
    where: { communityId: actor.communityId, admin: true, active: true, practice: false },
    orderBy: { id: 'asc' },
    take: 5,
    select: { name: true },
  });
  const names = admins.map((a) => a.name).join(', ');
  throw new Refusal(
    'not-allowed',
    `Only admins may ${deed}.`,
    names ? `Ask one of them: ${names}.` : 'Nobody here has been seen as an admin yet.',
  );
}
