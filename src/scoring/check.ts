import { ScoringError } from './error.ts';
import type { ScoringInput, TimedForecast, Vector } from './types.ts';

/** How far the sum of a vector may be from 1. */
export const SUM_TOLERANCE = 1e-6;

/** A forecast dated longer than this after the close is a mistaken unit or year, not a late forecast. */
export const LATEST_AFTER_CLOSE = 10 * 366 * 86_400_000;

/**
 * Checks that `p` is a probability vector over `outcomes` outcomes.
 *
 * @param what names the vector in the message, e.g. `The forecast of ann`; called only when something is wrong with it.
 * @throws ScoringError `length`, `not-a-number`, `negative`, `above-one` or `sum`
 */
export function checkVector(p: Vector, outcomes: number, what: () => string): void {
  if (p.length !== outcomes)
    throw new ScoringError(
      'length',
      `${what()} has ${p.length} numbers; the question has ${outcomes} outcomes.`,
    );
  let sum = 0;
  for (let k = 0; k < outcomes; k++) {
    const x = p[k] ?? Number.NaN;
    if (!(x >= 0 && x <= 1)) throw outsideOfRange(x, what());
    sum += x;
  }
  if (Math.abs(sum - 1) > SUM_TOLERANCE)
    throw new ScoringError('sum', `${what()} sums to ${+sum.toFixed(6)}, not to 1.`);
}

/** Checks one probability. @throws ScoringError `not-a-number`, `negative` or `above-one` */
export function checkProbability(x: number, what: string): void {
  if (!(x >= 0 && x <= 1)) throw outsideOfRange(x, what);
}

function outsideOfRange(x: number, what: string): ScoringError {
  if (!Number.isFinite(x))
    return new ScoringError('not-a-number', `${what} contains ${x}, which is no probability.`);
  return x < 0
    ? new ScoringError('negative', `${what} contains ${x}; a probability is 0 or more.`)
    : new ScoringError('above-one', `${what} contains ${x}; a probability is 1 or less.`);
}

function checkTime(at: number, what: string): void {
  if (!Number.isFinite(at)) throw new ScoringError('not-a-time', `${what} is ${at}, which is no time.`);
}

/**
 * Checks everything that a score depends on.
 *
 * @throws ScoringError naming the case; see `ScoringErrorCode`
 */
export function checkInput(input: ScoringInput): void {
  checkTime(input.opensAt, 'The opening');
  checkTime(input.closesAt, 'The close');
  checkTime(input.knownAt, 'The time at which the truth was known');
  if (input.closesAt < input.opensAt)
    throw new ScoringError('out-of-order', 'The question closes before it opens.');
  const outcomes = input.resolution.length;
  if (outcomes < 2)
    throw new ScoringError('length', `A question has at least 2 outcomes; this has ${outcomes}.`);
  checkVector(input.resolution, outcomes, () => 'The resolution');
  checkForecasts(input.forecasts, outcomes, input.closesAt);
}

/** Checks vectors, order and dates of a question's forecasts. @throws ScoringError */
export function checkForecasts(
  forecasts: readonly TimedForecast[],
  outcomes: number,
  closesAt: number,
): void {
  let before = Number.NEGATIVE_INFINITY;
  for (const { member, at, p } of forecasts) {
    if (!(at >= before && at <= closesAt + LATEST_AFTER_CLOSE)) throw wrongTime(member, at, closesAt);
    before = at;
    if (p !== null) checkVector(p, outcomes, () => `The forecast of ${member}`);
  }
}

function wrongTime(member: string, at: number, closesAt: number): ScoringError {
  if (!Number.isFinite(at))
    return new ScoringError('not-a-time', `A forecast of ${member} is dated ${at}, which is no time.`);
  if (at > closesAt + LATEST_AFTER_CLOSE)
    return new ScoringError(
      'far-future',
      `A forecast of ${member} is dated more than ten years after the close.`,
    );
  return new ScoringError(
    'out-of-order',
    `A forecast of ${member} is dated before the one that precedes it.`,
  );
}

/**
 * Brings members' separate histories into one order of time. Each member's own forecasts must already be in order.
 *
 * @throws ScoringError `out-of-order` when a member's own forecasts go back in time, `not-a-time`
 */
export function inTimeOrder(forecasts: readonly TimedForecast[]): TimedForecast[] {
  const last = new Map<string, number>();
  for (const { member, at } of forecasts) {
    if (!Number.isFinite(at)) throw wrongTime(member, at, Number.POSITIVE_INFINITY);
    if (at < (last.get(member) ?? Number.NEGATIVE_INFINITY))
      throw new ScoringError(
        'out-of-order',
        `A forecast of ${member} is dated before the one that precedes it.`,
      );
    last.set(member, at);
  }
  return [...forecasts].sort((a, b) => a.at - b.at);
}
