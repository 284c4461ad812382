const stop = new Set(
  'a an the will would be is are was were of in on at by to for from and or with as than that this it its before after until through any day day s least most more'.split(
    ' ',
  ),
);
const month = /^(?:january|february|march|april|may|june|july|august|september|october|november|december)$/;

const stem = (word: string): string =>
  word.length > 4 ? word.replace(/(?:ations?|ings?|ed|es|s|e)$/, '').replace(/(.)\1$/, '$1') : word;

/** The words of a title that tell it from others: no function words, no months; 100K and 100,000 are one. */
const tokens = (title: string): Set<string> => {
  const words = title
    .toLowerCase()
    .replace(/(\d),(?=\d{3}\b)/g, '$1')
    .replace(/\b(\d+)k\b/g, '$1000')
    .split(/[^\p{L}\p{N}%$.]+/u)
    .map((word) => word.replace(/^\.+|\.+$/g, ''))
    .filter((word) => word && !stop.has(word) && !month.test(word));
  return new Set(words.map(stem));
};

/**
 * How alike two titles are, 0..1: the Dice coefficient of their telling words. Titles whose figures differ (thresholds,
 * years) are other questions, so half is taken off. "Will Acme release Widget 3 by June 30, 2027?" and "Will Widget 3
 * be released by Acme before July 2027?" share acme, releas, widget, 3 and 2027 of 6 and 5: 0.91.
 */
export const similarity = (a: string, b: string): number => {
  const left = tokens(a);
  const right = tokens(b);
  if (left.size === 0 || right.size === 0) return 0;
  let shared = 0;
  for (const token of left) if (right.has(token)) shared++;
  const figures = (set: Set<string>): string =>
    [...set]
      .filter((token) => /\d/.test(token) && !/^(?:[0-3]?\d)$/.test(token))
      .sort()
      .join(' ');
  const alike = (2 * shared) / (left.size + right.size);
  return figures(left) === figures(right) ? alike : alike / 2;
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
