export { extremise } from './aggregates/extremised.ts';
export { type AggregateName, aggregates } from './aggregates/index.ts';
export { neymanFactor } from './aggregates/neyman.ts';
export type { Aggregate } from './aggregates/pool.ts';
export { recencyWeights } from './aggregates/recencyWeighted.ts';
export { BINS, type Bin, type BinSums, binOf, binsOf, INTERVAL, wilson } from './bins.ts';
export {
  binSums,
  type Calibration,
  type CalibrationPoint,
  calibration,
  type Murphy,
} from './calibration.ts';
export { calibrationPoints, calibrationPointsOf, linePoints } from './calibrationPoints.ts';
export { checkForecasts, checkInput, checkVector, inTimeOrder, SUM_TOLERANCE } from './check.ts';
export {
  aggregateNow,
  type CrowdSpread,
  crowdNow,
  crowdSpread,
  crowdTimeline,
  type TimelineInput,
} from './crowd.ts';
export { ScoringError, type ScoringErrorCode } from './error.ts';
export { type ExplainedStretch, type Explanation, explain } from './explain.ts';
export {
  type BinQuantile,
  type Quantiles,
  quantileOfBins,
  quantilesToBins,
  type Scale,
} from './quantiles.ts';
export { rules } from './rules/index.ts';
export type { Rule } from './rules/rule.ts';
export { type QuestionScores, type ScoringOptions, scoreMembersOf, scoreQuestion } from './scoreQuestion.ts';
export {
  type Figure,
  figureOf,
  type Ranking,
  type RowOptions,
  rankFigures,
  rankings,
  rankTotals,
  type Standing,
  type Standings,
  type StandingsOptions,
  standings,
} from './standings.ts';
export {
  addScore,
  emptyTotals,
  type MemberTotals,
  removeScore,
  type ScoreRow,
  type Summed,
} from './totals.ts';
export { type TrackRecord, trackRecordWeight } from './trackRecord.ts';
export type { LineScore, MemberScore, ScoringInput, Stretch, TimedForecast, Vector } from './types.ts';
