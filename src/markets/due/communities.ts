import { type CommunitySettings, readSettings } from '../core/settings.ts';
import type { Db } from '../db.ts';

export interface DueCommunity {
  readonly id: number;
  readonly settings: CommunitySettings;
  /** When it came to be, or its settings were last changed: what a schedule asks for before that is not due. */
  readonly since: Date;
  readonly createdAt: Date;
  /** The week of the last allowance; null before the first. */
  readonly lastAllowance: Date | null;
}

/** All communities with what their schedules depend on. */
export async function dueCommunities(db: Db): Promise<DueCommunity[]> {
  const rows = await db.client.community.findMany({
    select: { id: true, settings: true, createdAt: true },
    orderBy: { id: 'asc' },
  });
  const last = await lastActs(
    db,
    rows.map((row) => row.id),
  );
  return rows.map(({ id, settings, createdAt }) => ({
    id,
    settings: readSettings(settings),
    createdAt,
    since: last.get(`settings community:${id}`) ?? createdAt,
    lastAllowance: last.get(`allowance community:${id}`) ?? null,
  }));
}

/** Looked up by subject, which is indexed: of the audit rows of a busy community these are very few. */
async function lastActs(db: Db, ids: readonly number[]): Promise<Map<string, Date>> {
  const last = new Map<string, Date>();
  for (let i = 0; i < ids.length; i += 500) {
    const found = await db.client.audit.groupBy({
      by: ['subject', 'act'],
      where: {
        subject: { in: ids.slice(i, i + 500).map((id) => `community:${id}`) },
        act: { in: ['settings', 'allowance'] },
      },
      _max: { at: true },
    });
    for (const { subject, act, _max } of found) if (_max.at) last.set(`${act} ${subject}`, _max.at);
  }
  return last;
}
