/** Pauses before a message is tried again, in seconds: from half a minute to six hours. After them it has failed. */
const pauses = [30, 120, 600, 3600, 21_600] as const;

/**
 * When to try again after so many failed attempts, or null to give up.
 *
 * @param attempts failed ones so far, this one included (1, 2, ...)
 * @param atLeast seconds that the platform asked to wait
 * @example retryAt(1, 0, new Date('2026-11-22T12:00:00Z')) // 12:00:30
 */
export function retryAt(attempts: number, atLeast: number, now: Date): Date | null {
  const pause = pauses[attempts - 1];
  return pause === undefined ? null : new Date(now.getTime() + 1000 * Math.max(pause, atLeast));
}
