import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../src/bot/config.ts';
import { cli } from '../../src/cli/cli.ts';
import { openDatabase } from '../../src/markets/db.ts';

const folder = mkdtempSync(join(tmpdir(), 'brierpatch-open-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const path = (name: string): string => join(folder, name);

describe('a database that cannot be opened is one sentence', () => {
  it.each([
    ['mysql://somewhere', /names no database/, /file:PATH/],
    [
      'postgresql://nobody:secret@127.0.0.1:1/none',
      /^The database server .* ECONNREFUSED 127.0.0.1:1\.$/,
      /host/,
    ],
    [`file:${path('junk.db')}`, /cannot be opened: .*not a database/, /folder/],
    [`file:${path('junk.db')}/below.db`, /cannot be opened: .*(ENOTDIR|EEXIST)/, /folder/],
    ['file:/proc/nothing/below.db', /cannot be opened: (ENOENT|EROFS|EACCES)/, /folder/],
  ])('%s', async (url, message, hint) => {
    writeFileSync(path('junk.db'), 'this is no database, whatever it is called');
    await expect(openDatabase(url)).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
  });

  it('also where an older process still has it open and it needs a migration', async () => {
    const file = path('held.db');
    await (await openDatabase(`file:${file}`)).close();
    const holder = new Sqlite(file);
    holder.exec('DELETE FROM "_prisma_migrations"');
    holder.exec('BEGIN IMMEDIATE');
    await expect(openDatabase(`file:${file}`)).rejects.toThrow(/another process has it open/);
    holder.close();
  }, 20_000);
});

it('a port that is none is told what a port is', () => {
  for (const PORT of ['abc', '99999', '-1', '1.5'])
    expect(() => readEnvironment({ PORT })).toThrow('PORT: Write a port as a whole number from 0 to 65535.');
});

it('a verb is one by its own name alone', async () => {
  expect(await cli('constructor', [])).toBe(2);
  expect(await cli('--help', [])).toBe(0);
});
