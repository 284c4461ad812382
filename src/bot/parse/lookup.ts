/** What a record holds under a word that somebody typed; nothing for "constructor" and what else every object has. */
export const lookup = <T>(record: Readonly<Record<string, T>>, word: string): T | undefined =>
  Object.hasOwn(record, word) ? record[word] : undefined;
