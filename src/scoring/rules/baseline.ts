import { logarithmic } from './logarithmic.ts';
import type { Rule } from './rule.ts';

/** The baseline score that belongs to a logarithmic score over `outcomes` outcomes: 100 (1 + ln p / ln K). */
export function baselineOf(logScore: number, outcomes: number): number {
  return 100 * (1 + logScore / Math.log(outcomes));
}

/**
 * Baseline score: 100 ln(p K) / ln K, the logarithmic score scaled so that an even forecast earns 0 and a sure one 100.
 *
 * Source: Metaculus scoring documentation. Proper where the logarithmic rule is.
 * @example baseline.score([0.7, 0.3], [1, 0]) // 100 (1 + ln 0.7 / ln 2) = 48.5427
 */
export const baseline: Rule = {
  name: 'baseline',
  about: 'Logarithmic score on a scale where an even forecast earns 0 and a perfect one 100.',
  better: 'higher',
  ordered: false,
  best: (outcomes) => baselineOf(logarithmic.best(outcomes), outcomes),
  worst: (outcomes) => baselineOf(logarithmic.worst(outcomes), outcomes),
  score: (p, resolution) => baselineOf(logarithmic.score(p, resolution), p.length),
};
