import { z } from 'zod';
import { type Bin, calibration as calibrate } from '../scoring/index.ts';
import type { Verb } from './cli.ts';
import { parseJson, readText, scored, shown, table } from './files.ts';

const forecast = z.union([
  z.tuple([z.number(), z.number()]).transform(([p, outcome]) => ({ p, outcome })),
  z.tuple([z.number(), z.number(), z.number()]).transform(([p, outcome, weight]) => ({ p, outcome, weight })),
]);
const file = z.object({ forecasts: z.array(forecast), bins: z.number().optional() });

/** `calibration FILE`: how often what was said at each probability came true. */
export const calibration: Verb = async ([path]) => {
  const { forecasts, bins } = parseJson(await readText(path, 'The file of forecasts'), file, path ?? '');
  const result = scored(path ?? '', () => calibrate(forecasts, bins === undefined ? {} : { bins }));
  const { murphy, skill, sharpness, baseRate, interval } = result;
  return {
    json: {
      murphy,
      bins: result.bins.map(withNulls),
      interval,
      sharpness,
      baseRate,
      skill: { baseRate: skill.baseRate ?? null, crowd: skill.crowd ?? null },
    },
    text: [
      table(
        ['said', 'forecasts', 'mean said', 'came true', 'low', 'high'],
        result.bins.map((b) => [
          `${shown(b.from * 100)}-${shown(b.to * 100)}%`,
          b.count,
          b.meanForecast,
          b.observed,
          b.low,
          b.high,
        ]),
      ),
      `low and high: ${interval}`,
      `half Brier score ${shown(murphy.brier)} = reliability ${shown(murphy.reliability)} - resolution ${shown(murphy.resolution)} + uncertainty ${shown(murphy.uncertainty)}`,
      `sharpness ${shown(sharpness)}; skill against the base rate ${shown(skill.baseRate)}`,
    ].join('\n'),
  };
};

/** JSON has no undefined: what an empty bin does not have is null. */
function withNulls({ meanForecast, observed, low, high, ...place }: Bin) {
  return {
    ...place,
    meanForecast: meanForecast ?? null,
    observed: observed ?? null,
    low: low ?? null,
    high: high ?? null,
  };
}
