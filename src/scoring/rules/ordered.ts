import type { Rule } from './rule.ts';

/**
 * Ordered Brier score: the mean, over the K-1 cut points between neighbouring outcomes, of the two-sided Brier score of
 * "at or below the cut". From 0 to 2. It is the discrete CRPS doubled and divided by K-1: a near miss costs less than a
 * far one. For two outcomes it is the Brier score.
 *
 * Source: Good Judgment Open's rule for ordered categories (Jose, Nau and Winkler 2009); Epstein 1969.
 * @example orderedBrier.score([0.25, 0.25, 0.3, 0.2], [0, 1, 0, 0]) // 2/3 (0.25^2 + 0.5^2 + 0.2^2) = 0.235
 */
export const orderedBrier: Rule = {
  name: 'orderedBrier',
  about:
    'Mean Brier score over the cut points between ordered outcomes; a near miss costs less than a far one.',
  better: 'lower',
  ordered: true,
  best: () => 0,
  worst: () => 2,
  score(p, resolution) {
    const cuts = p.length - 1;
    let distance = 0;
    let sum = 0;
    for (let k = 0; k < cuts; k++) {
      distance += (p[k] ?? 0) - (resolution[k] ?? 0);
      sum += distance * distance;
    }
    return (2 * sum) / cuts;
  },
};
