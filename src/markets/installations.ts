import type { Db } from './db.ts';

/** An app's installation in a workspace. `sealed` is encrypted by the caller: the database never sees a token. */
export interface InstallationKey {
  readonly platform: string;
  readonly teamId: string;
}

/** Keeps an installation, replacing an earlier one of the same workspace. */
export async function saveInstallation(
  db: Db,
  key: InstallationKey,
  sealed: string,
  now: Date,
): Promise<void> {
  await db.transaction((tx) =>
    tx.installation.upsert({
      where: { platform_teamId: { ...key } },
      create: { ...key, sealed, createdAt: now, updatedAt: now },
      update: { sealed, updatedAt: now },
    }),
  );
}

/** The sealed installation of a workspace, or null. */
export async function findInstallation(db: Db, key: InstallationKey): Promise<string | null> {
  const row = await db.client.installation.findUnique({ where: { platform_teamId: { ...key } } });
  return row?.sealed ?? null;
}

/** Forgets an installation (the app was removed). Harmless when there is none. */
export async function deleteInstallation(db: Db, key: InstallationKey): Promise<void> {
  await db.transaction((tx) => tx.installation.deleteMany({ where: { ...key } }));
}
