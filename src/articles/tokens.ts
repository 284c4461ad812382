/** A word, number or mark. `start` and `end` are offsets into the article's text, in UTF-16 code units. */
export interface Token {
  text: string;
  /** Lower case, with a straight apostrophe: what the rules compare. */
  lower: string;
  start: number;
  end: number;
}

// Every alternative consumes greedily and cannot match the same character twice, so the scan is linear.
const TOKEN =
  /\p{L}(?:[\p{L}\p{N}\p{M}]|['’\-–.&](?=\p{L}))*(?:['’](?=\s))?|[$€£¥]?\p{N}+(?:[.,]\p{N}+)*(?:\p{L}+)?%?|[^\s]/gu;

/** Clitics that carry a verb are tokens of their own: "it'll" is "it" and "'ll", as "it will" would be. */
const CLITIC = /^(.+)('(?:ll|re|ve|s|m|d))$/;

/** Splits a stretch of text into tokens whose offsets count from `offset`. */
export function tokenize(text: string, offset = 0): Token[] {
  const tokens: Token[] = [];
  const push = (piece: string, lower: string, start: number) =>
    tokens.push({ text: piece, lower, start, end: start + piece.length });
  for (const match of text.matchAll(TOKEN)) {
    const piece = match[0];
    const start = offset + match.index;
    const lower = piece.toLowerCase().replaceAll('’', "'");
    const clitic = lower.includes("'") ? CLITIC.exec(lower) : null;
    const stem = clitic?.[1];
    const suffix = clitic?.[2];
    if (stem !== undefined && suffix !== undefined) {
      push(piece.slice(0, stem.length), stem, start);
      push(piece.slice(stem.length), suffix, start + stem.length);
    } else push(piece, lower, start);
  }
  return tokens;
}

export const isWord = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{L}/u.test(token.text);
export const isCapitalized = (token: Token | undefined): boolean =>
  token !== undefined && /^\p{Lu}/u.test(token.text);
