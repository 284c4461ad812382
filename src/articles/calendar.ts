const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `'2027-12-31'` as `'December 31, 2027'`. */
export const longDate = (date: string): string => {
  const [year, month, day] = date.split('-').map(Number);
  return `${monthNames[(month ?? 1) - 1]} ${day}, ${year}`;
};

/** The calendar day of an instant, UTC. */
export const dayOf = (instant: Date): string => instant.toISOString().slice(0, 10);

export const addDays = (date: string, days: number): string =>
  dayOf(new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000));

/** First instant of a day, ISO 8601 with `Z`. */
export const startOfDay = (date: string): string => `${date}T00:00:00Z`;

/** Last second of a day, ISO 8601 with `Z`. */
export const endOfDay = (date: string): string => `${date}T23:59:59Z`;

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/**
 * A horizon where the article names none: the end of the year that follows `today`, or of the one after for what
 * moves slowly (`years` 2). From November 22, 2026: December 31, 2027.
 */
export const proposedHorizon = (today: string, years: number): string =>
  `${Number(today.slice(0, 4)) + years}-12-31`;
