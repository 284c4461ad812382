import type { Rule } from './rule.ts';

/** Logarithmic rules alone hold probabilities to this range, as Metaculus does: one 0% must not cost everything. */
export const LOG_FLOOR = 0.001;
export const LOG_CEILING = 0.999;

/** Natural logarithm of a probability held to 0.001..0.999. */
export function heldLog(p: number): number {
  return Math.log(Math.min(LOG_CEILING, Math.max(LOG_FLOOR, p)));
}

/**
 * Logarithmic score: ln p(what happened), from ln 0.001 = -6.9078 to ln 0.999 = -0.0010005.
 *
 * Because of the floor it is proper among forecasts that give each outcome at least 0.001 e = 0.00272: below that, what
 * is saved by going under the floor is worth more than it costs.
 *
 * Source: Good 1952, "Rational decisions"; the range is Metaculus's.
 * @example logarithmic.score([0.7, 0.3], [1, 0]) // ln 0.7 = -0.35667
 */
export const logarithmic: Rule = {
  name: 'logarithmic',
  about: 'Natural logarithm of the probability given to what happened, held to 0.1%..99.9%.',
  better: 'higher',
  ordered: false,
  best: () => Math.log(LOG_CEILING),
  worst: () => Math.log(LOG_FLOOR),
  score(p, resolution) {
    let sum = 0;
    for (let k = 0; k < p.length; k++) {
      const weight = resolution[k] ?? 0;
      if (weight > 0) sum += weight * heldLog(p[k] ?? 0);
    }
    return sum;
  },
};
