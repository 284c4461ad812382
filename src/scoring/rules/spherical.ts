import type { Rule } from './rule.ts';

/**
 * Spherical score: p(what happened) / |p|, from 0 to 1, where |p| is the Euclidean length of the forecast.
 *
 * Source: Roby 1965; Gneiting and Raftery 2007, example 2.
 * @example spherical.score([0.8, 0.2], [1, 0]) // 0.8 / sqrt(0.64 + 0.04) = 0.970143
 */
export const spherical: Rule = {
  name: 'spherical',
  about: 'Probability given to what happened, divided by the length of the whole forecast; 1 is perfect.',
  better: 'higher',
  ordered: false,
  best: () => 1,
  worst: () => 0,
  score(p, resolution) {
    let hit = 0;
    let squares = 0;
    for (let k = 0; k < p.length; k++) {
      const x = p[k] ?? 0;
      hit += (resolution[k] ?? 0) * x;
      squares += x * x;
    }
    return hit / Math.sqrt(squares);
  },
};
