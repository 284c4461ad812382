import type { Chart } from '../view.ts';

const percent = (p: number): string => {
  const value = p * 100;
  return `${value > 0 && value < 1 ? '<1' : value > 99 && value < 100 ? '>99' : Math.round(value)}%`;
};
const day = (at: Date): string => at.toISOString().slice(0, 10);
const figure = (value: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(3));

/** Index of the outcome to speak of: YES of a binary question, otherwise the likeliest at the end. */
function leading(p: readonly number[]): number {
  if (p.length <= 2) return 0;
  return p.reduce((best, value, i) => (value > (p[best] ?? 0) ? i : best), 0);
}

/**
 * What a chart shows, in words made from the same data, for those who do not see it: range, direction and last values.
 *
 * @example "Will it rain? Crowd on YES: 40% on 2026-01-01 to 62% on 2026-02-01, between 35% and 70%."
 */
export function altText(chart: Chart): string {
  switch (chart.kind) {
    case 'history': {
      const at = leading(chart.crowd.at(-1)?.p ?? chart.market.at(-1)?.p ?? []);
      const told = (name: string, steps: typeof chart.crowd): string | null => {
        const first = steps[0];
        const last = steps.at(-1);
        if (!first || !last) return null;
        const values = steps.map((step) => step.p[at] ?? 0);
        const label = chart.outcomes[at] ?? 'the first outcome';
        return (
          `${name} on ${label}: ${percent(first.p[at] ?? 0)} on ${day(first.at)} to ${percent(last.p[at] ?? 0)} on ` +
          `${day(last.at)}, between ${percent(Math.min(...values))} and ${percent(Math.max(...values))}.`
        );
      };
      const parts = [told('Crowd', chart.crowd), told('Market', chart.market)].filter(
        (part) => part !== null,
      );
      return `${chart.title}. ${parts.length > 0 ? parts.join(' ') : 'No forecasts yet.'}`;
    }
    case 'calibration': {
      const filled = chart.bins.filter((bin) => bin.count > 0);
      if (filled.length === 0) return `${chart.title}. No resolved forecasts yet.`;
      const told = filled.map(
        (bin) => `${percent(bin.meanForecast)} came true ${percent(bin.observed)} (${bin.count})`,
      );
      return `${chart.title}. Forecasts of about: ${told.join('; ')}.`;
    }
    case 'standings': {
      const ends = chart.series.flatMap((series) => {
        const last = series.points.at(-1);
        return last ? [`${series.label} ${figure(last.value)}`] : [];
      });
      if (ends.length === 0) return `${chart.title}. No standings yet.`;
      return `${chart.title}. ${chart.metric}, latest: ${ends.join('; ')}.`;
    }
  }
}
