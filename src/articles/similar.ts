const stop = new Set(
  'a an the will would be is are was were of in on at by to for from and or with as than that this it its before after until through any day day s least most more'.split(
    ' ',
  ),
);
const month = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ations?|ings?|ed|es|s|e)$/, '').replace(/(.)\1$/, '$1') : word;

/** The words of a title that tell it from others: no function words, no months or days; 100K and 100,000 are one. */
const wordsOf = (title: string): string[] =>
  title
    .replace(/\b([A-Z][a-z]+) \d{1,2},? (?=\d{4}\b)/g, '')
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/\b(\d+)k\b/gi, '$1000')
    .split(/[^\p{L}\p{N}%$.]+/u)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word && !stop.has(word.toLowerCase()) && !month.test(word.toLowerCase()));

const tokens = (words: readonly string[]): Set<string> =>
  new Set(words.map((word) => stem(word.toLowerCase())));

/** Whether each side has what the other lacks. */
const differ = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((token) => !b.has(token)) && [...b].some((token) => !a.has(token));

/**
 * How alike two titles are, 0..1: the Dice coefficient of their telling words. Titles that name other figures or other
 * names are other questions, so half is taken off. "Will Acme release Widget 3 by June 30, 2027?" and "Will Widget 3
 * be released by Acme before July 2027?" share acme, releas, widget, 3 and 2027: 1.
 */
export const similarity = (a: string, b: string): number => {
  const [left, right] = [wordsOf(a), wordsOf(b)];
  const [leftTokens, rightTokens] = [tokens(left), tokens(right)];
  if (leftTokens.size === 0 || rightTokens.size === 0) return 0;
  const shared = [...leftTokens].filter((token) => rightTokens.has(token)).length;
  const alike = (2 * shared) / (leftTokens.size + rightTokens.size);
  const figures = (words: readonly string[]): Set<string> => tokens(words.filter((word) => /\d/.test(word)));
  const names = (words: readonly string[], other: ReadonlySet<string>): Set<string> =>
    new Set([...tokens(words.filter((word) => /^\p{Lu}/u.test(word)))].filter((token) => !other.has(token)));
  const otherFigures = differ(figures(left), figures(right));
  const otherNames = names(left, rightTokens).size > 0 && names(right, leftTokens).size > 0;
  return otherFigures || otherNames ? alike / 2 : alike;
};

/** Above this, two titles ask the same. */
export const duplicateFrom = 0.75;

/**
 * Those of `existing` that ask nearly the same as `title`, nearest first, at most three. Costs one pass over the titles.
 */
export const nearest = <T extends { title: string }>(
  title: string,
  existing: readonly T[],
  from: number = duplicateFrom,
): { question: T; similarity: number }[] =>
  existing
    .map((question) => ({ question, similarity: similarity(title, question.title) }))
    .filter((candidate) => candidate.similarity >= from)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, 3);
