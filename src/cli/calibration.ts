import { z } from 'zod';
import { calibration as calibrate } from '../scoring/index.ts';
import type { Verb } from './cli.ts';
import { filesOf, parseJson, plain, readText, scored, shown, table } from './files.ts';

const USAGE = 'Write: calibration FILE, with {"forecasts": [[probability, 0 or 1, weight?, crowd?], ...]}.';

/** [probability, what happened, weight, what the crowd said]; the last two may be left out. */
const forecast = z
  .tuple([z.number(), z.number(), z.number().optional(), z.number().optional()])
  .transform(([p, outcome, weight, crowd]) => ({
    p,
    outcome,
    ...(weight === undefined ? {} : { weight }),
    ...(crowd === undefined ? {} : { crowd }),
  }));
const file = z.object({ forecasts: z.array(forecast), bins: z.number().optional() });

/** `calibration FILE`: how often what was said at each probability came true. */
export const calibration: Verb = async (args) => {
  const [path = ''] = filesOf(args, 1, 1, USAGE);
  const { forecasts, bins } = parseJson(await readText(path, USAGE), file, path);
  const result = scored(path, () => calibrate(forecasts, bins === undefined ? {} : { bins }));
  const { murphy, skill, sharpness, interval } = result;
  return {
    json: plain(result),
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
      `sharpness ${shown(sharpness)}; skill against the base rate ${shown(skill.baseRate)}, against the crowd ${shown(skill.crowd)}`,
    ].join('\n'),
  };
};
