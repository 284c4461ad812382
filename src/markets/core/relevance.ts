/** Lower case without accents, words parted by single spaces: the form in which texts are compared. */
export const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}%$.-]+/gu, ' ')
    .trim();

/**
 * How well a text answers what was typed so far: 0 not at all, up to 1 for the whole text. Every typed word must occur;
 * beginnings of words count more than middles, and the beginning of the text most. A completion should offer what the
 * person is about to type first.
 *
 * @example relevance('open wei', 'Will open weights keep pace?') > relevance('open wei', 'Reopened: wei') // true
 */
export function relevance(typed: string, text: string): number {
  const wanted = plain(typed);
  if (wanted === '') return 0.1;
  const given = plain(text);
  if (given === wanted) return 1;
  if (given.startsWith(wanted)) return 0.9;
  const words = wanted.split(' ');
  let sum = 0;
  for (const word of words) {
    const at = ` ${given}`.indexOf(` ${word}`);
    if (at >= 0) sum += 1 - (0.3 * at) / (given.length + 1);
    else if (given.includes(word)) sum += 0.3;
    else return 0;
  }
  return (0.8 * sum) / words.length;
}

/** The best answers first; what does not match is left out; equals keep their order. */
export function byRelevance<T>(
  typed: string,
  items: readonly T[],
  text: (item: T) => string,
  limit: number,
): T[] {
  return items
    .map((item, i) => ({ item, i, score: relevance(typed, text(item)) }))
    .filter((r) => r.score > 0)
    .sort((a, b) => b.score - a.score || a.i - b.i)
    .slice(0, limit)
    .map((r) => r.item);
}
