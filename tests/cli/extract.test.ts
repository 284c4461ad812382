import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { extract } from '../../src/cli/extract.ts';
import { Refusal } from '../../src/markets/core/refusal.ts';

const output = z.object({
  article: z.object({ title: z.string().nullable(), publishedAt: z.string().nullable() }),
  claims: z.array(
    z.object({
      start: z.number(),
      end: z.number(),
      quote: z.string(),
      speaker: z.string().nullable(),
      deadline: z.string().nullable(),
      deadlineText: z.string().nullable(),
      draft: z.object({
        title: z.string(),
        criteria: z.string(),
        closesAt: z.string(),
        resolvesBy: z.string(),
      }),
    }),
  ),
  nearest: z.array(z.string()),
});

let folder = '';
const file = async (name: string, text: string | Uint8Array): Promise<string> => {
  const path = join(folder, name);
  await writeFile(path, text);
  return path;
};
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'extract-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('extract', () => {
  it('gives claims with offsets into the file as it is, and a draft for each', async () => {
    const text =
      '\n\n  The  bridge — old as it is — has cracks.\r\nThe council “will close” it by the end of 2027, said Ana Ruiz.\n';
    const { json } = await extract([await file('a.txt', text), '--published', '2026-03-01']);
    const { article, claims } = output.parse(json);
    expect(article.publishedAt).toBe('2026-03-01');
    expect(claims).toHaveLength(1);
    for (const claim of claims) expect(text.slice(claim.start, claim.end)).toBe(claim.quote);
    expect(claims[0]).toMatchObject({
      speaker: 'Ana Ruiz',
      deadline: '2027-12-31',
      deadlineText: 'by the end of 2027',
    });
  });

  it('prints each claim with what is known of it', async () => {
    const { text } = await extract([
      await file('b.txt', 'Tolls on the bridge will double by 2028.'),
      '--published=2026-03-01',
    ]);
    expect(text).toContain('Tolls on the bridge will double by 2028.');
    expect(text).toContain('until 2028-12-31 (by 2028)');
  });

  it('shows the nearest sentences where there is no prediction', async () => {
    const path = await file(
      'c.txt',
      'The cat sat on the mat. The trend may soon turn. It was a fine day, and nobody spoke of it.',
    );
    const { json, text } = await extract([path]);
    expect(output.parse(json)).toMatchObject({
      claims: [],
      nearest: ['The trend may soon turn.', expect.any(String), expect.any(String)],
    });
    expect(text).toContain('I found no predictions');
  });

  it.each([
    ['no file', [], /Name the article/],
    ['a file that is not there', ['/no/such/file.txt'], /cannot read the file/],
    ['a date that is none', ['x.txt', '--published', '2026-02-30'], /is no date/],
    ['an option that is none', ['x.txt', '--publised'], /do not know what to do/],
    ['a private address', ['http://127.0.0.1/a'], /public addresses/],
  ])('refuses %s in one sentence', async (_name, args, message) => {
    await expect(extract(args)).rejects.toThrow(Refusal);
    await expect(extract(args)).rejects.toThrow(message);
  });

  it('refuses an empty file, a binary one and another language', async () => {
    await expect(extract([await file('empty.txt', '  \n')])).rejects.toThrow(Refusal);
    await expect(
      extract([
        await file(
          'binary.txt',
          new Uint8Array(2000).map((_, i) => i % 7),
        ),
      ]),
    ).rejects.toThrow(Refusal);
    const german =
      'Der Rat wird im März über die Brücke abstimmen, und die Fähre fährt im Winter nicht mehr.';
    await expect(extract([await file('de.txt', german)])).rejects.toThrow(/German/);
  });
});
