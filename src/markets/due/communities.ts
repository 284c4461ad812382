import { type CommunitySettings, readSettings } from '../core/settings.ts';
import type { Db } from '../db.ts';

export interface DueCommunity {
  readonly id: number;
  readonly settings: CommunitySettings;
  /** When it came to be, or its settings were last changed: what a schedule asks for before that is not due. */
  readonly since: Date;
  readonly createdAt: Date;
}

/** All communities with what their schedules depend on. */
export async function dueCommunities(db: Db): Promise<DueCommunity[]> {
  const rows = await db.client.community.findMany({
    select: { id: true, settings: true, createdAt: true },
    orderBy: { id: 'asc' },
  });
  const changes = await db.client.audit.groupBy({
    by: ['communityId'],
    where: { act: 'settings' },
    _max: { at: true },
  });
  const changed = new Map(changes.map((c) => [c.communityId, c._max.at]));
  return rows.map(({ id, settings, createdAt }) => ({
    id,
    settings: readSettings(settings),
    createdAt,
    since: changed.get(id) ?? createdAt,
  }));
}
