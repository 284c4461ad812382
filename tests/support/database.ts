import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, inject } from 'vitest';
import { type Db, openDatabase } from '../../src/markets/db.ts';

/** A database of one test file: empty, migrated, closed and thrown away at the end. */
export type TestDb = Db & { readonly url: string };

/** Asks for a new, empty PostgreSQL database on the one server of this test run. */
export async function newPostgresUrl(): Promise<string> {
  const response = await fetch(inject('postgresDoor'));
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return text;
}

/**
 * Runs the same tests on a real SQLite file and on a real PostgreSQL.
 *
 * Each `open()` makes a new database; call it in `beforeAll`, or in `beforeEach` where tests would disturb one another.
 */
export function describeBothEngines(name: string, define: (open: () => Promise<TestDb>) => void): void {
  describe(`${name} (sqlite)`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'brierpatch-test-'));
    let count = 0;
    define(opener(() => Promise.resolve(`file:${join(folder, `${++count}.db`)}`)));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));
  });
  describe.skipIf(inject('postgresDoor') === '')(`${name} (postgres)`, () => {
    define(opener(newPostgresUrl));
  });
}

function opener(newUrl: () => Promise<string>): () => Promise<TestDb> {
  const open: Db[] = [];
  afterAll(async () => {
    await Promise.all(open.splice(0).map((db) => db.close()));
  });
  return async () => {
    const url = await newUrl();
    const db = await openDatabase(url);
    open.push(db);
    return { ...db, url };
  };
}
