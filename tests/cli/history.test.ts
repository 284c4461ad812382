import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { exportCsv } from '../../src/cli/export.ts';
import { practice } from '../../src/cli/practice.ts';
import { score } from '../../src/cli/score.ts';
import { simulate } from '../../src/cli/simulate.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { differences } from '../support/questions.ts';

const figure = z.number().nullable();
const scores = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      members: z.record(
        z.string(),
        z
          .object({
            brier: figure,
            coverage: figure,
            relativeBrier: figure,
            baseline: figure,
            peer: figure,
          })
          .nullable(),
      ),
    }),
  ),
});

describeBothEngines('a history on the command line', (open) => {
  let db: TestDb;
  const folder = mkdtempSync(join(tmpdir(), 'brierpatch-history-'));
  const before = process.env.DATABASE_URL;
  beforeAll(async () => {
    db = await open();
    process.env.DATABASE_URL = db.url;
  });
  afterAll(() => {
    if (before === undefined) delete process.env.DATABASE_URL;
    else process.env.DATABASE_URL = before;
    rmSync(folder, { recursive: true, force: true });
  });

  it('is simulated through the services', async () => {
    const { text, json } = await simulate('--members 5 --questions 8 --days 50 --seed 3'.split(' '));
    expect(json).toMatchObject({ members: 5, questions: 8 });
    expect(text).toMatch(/^Simulated 5 members and 8 questions over 50 days: \d+ forecasts/);
    expect(await differences(db)).toEqual([]);
  });

  it('is exported in the form that is scored, and scores there as it did here', async () => {
    const files = await Promise.all(
      ['forecasts', 'questions'].map(async (what) => {
        const path = join(folder, `${what}.csv`);
        writeFileSync(path, (await exportCsv([what])).text);
        return path;
      }),
    );
    const { results } = scores.parse((await score(files)).json);
    const kept = await db.client.score.findMany({
      where: { memberId: { not: null }, brier: { not: null } },
      include: { question: { select: { number: true } }, member: { select: { id: true, name: true } } },
    });
    expect(kept.length).toBeGreaterThan(10);
    for (const row of kept) {
      const scored = results.find((r) => r.name === `Q${row.question.number}`);
      const own = scored?.members[`${row.member?.name} #${row.memberId}`];
      for (const name of ['brier', 'coverage', 'relativeBrier', 'baseline', 'peer'] as const)
        expect(own?.[name] ?? null, `${name} of ${row.member?.name}`).toBeCloseTo(row[name] ?? Number.NaN, 9);
    }
  });

  it('goes away with one command', async () => {
    expect((await practice(['remove'])).json).toEqual({ questions: 8, members: 6 });
    expect(await db.client.question.count()).toBe(0);
    expect(await differences(db)).toEqual([]);
  });

  it.each([
    [simulate, ['--members', '0'], /--members must be between 1 and 5000/],
    [simulate, ['--seed', 'x'], /--seed must be a whole number/],
    [simulate, ['--colour', 'red'], /colour/],
    [practice, [], /Say what to do/],
    [exportCsv, ['everything'], /Say what to export/],
    [exportCsv, ['forecasts', '99'], /There is no community 99/],
  ])('refuses what it does not understand: %o %o', async (verb, args, message) => {
    await expect(verb(args)).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringMatching(message),
    });
  });
});
