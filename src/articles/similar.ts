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

/** What of a title is compared. */
interface Telling {
  tokens: Set<string>;
  figures: Set<string>;
  names: Set<string>;
}

const tellingOf = (title: string): Telling => {
  const words = wordsOf(title);
  return {
    tokens: tokens(words),
    figures: tokens(words.filter((word) => /\d/.test(word))),
    names: tokens(words.filter((word) => /^\p{Lu}/u.test(word))),
  };
};

const hasOwn = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  [...a].some((token) => !b.has(token));

const alikeness = (a: Telling, b: Telling): number => {
  if (a.tokens.size === 0 || b.tokens.size === 0) return 0;
  let shared = 0;
  for (const token of a.tokens) if (b.tokens.has(token)) shared++;
  const alike = (2 * shared) / (a.tokens.size + b.tokens.size);
  const otherFigures = hasOwn(a.figures, b.figures) && hasOwn(b.figures, a.figures);
  const otherNames = hasOwn(a.names, b.tokens) && hasOwn(b.names, a.tokens);
  return otherFigures || otherNames ? alike / 2 : alike;
};

/**
 * How alike two titles are, 0..1: the Dice coefficient of their telling words. Titles that name other figures or other
 * names are other questions, so half is taken off. "Will Acme release Widget 3 by June 30, 2027?" and "Will Widget 3
 * be released by Acme before July 2027?" share acme, releas, widget, 3 and 2027: 1.
 */
export const similarity = (a: string, b: string): number => alikeness(tellingOf(a), tellingOf(b));

/** Titles of questions are compared with every draft of an article, and taken apart once. */
const known = new WeakMap<{ title: string }, Telling>();
const tellingIn = (question: { title: string }): Telling => {
  const found = known.get(question) ?? tellingOf(question.title);
  known.set(question, found);
  return found;
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
): { question: T; similarity: number }[] => {
  const own = tellingOf(title);
  return existing
    .map((question) => ({ question, similarity: alikeness(own, tellingIn(question)) }))
    .filter((candidate) => candidate.similarity >= from)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, 3);
};
