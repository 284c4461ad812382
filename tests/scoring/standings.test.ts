import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addScore,
  binSums,
  emptyTotals,
  type MemberTotals,
  type Ranking,
  rankings,
  rankTotals,
  removeScore,
  type ScoreRow,
  standings,
} from '../../src/scoring/index.ts';

const row = (subject: string, rest: Partial<ScoreRow>): ScoreRow => ({
  subject,
  knownAt: 0,
  tags: [],
  ...rest,
});
const many = (subject: string, ...briers: number[]): ScoreRow[] =>
  briers.map((brier) => row(subject, { brier }));
const metrics = Object.keys(rankings) as Ranking[];

describe('ranking', () => {
  it('is standard competition ranking: 1, 2, 2, 4', () => {
    const rows = [...many('dee', 0.9), ...many('cyd', 0.5), ...many('bob', 0.5), ...many('ann', 0.1)];
    expect(
      standings(rows, { metric: 'brier', minimum: 1 }).rows.map((s) => [s.subject, s.rank, s.tied]),
    ).toEqual([
      ['ann', 1, false],
      ['bob', 2, true],
      ['cyd', 2, true],
      ['dee', 4, false],
    ]);
  });

  it('calls a tie what differs by rounding alone', () => {
    const rows = [...many('ann', 0.1 + 0.2, 0), ...many('bob', 0.3, 0)];
    expect(standings(rows, { metric: 'brier', minimum: 1 }).rows.map((s) => s.rank)).toEqual([1, 1]);
  });

  it.each([
    ['relativeBrier', ['low', 'high']],
    ['brier', ['low', 'high']],
    ['peer', ['high', 'low']],
    ['baseline', ['high', 'low']],
    ['profit', ['high', 'low']],
  ] as const)('%s puts the good end first', (metric, order) => {
    const rows = [row('low', { [metric]: -5 }), row('high', { [metric]: 7 })];
    expect(standings(rows, { metric, minimum: 1 }).rows.map((s) => s.subject)).toEqual(order);
  });

  it('ranks by calibration from the bins of the rows', () => {
    const points = (p: number, ...outcomes: number[]) =>
      binSums(outcomes.map((outcome, question) => ({ p, outcome, question })));
    const rows = [
      row('sure', { calibration: points(0.95, 1, 0) }),
      row('right', { calibration: points(0.5, 1, 0) }),
      row('none', {}),
    ];
    const { rows: placed } = standings(rows, { metric: 'calibration', minimum: 1 });
    expect(placed.map((s) => [s.subject, s.rank])).toEqual([
      ['right', 1],
      ['sure', 2],
      ['none', undefined],
    ]);
    expect(placed[1]?.value).toBeCloseTo(0.45 ** 2, 9);
  });

  it('means per question, and sums profit', () => {
    const rows = [row('ann', { peer: 10, profit: 300 }), row('ann', { peer: 20, profit: -100 })];
    expect(standings(rows, { metric: 'peer', minimum: 1 }).rows[0]).toMatchObject({
      value: 15,
      questions: 2,
    });
    expect(standings(rows, { metric: 'profit', minimum: 1 }).rows[0]).toMatchObject({
      value: 200,
      questions: 2,
    });
  });

  it('gives each mean its standard error, and one question none', () => {
    const rows = many('ann', 0.1, 0.2, 0.6);
    // Sample standard deviation sqrt(0.07), over sqrt(3).
    expect(standings(rows, { metric: 'brier' }).rows[0]?.standardError).toBeCloseTo(Math.sqrt(0.07 / 3), 6);
    expect(standings(many('ann', 0.1), { metric: 'brier' }).rows[0]?.standardError).toBeUndefined();
    const profit = [100, 300, 500].map((profit) => row('ann', { profit }));
    // Of a sum: sqrt(3) times the standard deviation of 200.
    expect(standings(profit, { metric: 'profit' }).rows[0]?.standardError).toBeCloseTo(200 * Math.sqrt(3), 6);
  });
});

describe('the provisional', () => {
  const rows = [...many('new', 0.01, 0.01), ...many('ann', 0.2, 0.2, 0.2), ...many('bob', 0.4, 0.4, 0.4)];

  it('are below the minimum of 3 questions: no rank, after the ranked, with the place they would take', () => {
    const { rows: placed, own } = standings(rows, { metric: 'brier', own: 'new' });
    expect(placed.map((s) => [s.subject, s.rank, s.provisional])).toEqual([
      ['ann', 1, false],
      ['bob', 2, false],
      ['new', undefined, true],
    ]);
    expect(own).toMatchObject({ subject: 'new', place: 1, questions: 2 });
  });

  it('are ranked under another minimum', () => {
    expect(standings(rows, { metric: 'brier', minimum: 2 }).rows[0]).toMatchObject({
      subject: 'new',
      rank: 1,
      provisional: false,
    });
    expect(standings(rows, { metric: 'brier', minimum: 4 }).rows.every((s) => s.provisional)).toBe(true);
  });
});

describe('benchmarks', () => {
  const rows = [
    ...many('crowd', 0.3, 0.3, 0.3),
    ...many('market', 0.1),
    ...many('ann', 0.2, 0.2, 0.2),
    ...many('bob', 0.4, 0.4, 0.4),
  ];
  const options = { metric: 'brier' as const, benchmarks: new Set(['crowd', 'market']) };

  it("have the place they would take, take nobody's rank, and are never provisional", () => {
    const placed = standings(rows, options);
    expect(placed.rows.map((s) => [s.subject, s.rank])).toEqual([
      ['ann', 1],
      ['bob', 2],
    ]);
    expect(placed.benchmarks.map((s) => [s.subject, s.rank, s.place, s.provisional])).toEqual([
      ['market', undefined, 1, false],
      ['crowd', undefined, 2, false],
    ]);
  });
});

describe('windows and tags', () => {
  const rows = [
    row('ann', { brier: 0.1, knownAt: 100, tags: ['ai'] }),
    row('ann', { brier: 0.5, knownAt: 200, tags: ['ai', 'chips'] }),
    row('ann', { brier: 0.9, knownAt: 300, tags: ['chips'] }),
  ];
  const value = (options: { window?: { from: number; to: number }; tag?: string }) =>
    standings(rows, { metric: 'brier', minimum: 1, own: 'ann', ...options }).own?.value;

  it('count questions by when the truth was known, the end not included', () => {
    expect(value({ window: { from: 100, to: 300 } })).toBeCloseTo(0.3, 9);
    expect(value({ window: { from: 101, to: 300 } })).toBeCloseTo(0.5, 9);
    expect(value({ window: { from: 400, to: 500 } })).toBeUndefined();
  });

  it('count questions by tag', () => {
    expect(value({ tag: 'chips' })).toBeCloseTo(0.7, 9);
    expect(value({ tag: 'chips', window: { from: 0, to: 250 } })).toBeCloseTo(0.5, 9);
    expect(value({ tag: 'apples' })).toBeUndefined();
  });
});

it("always knows one's own place, whoever one is", () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.constantFrom('ann', 'bob', 'cyd', 'dee'), fc.option(fc.integer({ min: 0, max: 20 }))),
        { maxLength: 30 },
      ),
      fc.constantFrom(...metrics.filter((m) => m !== 'calibration')),
      (scores, metric) => {
        const rows = scores.map(([subject, x]) =>
          row(subject, { [metric]: x === null ? undefined : x / 10 }),
        );
        const { rows: placed, own } = standings(rows, { metric, own: 'ann', minimum: 2 });
        expect(own !== undefined).toBe(scores.some(([subject]) => subject === 'ann'));
        const sign = rankings[metric].better === 'lower' ? 1 : -1;
        const ranked = placed.filter((s) => s.rank !== undefined);
        for (const s of placed) {
          const better = ranked.filter((o) => sign * ((o.value ?? 0) - (s.value ?? 0)) < -1e-9).length;
          expect(s.place).toBe(s.value === undefined ? undefined : better + 1);
          if (s.rank !== undefined) expect(s.rank).toBe(s.place);
        }
      },
    ),
    { numRuns: 1000 },
  );
});

const figure = fc.option(fc.double({ min: -700, max: 700, noNaN: true }), { nil: undefined });
const unit = fc.double({ min: 0, max: 1, noNaN: true });
const anyRow: fc.Arbitrary<ScoreRow> = fc
  .record({
    relativeBrier: figure,
    brier: figure,
    peer: figure,
    baseline: figure,
    profit: fc.option(fc.integer({ min: -1_000_000, max: 1_000_000 }), { nil: undefined }),
    calibration: fc.option(
      fc.array(fc.record({ p: unit, outcome: unit }), { maxLength: 5 }).map((points) => binSums(points)),
      {
        nil: undefined,
      },
    ),
  })
  .map((scores) => row('ann', scores));

/** Zero and minus zero are one number. */
const numbers = (totals: MemberTotals): unknown => JSON.parse(JSON.stringify(totals));

describe('totals', () => {
  const all = (rows: readonly ScoreRow[]) => rows.reduce(addScore, emptyTotals());

  it('forget a corrected or annulled question exactly, whatever came before and after it', () => {
    fc.assert(
      fc.property(
        fc.array(anyRow, { maxLength: 20 }),
        anyRow,
        fc.array(anyRow, { maxLength: 20 }),
        (before, wrong, after) => {
          const corrected = removeScore([...after].reduce(addScore, addScore(all(before), wrong)), wrong);
          expect(numbers(corrected)).toEqual(numbers(all([...before, ...after])));
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('do not depend on the order in which questions resolve', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { minLength: 2, maxLength: 30 }), (rows) => {
        expect(numbers(all([...rows].reverse()))).toEqual(numbers(all(rows)));
      }),
      { numRuns: 1000 },
    );
  });

  it('come back to nothing when every question is taken away', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), (rows) => {
        expect(numbers(rows.reduce(removeScore, all(rows)))).toEqual(numbers(emptyTotals()));
      }),
      { numRuns: 1000 },
    );
  });

  it('survive being kept as JSON, and rank as the rows do', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 12 }), fc.constantFrom(...metrics), (rows, metric) => {
        const kept: MemberTotals = JSON.parse(JSON.stringify(all(rows)));
        const ranked = rankTotals(rows.length ? [['ann', kept]] : [], { metric, own: 'ann' });
        expect(ranked).toEqual(standings(rows, { metric, own: 'ann' }));
      }),
      { numRuns: 1000 },
    );
  });

  it('agree with plain averages to 1e-9', () => {
    fc.assert(
      fc.property(fc.array(unit, { minLength: 1, maxLength: 50 }), (briers) => {
        const { own } = standings(many('ann', ...briers), { metric: 'brier', own: 'ann' });
        expect(own?.value).toBeCloseTo(briers.reduce((a, b) => a + b, 0) / briers.length, 9);
      }),
      { numRuns: 1000 },
    );
  });
});
