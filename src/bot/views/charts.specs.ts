import type { TopLevelSpec } from 'vega-lite';
import type { Chart } from '../view.ts';

/** Colours that people with any colour vision tell apart (Okabe and Ito 2008), dark enough on white. */
const palette = ['#0072b2', '#d55e00', '#009e73', '#b5539c', '#a67c00', '#3d8fc9', '#555555', '#8a2d0b'];
const ink = '#1f2937';
const faint = '#6b7280';
const grid = '#e5e7eb';
/** All charts are this wide, right at Discord's widest, at double density. */
const frame = 560;
/** More lines than this cannot be told apart. */
const mostOutcomes = 5;
const mostSeries = 8;
const titleLength = 56;

const config = {
  background: '#ffffff',
  // Vega guesses text widths where there is no canvas, so the frame is fixed instead of fitted.
  autosize: 'none',
  font: 'DejaVu Sans',
  view: { stroke: null },
  title: { anchor: 'start', frame: 'group', color: ink, fontSize: 15, fontWeight: 'bold', offset: 12 },
  axis: {
    labelColor: faint,
    titleColor: faint,
    labelFontSize: 12,
    titleFontSize: 12,
    titleFontWeight: 'normal',
    gridColor: grid,
    domainColor: grid,
    tickColor: grid,
    labelPadding: 6,
    titlePadding: 10,
  },
} as const;

const shortened = (text: string, max: number): string =>
  text.length <= max ? text : `${text.slice(0, max - 1).trimEnd()}…`;

/** Two lines at most: Vega breaks titles only where it is told to. */
function wrapped(text: string): string[] {
  if (text.length <= titleLength) return [text];
  const cut = text.lastIndexOf(' ', titleLength);
  const at = cut > 20 ? cut : titleLength;
  return [text.slice(0, at), shortened(text.slice(at).trim(), titleLength)];
}

/**
 * Places for labels at the ends of lines: at least `gap` apart, within low..high, moved as little as possible. Least
 * squares under an order is isotonic regression, found by pooling adjacent violators (Barlow et al. 1972).
 *
 * @example spread([0.5, 0.5], 0.1, 0, 1) // [0.45, 0.55]
 */
export function spread(values: readonly number[], gap: number, low: number, high: number): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const pools: { sum: number; count: number }[] = [];
  for (const [n, { value }] of order.entries()) {
    let pool = { sum: value - n * gap, count: 1 };
    let before = pools.at(-1);
    while (before && before.sum / before.count > pool.sum / pool.count) {
      pool = { sum: before.sum + pool.sum, count: before.count + pool.count };
      pools.pop();
      before = pools.at(-1);
    }
    pools.push(pool);
  }
  const top = high - (values.length - 1) * gap;
  const places = pools.flatMap(({ sum, count }) =>
    new Array<number>(count).fill(Math.max(low, Math.min(top, sum / count))),
  );
  const out = new Array<number>(values.length).fill(0);
  for (const [n, { i }] of order.entries()) out[i] = (places[n] ?? 0) + n * gap;
  return out;
}

type Of<K extends Chart['kind']> = Extract<Chart, { kind: K }>;

/** Title, and the plot with so much room around it; the title starts at the picture's left edge. */
function frameOf(
  title: string,
  subtitle: string,
  room: { height: number; left: number; right: number; bottom: number },
) {
  const lines = wrapped(title);
  const { height, left, right, bottom } = room;
  return {
    title: { text: lines, subtitle, subtitleColor: faint, subtitlePadding: 4, dx: 16 - left },
    width: frame - left - right,
    height,
    padding: { left, right, top: 26 + lines.length * 19 + (subtitle === '' ? 0 : 18), bottom },
  };
}

function timeAxis(from: number, to: number) {
  const days = (to - from) / 86_400_000;
  const format = days < 2 ? '%H:%M' : days < 300 ? '%-d %b' : '%b %Y';
  return { title: null, grid: false, format, labelOverlap: true, tickCount: 6, labelFlush: true };
}

function historySpec(chart: Of<'history'>): TopLevelSpec {
  const latest = chart.crowd.at(-1)?.p ?? chart.market.at(-1)?.p ?? chart.outcomes.map(() => 0);
  const shown =
    chart.outcomes.length <= 2
      ? [0]
      : chart.outcomes
          .map((_, i) => i)
          .sort((a, b) => (latest[b] ?? 0) - (latest[a] ?? 0))
          .slice(0, mostOutcomes);
  const one = shown.length === 1;
  const times = [...chart.crowd, ...chart.market].map((step) => step.at.getTime());
  const from = Math.min(...times);
  const last = Math.max(...times);
  // A little further, so that the last change is seen as a step.
  const to = last > from ? last + (last - from) * 0.02 : from + 3_600_000;

  const lines = (['Crowd', 'Market'] as const).flatMap((who) =>
    shown.flatMap((outcome) => {
      const steps = who === 'Crowd' ? chart.crowd : chart.market;
      const points = steps.map((step) => ({ at: step.at.getTime(), p: step.p[outcome] ?? 0 }));
      const end = points.at(-1);
      // The standing value holds until the end of the picture.
      if (end && end.at < to) points.push({ at: to, p: end.p });
      const label = chart.outcomes[outcome] ?? '';
      const key = one ? who : shortened(label, 22);
      return points.map((point) => ({ ...point, who, key, line: `${who} ${outcome}` }));
    }),
  );
  const keys = one ? ['Crowd', 'Market'] : shown.map((o) => shortened(chart.outcomes[o] ?? '', 22));
  const ends = lines
    .filter((point) => point.at === to && (one || point.who === 'Crowd'))
    .filter((point, i, all) => all.findLastIndex((other) => other.line === point.line) === i);
  const places = spread(
    ends.map((point) => point.p),
    0.068,
    0.02,
    0.98,
  );
  const tags = ends.map((point, i) => ({
    ...point,
    place: places[i],
    text: `${shortened(point.key, 11)} ${Math.round(point.p * 100)}%`,
  }));
  const colour = {
    field: 'key',
    type: 'nominal' as const,
    scale: { domain: keys, range: palette },
    legend: null,
  };
  const x = {
    field: 'at',
    type: 'temporal' as const,
    scale: { type: 'utc' as const, domain: [from, to] },
    axis: timeAxis(from, to),
  };
  return {
    ...frameOf(
      chart.title,
      one ? `Probability of ${shortened(chart.outcomes[0] ?? 'YES', 40)}` : 'Solid: crowd. Dashed: market.',
      { height: 230, left: 56, right: 138, bottom: 34 },
    ),
    config,
    layer: [
      {
        data: { values: lines },
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: 2.5, strokeCap: 'round' },
        encoding: {
          x,
          y: {
            field: 'p',
            type: 'quantitative',
            scale: { domain: [0, 1] },
            axis: { title: null, format: '.0%', values: [0, 0.25, 0.5, 0.75, 1] },
          },
          color: colour,
          detail: { field: 'line' },
          strokeDash: {
            field: 'who',
            type: 'nominal',
            scale: {
              domain: ['Crowd', 'Market'],
              range: [
                [1, 0],
                [5, 4],
              ],
            },
            legend: null,
          },
        },
      },
      {
        data: { values: tags },
        mark: { type: 'text', align: 'left', dx: 6, fontSize: 12, fontWeight: 'bold' },
        encoding: {
          x,
          y: { field: 'place', type: 'quantitative' },
          text: { field: 'text' },
          color: colour,
        },
      },
    ],
  };
}

function calibrationSpec(chart: Of<'calibration'>): TopLevelSpec {
  const bins = chart.bins.filter((bin) => bin.count > 0);
  const percent = { format: '.0%', values: [0, 0.2, 0.4, 0.6, 0.8, 1] };
  const x = {
    field: 'meanForecast',
    type: 'quantitative' as const,
    scale: { domain: [0, 1] },
    axis: { ...percent, title: 'Forecast' },
  };
  const y = {
    type: 'quantitative' as const,
    scale: { domain: [0, 1] },
    axis: { ...percent, title: 'Came true' },
  };
  return {
    ...frameOf(chart.title, 'Dashed: perfect. Larger dot: more forecasts. Line through it: likely range.', {
      height: 330,
      left: 78,
      right: 34,
      bottom: 52,
    }),
    config,
    layer: [
      {
        data: {
          values: [
            { meanForecast: 0, observed: 0 },
            { meanForecast: 1, observed: 1 },
          ],
        },
        mark: { type: 'line', stroke: faint, strokeDash: [5, 5], strokeWidth: 1.5 },
        encoding: { x, y: { ...y, field: 'observed' } },
      },
      {
        data: { values: bins },
        mark: { type: 'rule', stroke: palette[0] ?? ink, strokeWidth: 2, opacity: 0.45 },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
      },
      {
        data: { values: bins },
        mark: {
          type: 'circle',
          fill: palette[0] ?? ink,
          stroke: '#ffffff',
          strokeWidth: 1.5,
          opacity: 1,
          clip: false,
        },
        encoding: {
          x,
          y: { ...y, field: 'observed' },
          size: {
            field: 'count',
            type: 'quantitative',
            scale: { type: 'sqrt', range: [70, 500] },
            legend: null,
          },
        },
      },
      {
        data: { values: bins },
        mark: { type: 'text', align: 'left', dx: 14, dy: 11, fontSize: 11, fill: faint },
        encoding: { x, y: { ...y, field: 'observed' }, text: { field: 'count', type: 'quantitative' } },
      },
    ],
  };
}

function standingsSpec(chart: Of<'standings'>): TopLevelSpec {
  const series = chart.series.filter((s) => s.points.length > 0).slice(0, mostSeries);
  const points = series.flatMap((s, i) =>
    s.points.map((point) => ({ at: point.at.getTime(), value: point.value, key: `${i}` })),
  );
  const times = points.map((point) => point.at);
  const from = Math.min(...times);
  const last = Math.max(...times);
  const to = last > from ? last : from + 3_600_000;
  const values = points.map((point) => point.value);
  const low = Math.min(...values);
  const high = Math.max(...values);
  const margin = (high - low || Math.abs(high) || 1) * 0.08;
  const domain: [number, number] = [low - margin, high + margin];
  const ends = series.map((s) => s.points.at(-1)?.value ?? 0);
  const places = spread(ends, (domain[1] - domain[0]) * 0.065, domain[0], domain[1]);
  const tags = series.map((s, i) => ({
    at: s.points.at(-1)?.at.getTime() ?? to,
    place: places[i] ?? 0,
    key: `${i}`,
    text: shortened(s.label, 15),
  }));
  const colour = {
    field: 'key',
    type: 'nominal' as const,
    scale: { domain: series.map((_, i) => `${i}`), range: palette },
    legend: null,
  };
  const x = {
    field: 'at',
    type: 'temporal' as const,
    scale: { type: 'utc' as const, domain: [from, to] },
    axis: timeAxis(from, to),
  };
  const y = { type: 'quantitative' as const, scale: { domain, zero: false, nice: false } };
  return {
    ...frameOf(chart.title, shortened(chart.metric, 80), { height: 250, left: 64, right: 140, bottom: 34 }),
    config,
    layer: [
      {
        data: { values: points },
        mark: { type: 'line', strokeWidth: 2.5, point: { size: 28, filled: true }, strokeCap: 'round' },
        encoding: {
          x,
          y: { ...y, field: 'value', axis: { title: null, tickCount: 5 } },
          color: colour,
        },
      },
      {
        data: { values: tags.map((tag) => ({ ...tag, at: to })) },
        mark: { type: 'text', align: 'left', dx: 8, fontSize: 12, fontWeight: 'bold' },
        encoding: { x, y: { ...y, field: 'place' }, text: { field: 'text' }, color: colour },
      },
    ],
  };
}

/** A sentence in place of a picture without data. */
function emptySpec(title: string): TopLevelSpec {
  return {
    ...frameOf(title, '', { height: 60, left: 20, right: 20, bottom: 20 }),
    config,
    data: { values: [{}] },
    mark: { type: 'text', fontSize: 14, fill: faint, text: 'Nothing to draw yet' },
  };
}

/** The Vega-Lite specification of a chart. */
export function chartSpec(chart: Chart): TopLevelSpec {
  switch (chart.kind) {
    case 'history':
      return chart.crowd.length + chart.market.length === 0 ? emptySpec(chart.title) : historySpec(chart);
    case 'calibration':
      return chart.bins.every((bin) => bin.count === 0) ? emptySpec(chart.title) : calibrationSpec(chart);
    case 'standings':
      return chart.series.every((s) => s.points.length === 0) ? emptySpec(chart.title) : standingsSpec(chart);
  }
}
