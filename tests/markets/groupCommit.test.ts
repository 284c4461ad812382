import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Db, openDatabase } from '../../src/markets/db.ts';
import { day0 } from '../support/people.ts';

describe('works that are committed together', () => {
  const folder = mkdtempSync(join(tmpdir(), 'brierpatch-group-'));
  let db: Db;
  beforeAll(async () => {
    db = await openDatabase(`file:${join(folder, 'group.db')}`);
  });
  afterAll(async () => {
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const add = (name: string, fail = false) =>
    db.transaction(async (tx) => {
      await tx.person.create({ data: { name, createdAt: day0 } });
      if (fail) throw new Error(`${name} failed`);
      return name;
    });

  it('fail alone, and keep their order', async () => {
    const results = await Promise.allSettled(
      Array.from({ length: 100 }, (_, i) => add(`person ${i}`, i % 7 === 3)),
    );
    for (const [i, result] of results.entries())
      expect(result).toEqual(
        i % 7 === 3
          ? { status: 'rejected', reason: new Error(`person ${i} failed`) }
          : { status: 'fulfilled', value: `person ${i}` },
      );
    const people = await db.client.person.findMany({ orderBy: { id: 'asc' } });
    expect(people.map(({ name }) => name)).toEqual(
      Array.from({ length: 100 }, (_, i) => i)
        .filter((i) => i % 7 !== 3)
        .map((i) => `person ${i}`),
    );
  });

  it('are not seen before the commit, nor by a reader while one runs', async () => {
    const before = await db.client.person.count();
    let during = -1;
    await db.transaction(async (tx) => {
      await tx.person.create({ data: { name: 'half', createdAt: day0 } });
      during = await db.client.person.count();
    });
    expect(during).toBe(before);
    expect(await db.client.person.count()).toBe(before + 1);
  });
});
