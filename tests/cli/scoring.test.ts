import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { calibration } from '../../src/cli/calibration.ts';
import { crowd } from '../../src/cli/crowd.ts';
import { score } from '../../src/cli/score.ts';
import { Refusal } from '../../src/markets/core/refusal.ts';
import { near, tableOf, tablePath } from '../scoring/tables.ts';

const folder = mkdtempSync(join(tmpdir(), 'brierpatch-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
function file(content: unknown, ending = 'json'): string {
  const path = join(folder, `${++files}.${ending}`);
  writeFileSync(path, typeof content === 'string' ? content : JSON.stringify(content));
  return path;
}

/** What `--json` prints, read back. */
const printed = (json: unknown): unknown => JSON.parse(JSON.stringify(json));

async function refusal(run: Promise<unknown>): Promise<string> {
  const error = await run.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof Refusal)) throw new Error(`not refused: ${error}`);
  return [error.message, error.hint].filter(Boolean).join(' ');
}

const figures = z.object({
  brier: z.number().nullable(),
  coverage: z.number().nullable(),
  relativeBrier: z.number().nullable(),
  baseline: z.number().nullable(),
  peer: z.number().nullable(),
});
const scores = z.object({
  results: z.array(
    z.object({
      name: z.string(),
      members: z.record(z.string(), figures),
      crowds: z.record(z.string(), figures),
    }),
  ),
});

describe('score', () => {
  it('prints the figures of the tables, null where there is none', async () => {
    const wanted = tableOf(
      'scores',
      z.object({
        cases: z.array(
          z.object({
            name: z.string(),
            expect: z.record(z.string(), figures.partial()),
            tolerance: z.number().optional(),
          }),
        ),
      }),
    );
    const { results } = scores.parse(printed((await score([tablePath('scores')])).json));
    for (const [i, { name, expect: members, tolerance }] of wanted.cases.entries()) {
      expect(results[i]?.name).toBe(name);
      for (const [member, want] of Object.entries(members)) {
        const got = results[i]?.members[member];
        for (const figure of ['brier', 'coverage', 'relativeBrier', 'baseline', 'peer'] as const) {
          const value = want[figure];
          if (value === null) expect(got?.[figure]).toBeNull();
          else if (value !== undefined) near(got?.[figure], value, tolerance);
        }
      }
    }
    expect(results[1]?.crowds.recencyWeighted?.brier).toBeCloseTo(0.32, 12);
  });

  const forecasts = [
    'question,member,at,probability',
    '"Will it, rain?",ann,2026-01-01,50%',
    '"Will it, rain?",bob,2026-01-02T12:00Z,0.9',
    '"Will it, rain?",ann,2026-01-03,1',
    'Which?,ann,2026-01-01,0.25/0.25/0.3/0.2',
    'Which?,ann,2026-01-02,',
    'Moot,ann,2026-01-01,1',
  ].join('\n');
  const resolutions = [
    'question,resolution,open,close,known,ordered',
    '"Will it, rain?",YES,2026-01-01,2026-01-05,,',
    'Which?,0/1/0/0,,,2026-01-03 00:00,yes',
    'Moot,ambiguous,,,,',
  ].join('\n');

  it('reads a CSV of forecasts and one of resolutions', async () => {
    const { json } = await score([file(forecasts, 'csv'), file(resolutions, 'csv')]);
    const { results } = scores.parse(printed(json));
    expect(results.map(({ name }) => name)).toEqual(['Will it, rain?', 'Which?', 'Moot']);
    near(results[0]?.members.ann?.brier, 0.25);
    near(results[0]?.members.bob?.coverage, 0.625);
    near(results[1]?.members.ann?.brier, 0.235);
    near(results[1]?.members.ann?.coverage, 0.5);
    expect(results[2]?.members.ann).toMatchObject({ brier: null, coverage: null, relativeBrier: null });
  });

  it('explains each score with --explain: stretches, cost, crowd, rank', async () => {
    const { json, text } = await score([file(forecasts, 'csv'), file(resolutions, 'csv'), '--explain']);
    expect(printed(json)).toMatchObject({
      results: [
        {
          explanations: {
            ann: {
              rank: 2,
              of: 2,
              stretches: [
                {
                  from: '2026-01-01T00:00:00.000Z',
                  to: '2026-01-03T00:00:00.000Z',
                  p: [0.5, 0.5],
                  brier: 0.5,
                  cost: 0.25,
                  share: 1,
                },
                { p: [1, 0], brier: 0, cost: 0, share: 0 },
              ],
            },
            bob: { rank: 1, stretches: [{ p: null, brier: null }, { share: 1 }] },
          },
        },
        {},
        {},
      ],
    });
    expect(text).toContain('ann: rank 2 of 2, Brier 0.25 over 100% of the time');
    expect(text).toContain('Moot\nnot scored: annulled or not resolved');
    const days = await score([tablePath('scores'), '--explain']);
    expect(days.text).toContain('rank 1 of 3');
    expect(printed(days.json)).toMatchObject({
      results: [
        { explanations: { u: { stretches: [{ from: 0, to: 1 }] } } },
        {},
        {},
        {},
        {},
        {},
        {},
        {},
        {},
        {},
        {},
        {},
        {},
        {},
      ],
    });
  });

  it('does not score an annulled case', async () => {
    const { json } = await score([
      file({ cases: [{ name: 'x', close: 1, resolution: null, forecasts: [['u', 0, [0.2, 0.8]]] }] }),
    ]);
    expect(printed(json)).toMatchObject({
      results: [{ annulled: true, members: { u: { brier: null, peer: null } } }],
    });
  });

  const one = (forecast: unknown[], rest = {}) =>
    file({
      cases: [
        { name: 'rain', close: 2, resolution: [1, 0], forecasts: [['u', 0, [0.5, 0.5]], forecast], ...rest },
      ],
    });

  it.each([
    [
      'a negative probability',
      () => [one(['u', 1, [-0.1, 1.1]])],
      'Question rain: The forecast of u contains -0.1; a probability is 0 or more.',
    ],
    ['a sum that is not 1', () => [one(['u', 1, [0.7, 0.7]])], 'sums to 1.4, not to 1'],
    [
      'a vector too long',
      () => [one(['u', 1, [0.5, 0.3, 0.2]])],
      'has 3 numbers; the question has 2 outcomes',
    ],
    ['forecasts out of order', () => [one(['u', -1, [1, 0]])], 'before the one that precedes it'],
    ['a forecast of the far future', () => [one(['u', 1e6, [1, 0]])], 'more than ten years after the close'],
    [
      'a resolution to two outcomes',
      () => [one(['u', 1, [1, 0]], { resolution: [1, 1] })],
      'The resolution sums to 2, not to 1.',
    ],
    ['a missing field', () => [file({ cases: [{ forecasts: [] }] })], 'at cases.0.close'],
    ['what is no JSON', () => [file('{"cases": [')], 'is not JSON'],
    ['no file', () => [], 'Name the file to read. Write: score CASES.json'],
    [
      'a file that is not there',
      () => ['/nowhere/at/all.json'],
      'I cannot read the file "/nowhere/at/all.json"',
    ],
    ['an unknown option', () => ['--explian', 'x.json'], 'I do not know the option "--explian"'],
    ['a third file', () => ['a', 'b', 'c'], 'I do not know what to do with "c"'],
    ['a CSV alone', () => [file(forecasts, 'csv')], 'needs a second one with the resolutions'],
    [
      'a CSV without a column',
      () => [file('question,member\n', 'csv'), file(resolutions, 'csv')],
      'has no column "at"',
    ],
    [
      'a CSV with broken quotes',
      () => [file('question,member,at,probability\n"a,b,1,1', 'csv'), file(resolutions, 'csv')],
      'is not a CSV',
    ],
    [
      'a CSV with a wrong probability',
      () => [file('question,member,at,probability\nMoot,u,1,often', 'csv'), file(resolutions, 'csv')],
      'row 1: "often" is no probability',
    ],
    [
      'a CSV with a wrong date',
      () => [file('question,member,at,probability\nMoot,u,31/12/2026,1', 'csv'), file(resolutions, 'csv')],
      '"31/12/2026" in the column at is no time',
    ],
    [
      'a question without a resolution',
      () => [file('question,member,at,probability\nNew,u,1,1', 'csv'), file(resolutions, 'csv')],
      'has no row for the question "New"',
    ],
    [
      'a question without an end',
      () => [file('question,member,at,probability\n', 'csv'), file('question,resolution\nq,YES', 'csv')],
      'the question "q" has no end',
    ],
  ])('refuses %s', async (_, args, said) => {
    expect(await refusal(score(args()))).toContain(said);
  });
});

describe('crowd', () => {
  it('prints the figures of the tables', async () => {
    const table = tableOf(
      'crowd',
      z.object({
        geometric_mean_of_odds: z.array(z.object({ p: z.array(z.number()), out: z.number() })),
        recency_weighted_median: z.object({
          cases: z.array(
            z.object({
              p: z.array(z.number()),
              median: z.number(),
              q1: z.number().optional(),
              q3: z.number().optional(),
              mean: z.number().optional(),
            }),
          ),
        }),
        extremised: z.object({ cases: z.array(z.object({ a: z.number(), p: z.number(), out: z.number() })) }),
      }),
    );
    const cases = [
      ...table.geometric_mean_of_odds.map(({ p }) => ({ p })),
      ...table.recency_weighted_median.cases.map(({ p }) => ({ p })),
      ...table.extremised.cases.map(({ a, p }) => ({ a, p: [p] })),
    ];
    const { results } = z
      .object({
        results: z.array(
          z.object({
            mean: z.number(),
            median: z.number(),
            geometricMeanOfOdds: z.number(),
            extremised: z.number().optional(),
            recencyWeighted: z.object({
              median: z.number(),
              q1: z.number(),
              q3: z.number(),
              mean: z.number(),
            }),
          }),
        ),
      })
      .parse(printed((await crowd([file({ cases })])).json));
    const odds = table.geometric_mean_of_odds;
    for (const [i, { out }] of odds.entries()) near(results[i]?.geometricMeanOfOdds, out);
    const recency = table.recency_weighted_median.cases;
    for (const [i, { median, q1, q3, mean }] of recency.entries()) {
      const got = results[odds.length + i]?.recencyWeighted;
      near(got?.median, median);
      if (q1 !== undefined) near(got?.q1, q1);
      if (q3 !== undefined) near(got?.q3, q3);
      if (mean !== undefined) near(got?.mean, mean);
    }
    for (const [i, { out }] of table.extremised.cases.entries())
      near(results[odds.length + recency.length + i]?.extremised, out, 1e-7);
    expect(results[0]?.mean).toBeCloseTo(0.5, 12);
    expect(results[1]?.median).toBeCloseTo(0.9, 12);
  });

  it.each([
    [{ cases: [{ p: [] }] }, 'Case 1: There is no forecast'],
    [{ cases: [{ name: 'x', p: [0.5, 1.5] }] }, 'Case x: Forecast 2 contains 1.5'],
    [{ cases: [{ p: [0.5], a: -1 }] }, 'exponent must be above 0'],
    [{ cases: [{ p: 'high' }] }, 'not in the expected form'],
  ])('refuses %j', async (content, said) => {
    expect(await refusal(crowd([file(content)]))).toContain(said);
  });
});

describe('calibration', () => {
  it('prints the figures of the tables', async () => {
    const table = tableOf(
      'calibration',
      z.object({
        murphy: z.object({
          cases: z.array(
            z.object({ data: z.array(z.tuple([z.number(), z.array(z.number())])) }).catchall(z.unknown()),
          ),
        }),
        bins: z.object({ y: z.array(z.number()), p: z.array(z.number()) }),
      }),
    );
    const [murphy] = table.murphy.cases;
    const forecasts = murphy?.data.flatMap(([p, ys]) => ys.map((y) => [p, y]));
    const first = printed((await calibration([file({ forecasts })])).json);
    const parts = z.object({ murphy: z.record(z.string(), z.number()) }).parse(first).murphy;
    for (const part of ['brier', 'reliability', 'resolution', 'uncertainty'])
      near(parts[part], z.number().parse(murphy?.[part]));

    const { y, p } = table.bins;
    const { json, text } = await calibration([file({ forecasts: p.map((x, i) => [x, y[i]]), bins: 2 })]);
    expect(printed(json)).toMatchObject({
      bins: [
        { from: 0, to: 0.5, count: 3, observed: 0, low: 0 },
        { from: 0.5, to: 1, count: 3, observed: 1, high: 1 },
      ],
      interval: '95% Wilson score interval',
    });
    expect(text).toContain('0-50%');
  });

  it('tells the skill against the crowd where each forecast says what the crowd had', async () => {
    const { json, text } = await calibration([file({ forecasts: [[0.9, 1, 1, 0.8]] })]);
    expect(z.object({ skill: z.object({ crowd: z.number() }) }).parse(json).skill.crowd).toBeCloseTo(
      0.75,
      12,
    );
    expect(text).toContain('against the base rate -, against the crowd 0.75');
  });

  it('shows empty bins as null, and weighs what has a weight', async () => {
    const { json } = await calibration([
      file({
        forecasts: [
          [0.9, 1, 3],
          [0.9, 0, 1],
        ],
        bins: 2,
      }),
    ]);
    expect(printed(json)).toMatchObject({
      bins: [
        { count: 0, observed: null, low: null },
        { count: 2, observed: 0.75 },
      ],
    });
  });

  it.each([
    [{ forecasts: [] }, 'There is no forecast'],
    [{ forecasts: [[70, 1]] }, 'contains 70; a probability is 1 or less'],
    [{ forecasts: [[0.7, 1]], bins: 0 }, '1 to 1000 bins'],
    [{ forecasts: [[0.7]] }, 'not in the expected form'],
  ])('refuses %j', async (content, said) => {
    expect(await refusal(calibration([file(content)]))).toContain(said);
  });
});

it('answers from outside: JSON on standard output, one sentence on standard error and exit code 2', async () => {
  const bin = join(import.meta.dirname, '..', '..', 'bin', 'brierpatch.js');
  const run = (...args: string[]) =>
    new Promise<{ code: number; out: string; err: string }>((done) => {
      const child = execFile(process.execPath, [bin, ...args], (_, out, err) =>
        done({ code: child.exitCode ?? -1, out, err }),
      );
    });
  const [good, bad] = await Promise.all([
    run('crowd', file({ cases: [{ p: [0.8, 0.6] }] }), '--json'),
    run('crowd', file({ cases: [{ p: [2] }] })),
  ]);
  expect(good.code).toBe(0);
  expect(JSON.parse(good.out)).toMatchObject({ results: [{ recencyWeighted: { median: 0.7 } }] });
  expect(bad.code).toBe(2);
  expect(bad.out).toBe('');
  expect(bad.err.trim()).toMatch(/Case 1: Forecast 1 contains 2; a probability is 1 or less\.$/);
});
