import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  aggregateNow,
  binOf,
  calibration,
  crowdNow,
  crowdSpread,
  extremise,
  inTimeOrder,
  type MemberScore,
  neymanFactor,
  recencyWeights,
  rules,
  scoreQuestion,
} from '../../src/scoring/index.ts';
import { near, tableOf } from './tables.ts';

const binary = (yes: readonly number[]) => yes.map((p, at) => ({ at, p: [p, 1 - p] }));
const vector = z.array(z.number());

const figures = z.strictObject({
  brier: z.number().nullable(),
  coverage: z.number().nullable(),
  relativeBrier: z.number().nullable(),
  baseline: z.number().nullable(),
  peer: z.number().nullable(),
});

describe('whole questions', () => {
  const { cases } = tableOf(
    'scores',
    z.object({
      cases: z.array(
        z.object({
          name: z.string(),
          close: z.number(),
          known: z.number(),
          ordered: z.boolean().default(false),
          resolution: vector,
          forecasts: z.array(z.tuple([z.string(), z.number(), vector])),
          expect: z.record(z.string(), figures.partial()),
          tolerance: z.number().optional(),
        }),
      ),
    }),
  );

  it.each(cases)('$name', ({ close, known, ordered, resolution, forecasts, expect: wanted, tolerance }) => {
    const day = 86_400_000;
    const { members } = scoreQuestion({
      opensAt: 0,
      closesAt: close * day,
      knownAt: known * day,
      ordered,
      resolution,
      forecasts: inTimeOrder(forecasts.map(([member, at, p]) => ({ member, at: at * day, p }))),
    });
    for (const [member, scores] of Object.entries(wanted)) {
      const got = members.get(member);
      for (const name of [
        'brier',
        'coverage',
        'relativeBrier',
        'baseline',
        'peer',
      ] satisfies (keyof MemberScore)[]) {
        const figure = scores[name];
        if (figure === null) expect(got?.[name]).toBeUndefined();
        else if (figure !== undefined) near(got?.[name], figure, tolerance);
      }
    }
  });
});

describe('rules', () => {
  const pairs = z.object({ cases: z.array(z.tuple([z.number(), z.number()])) });
  const categories = z.object({
    cases: z.array(z.object({ p: vector, true: z.number(), score: z.number() })),
  });
  const lists = z.object({ y: vector, p: vector, score: z.number() });
  const table = tableOf(
    'rules',
    z.object({
      brier_two_sided_binary: pairs,
      brier_half_binary: z.object({ cases: z.array(z.tuple([vector, vector, z.number()])) }),
      ordered: categories,
      rps_unnormalised: categories,
      baseline_binary: pairs,
      log_loss: lists,
      mean_brier_half: lists,
    }),
  );
  const happened = (outcomes: number, which: number) =>
    Array.from({ length: outcomes }, (_, k) => (k === which ? 1 : 0));
  const yes = (p: number) => [p, 1 - p];

  it.each(table.brier_two_sided_binary.cases)('Brier of %f on what happened is %f', (p, score) => {
    near(rules.brier.score(yes(p), [1, 0]), score);
  });
  it.each(table.brier_half_binary.cases)('half Brier of %j when %j happened', ([p = 0], [o = 0], score) => {
    near(rules.brier.score(yes(p), yes(o)) / 2, score);
  });
  it.each(table.ordered.cases)(
    'ordered Brier of $p when $true happened is $score',
    ({ p, true: which, score }) => {
      near(rules.orderedBrier.score(p, happened(p.length, which)), score);
    },
  );
  it.each(table.rps_unnormalised.cases)(
    'ranked probability score of $p is $score',
    ({ p, true: which, score }) => {
      near((rules.orderedBrier.score(p, happened(p.length, which)) * (p.length - 1)) / 2, score);
    },
  );
  it.each(table.baseline_binary.cases)('baseline of %f on what happened is %f', (p, score) => {
    expect(Math.abs(rules.baseline.score(yes(p), [1, 0]) - score)).toBeLessThanOrEqual(1e-4);
  });
  it('mean log loss', () => {
    const { y, p, score } = table.log_loss;
    const losses = y.map((o, i) => -rules.logarithmic.score(yes(p[i] ?? 0), yes(o)));
    near(losses.reduce((a, b) => a + b) / y.length, score);
  });
  it('mean half Brier', () => {
    const { y, p, score } = table.mean_brier_half;
    const halves = y.map((o, i) => rules.brier.score(yes(p[i] ?? 0), yes(o)) / 2);
    near(halves.reduce((a, b) => a + b) / y.length, score);
  });
});

describe('crowd', () => {
  const table = tableOf(
    'crowd',
    z.object({
      geometric_mean_of_odds: z.array(z.object({ p: vector, out: z.number() })),
      recency_weights: z.object({ cases: z.array(z.object({ N: z.number(), w: vector })) }),
      recency_weighted_median: z.object({
        cases: z.array(
          z.object({
            p: vector,
            median: z.number(),
            q1: z.number().optional(),
            q3: z.number().optional(),
            mean: z.number().optional(),
          }),
        ),
      }),
      extremised: z.object({ cases: z.array(z.object({ a: z.number(), p: z.number(), out: z.number() })) }),
      neyman_factor: z.object({ cases: z.array(z.tuple([z.number(), z.number()])) }),
    }),
  );

  it.each(table.geometric_mean_of_odds)('geometric mean of odds of $p is $out', ({ p, out }) => {
    near(aggregateNow('geometricMeanOfOdds', binary(p))[0], out, 1e-9);
  });
  it.each(table.recency_weights.cases)('recency weights of $N', ({ N, w }) => {
    for (const [i, weight] of recencyWeights(N).entries()) near(weight, w[i] ?? Number.NaN);
  });
  it.each(table.recency_weighted_median.cases)(
    'recency-weighted median of $p',
    ({ p, median, q1, q3, mean }) => {
      near(crowdNow(binary(p))[0], median);
      const spread = crowdSpread(binary(p));
      near(spread.median[0], median);
      if (q1 !== undefined) near(spread.q1[0], q1);
      if (q3 !== undefined) near(spread.q3[0], q3);
      if (mean !== undefined) near(spread.mean[0], mean);
    },
  );
  it.each(table.extremised.cases)('$p extremised by $a is $out', ({ a, p, out }) => {
    near(extremise([p, 1 - p], a)[0], out, 1e-7);
  });
  it.each(table.neyman_factor.cases)('Neyman factor of %i is %f', (n, factor) => {
    near(neymanFactor(n), factor, 1e-6);
  });
  it('does not overflow: 200 forecasts of 0.99, 100 of 0.0001', () => {
    near(aggregateNow('geometricMeanOfOdds', binary(new Array(200).fill(0.99)))[0], 0.99);
    near(aggregateNow('geometricMeanOfOdds', binary(new Array(100).fill(0.0001)))[0], 0.0001);
  });
});

describe('calibration', () => {
  const table = tableOf(
    'calibration',
    z.object({
      bins: z.object({
        y: vector,
        p: vector,
        equal_width_2: z.object({ observed: vector, mean_forecast: vector }),
      }),
      murphy: z.object({
        cases: z.array(
          z.object({
            data: z.array(z.tuple([z.number(), vector])),
            reliability: z.number(),
            resolution: z.number(),
            uncertainty: z.number(),
            brier: z.number(),
          }),
        ),
      }),
    }),
  );

  it('two bins', () => {
    const { y, p, equal_width_2 } = table.bins;
    const { bins } = calibration(
      p.map((x, i) => ({ p: x, outcome: y[i] ?? Number.NaN })),
      { bins: 2 },
    );
    for (const [i, bin] of bins.entries()) {
      near(bin.observed, equal_width_2.observed[i] ?? Number.NaN);
      near(bin.meanForecast, equal_width_2.mean_forecast[i] ?? Number.NaN);
    }
  });
  it('every probability from 0 to 1 in steps of 0.001 falls in exactly one bin', () => {
    const points = Array.from({ length: 1001 }, (_, i) => ({ p: i / 1000, outcome: 1 }));
    for (const bins of [1, 2, 7, 10, 20, 100]) {
      const counted = calibration(points, { bins }).bins;
      expect(counted.reduce((sum, { count }) => sum + count, 0)).toBe(1001);
      for (const { p } of points) {
        const home = counted.filter(({ from, to }, i) => (p > from || (i === 0 && p === 0)) && p <= to);
        expect(home).toEqual([counted[binOf(p, bins)]]);
      }
    }
  });
  it.each(table.murphy.cases)("Murphy's decomposition", ({ data, ...wanted }) => {
    const { murphy } = calibration(data.flatMap(([p, ys]) => ys.map((outcome) => ({ p, outcome }))));
    for (const name of ['reliability', 'resolution', 'uncertainty', 'brier'] as const)
      near(murphy[name], wanted[name]);
  });
});
