import { extremised } from './extremised.ts';
import { geometricMeanOfOdds } from './geometricMeanOfOdds.ts';
import { mean } from './mean.ts';
import { median } from './median.ts';
import { neyman } from './neyman.ts';
import type { Aggregate } from './pool.ts';
import { recencyWeighted } from './recencyWeighted.ts';
import { trackRecord } from './trackRecord.ts';
import { trimmedMean } from './trimmedMean.ts';

/** Every way to make one opinion out of many, once; each is scored at resolution as a benchmark. */
export const aggregates = {
  recencyWeighted,
  mean,
  trimmedMean,
  median,
  geometricMeanOfOdds,
  extremised,
  neyman,
  trackRecord,
} as const satisfies Record<string, Aggregate>;

export type AggregateName = keyof typeof aggregates;
