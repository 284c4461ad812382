import type { Rule } from './rule.ts';

/**
 * Two-sided Brier score: the sum over outcomes of (p - o)^2, from 0 (perfect) to 2 (certain and wrong).
 *
 * Source: Brier 1950, "Verification of forecasts expressed in terms of probability".
 * @example brier.score([0.8, 0.2], [1, 0]) // 0.04 + 0.04 = 0.08
 */
export const brier: Rule = {
  name: 'brier',
  about: 'Sum over outcomes of the squared distance from what happened; 0 is perfect, 2 certain and wrong.',
  better: 'lower',
  ordered: false,
  best: () => 0,
  worst: () => 2,
  score(p, resolution) {
    let sum = 0;
    for (let k = 0; k < p.length; k++) {
      const d = (p[k] ?? 0) - (resolution[k] ?? 0);
      sum += d * d;
    }
    return sum;
  },
};
