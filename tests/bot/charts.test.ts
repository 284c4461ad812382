import { expect, it } from 'vitest';
import type { Chart } from '../../src/bot/view.ts';
import { spread } from '../../src/bot/views/charts.specs.ts';
import { altText, drawChart } from '../../src/bot/views/charts.ts';

const day = (n: number) => new Date(Date.UTC(2026, 0, 1 + n));

const history: Chart = {
  kind: 'history',
  title: 'Q7 Rain?',
  outcomes: ['YES', 'NO'],
  crowd: [
    { at: day(0), p: [0.4, 0.6] },
    { at: day(10), p: [0.352, 0.648] },
    { at: day(31), p: [0.62, 0.38] },
  ],
  market: [{ at: day(1), p: [0.995, 0.005] }],
};
const choice: Chart = {
  kind: 'history',
  title: 'Who?',
  outcomes: ['Apple', 'Google', 'Somebody else'],
  crowd: [
    { at: day(0), p: [0.5, 0.3, 0.2] },
    { at: day(5), p: [0.2, 0.7, 0.1] },
  ],
  market: [{ at: day(0), p: [0.6, 0.25, 0.15] }],
};
const calibration: Chart = {
  kind: 'calibration',
  title: 'Calibration',
  bins: [
    { count: 4, meanForecast: 0.1, observed: 0.25, low: 0.05, high: 0.6 },
    { count: 0, meanForecast: 0, observed: 0, low: 0, high: 1 },
    { count: 9, meanForecast: 0.9, observed: 1, low: 0.7, high: 1 },
  ],
};
const standings: Chart = {
  kind: 'standings',
  title: 'Standings',
  metric: 'Brier score',
  series: [
    {
      label: 'Ann <b>',
      points: [
        { at: day(0), value: 0.2 },
        { at: day(7), value: 0.15 },
      ],
    },
    { label: 'Bob', points: [{ at: day(0), value: 0.3 }] },
    { label: 'New', points: [] },
  ],
};
const empty: Chart[] = [
  { ...history, crowd: [], market: [] },
  { ...calibration, bins: [] },
  { ...standings, series: [] },
];

it.each<[Chart, string]>([
  [
    history,
    'Q7 Rain?. Crowd on YES: 40% on 2026-01-01 to 62% on 2026-02-01, between 35% and 62%. ' +
      'Market on YES: >99% on 2026-01-02 to >99% on 2026-01-02, between >99% and >99%.',
  ],
  [
    choice,
    'Who?. Crowd on Google: 30% on 2026-01-01 to 70% on 2026-01-06, between 30% and 70%. ' +
      'Market on Google: 25% on 2026-01-01 to 25% on 2026-01-01, between 25% and 25%.',
  ],
  [calibration, 'Calibration. Forecasts of about: 10% came true 25% (4); 90% came true 100% (9).'],
  [standings, 'Standings. Brier score, latest: Ann <b> 0.150; Bob 0.300.'],
  [empty[0] ?? history, 'Q7 Rain?. No forecasts yet.'],
  [empty[1] ?? history, 'Calibration. No resolved forecasts yet.'],
  [empty[2] ?? history, 'Standings. No standings yet.'],
])('tells a chart in words from its data', (chart, words) => {
  expect(altText(chart)).toBe(words);
});

/** Width and height stand in the header of a PNG. */
const sizeOf = (png: Uint8Array) => {
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
};

it.each([history, choice, calibration, standings, ...empty].map((chart) => [chart.kind, chart] as const))(
  'draws a %s, 1,120 pixels wide, with its words in the font that ships',
  async (_, chart) => {
    const { svg, png } = await drawChart(chart);
    expect(sizeOf(png)[0]).toBe(1120);
    expect(svg).toContain('font-family="DejaVu Sans"');
    expect(svg).toContain(chart.title);
    // Text that is not drawn leaves an empty picture behind, a tenth of the size.
    expect(png.length).toBeGreaterThan(5_000);
    expect(svg).not.toContain('NaN');
  },
);

it('escapes what people are called', async () => {
  const { svg } = await drawChart(standings);
  expect(svg).toContain('Ann &lt;b&gt;');
});

it.each([
  [
    [0.5, 0.5],
    [0.45, 0.55],
  ],
  [
    [0.2, 0.8],
    [0.2, 0.8],
  ],
  [
    [0, 0],
    [0, 0.1],
  ],
  [
    [1, 1, 1],
    [0.8, 0.9, 1],
  ],
  [
    [0.52, 0.5, 0.1],
    [0.56, 0.46, 0.1],
  ],
])('moves labels at %j apart to %j', (values, places) => {
  const spreadOut = spread(values, 0.1, 0, 1);
  for (const [i, place] of places.entries()) expect(spreadOut[i]).toBeCloseTo(place, 9);
});
