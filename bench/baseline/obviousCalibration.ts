import type { CalibrationPoint } from '../../src/scoring/index.ts';

/** Murphy's decomposition and bins in the most obvious way: for each value and each bin, look for its points. */
export function obviousCalibration(points: readonly CalibrationPoint[], bins: number) {
  const mean = (own: readonly CalibrationPoint[], of: (point: CalibrationPoint) => number): number => {
    const weight = own.reduce((sum, { weight = 1 }) => sum + weight, 0);
    return own.reduce((sum, point) => sum + (point.weight ?? 1) * of(point), 0) / weight;
  };
  const baseRate = mean(points, ({ outcome }) => outcome);
  const groups = [...new Set(points.map(({ p }) => p))].map((p) => points.filter((point) => point.p === p));
  const observed = new Map(
    groups.flatMap((group) => group.map((point) => [point, mean(group, ({ outcome }) => outcome)])),
  );
  const of = (point: CalibrationPoint): number => observed.get(point) ?? Number.NaN;
  return {
    murphy: {
      brier: mean(points, ({ p, outcome }) => (p - outcome) ** 2),
      reliability: mean(points, (point) => (point.p - of(point)) ** 2),
      resolution: mean(points, (point) => (of(point) - baseRate) ** 2),
      uncertainty: mean(points, ({ outcome }) => (outcome - baseRate) ** 2),
    },
    bins: Array.from({ length: bins }, (_, i) => {
      const own = points.filter(({ p }) => (p > i / bins || (i === 0 && p === 0)) && p <= (i + 1) / bins);
      return {
        count: own.length,
        meanForecast: own.length ? mean(own, ({ p }) => p) : undefined,
        observed: own.length ? mean(own, ({ outcome }) => outcome) : undefined,
      };
    }),
  };
}
