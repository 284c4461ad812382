import { type Db, openDatabase } from '../markets/db.ts';

/** Opens the database that `DATABASE_URL` names, or the default file, runs the work and closes it again. */
export async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  const db = await openDatabase(process.env.DATABASE_URL);
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}
