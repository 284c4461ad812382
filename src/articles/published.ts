const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];
const monthWord =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const iso = /\b((?:19|20)\d\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])(?!\d)/;
const monthFirst = new RegExp(
  `\\b${monthWord}\\.?\\s{1,3}([0-3]?\\d)(?:st|nd|rd|th)?,?\\s{1,3}((?:19|20)\\d\\d)\\b`,
  'i',
);
const dayFirst = new RegExp(
  `\\b([0-3]?\\d)(?:st|nd|rd|th)?\\s{1,3}${monthWord}\\.?,?\\s{1,3}((?:19|20)\\d\\d)\\b`,
  'i',
);

const calendarDate = (year: string, month: number, day: string): string | null => {
  const date = new Date(Date.UTC(Number(year), month, Number(day)));
  return date.getUTCMonth() === month ? date.toISOString().slice(0, 10) : null;
};
const monthNumber = (word: string): number =>
  months.findIndex((name) => name.startsWith(word.slice(0, 3).toLowerCase()));

/** The first full calendar date in a text, `YYYY-MM-DD`: `'Posted 5 June 2025'` gives `'2025-06-05'`. */
export const dateIn = (text: string): string | null => {
  const found: { at: number; date: string | null }[] = [];
  const a = iso.exec(text);
  if (a?.[1] && a[2] && a[3]) found.push({ at: a.index, date: calendarDate(a[1], Number(a[2]) - 1, a[3]) });
  const b = monthFirst.exec(text);
  if (b?.[1] && b[2] && b[3]) found.push({ at: b.index, date: calendarDate(b[3], monthNumber(b[1]), b[2]) });
  const c = dayFirst.exec(text);
  if (c?.[1] && c[2] && c[3]) found.push({ at: c.index, date: calendarDate(c[3], monthNumber(c[2]), c[1]) });
  found.sort((x, y) => x.at - y.at);
  return found.find(({ date }) => date)?.date ?? null;
};

/**
 * The date that a page shows near its head: a short line which is little but a date or says that it is one. A date in
 * the middle of running prose tells of something else.
 */
export const visibleDate = (text: string): string | null => {
  const lines = text
    .slice(0, 4000)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  for (const line of lines.slice(0, 20)) {
    if (line.length > 120) continue;
    const date = dateIn(line);
    if (!date) continue;
    const labelled = /\b(?:published|posted|updated|date|dated|written|by|on)\b|[·|—–]/i.test(line);
    if (labelled ? !/[.!?]$/.test(line) || line.length < 60 : line.length <= 40) return date;
  }
  return null;
};
