import { describe, expect, inject, it } from 'vitest';
import { MigrationPg, MigrationSqlite } from '../../src/markets/migrationAdapters.ts';
import { diffMigrations } from '../../src/markets/migrations.ts';
import { newPostgresUrl } from '../support/database.ts';

describe('the schema and the migrations agree', () => {
  it('on SQLite', async () => {
    const { agree, sql } = await diffMigrations('sqlite', new MigrationSqlite({ url: ':memory:' }));
    expect({ agree, sql }).toEqual({ agree: true, sql: expect.stringMatching(/empty migration/i) });
  });

  it.skipIf(inject('postgresDoor') === '')('on PostgreSQL', async () => {
    const { agree, sql } = await diffMigrations('postgres', new MigrationPg(await newPostgresUrl()));
    expect({ agree, sql }).toEqual({ agree: true, sql: expect.stringMatching(/empty migration/i) });
  });
});
