/** A moment in full, in a community's time zone. @example showTime(new Date('2026-12-31T23:00Z'), 'Europe/Berlin') === '1 January 2027, 00:00 CET' */
export const showTime = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    timeZone,
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  })
    .format(at)
    .replace(' at ', ', ');
