import type { Block } from './headings.ts';

/** A prediction in a table's row. */
export interface RowClaim {
  start: number;
  end: number;
  quote: string;
  probability: number | null;
  words: string;
}

const CHANCE =
  /^(?:probability|likelihood|odds|chance|confidence|our (?:odds|probability)|p)\b|probability|likelihood/;
const STATEMENT = /prediction|forecast|event|claim|statement|question|outcome|scenario|what|thesis/;
const LEVELS: Record<string, number> = {
  certain: 0.95,
  'very likely': 0.9,
  'very high': 0.9,
  likely: 0.75,
  high: 0.75,
  possible: 0.5,
  medium: 0.5,
  unlikely: 0.2,
  low: 0.2,
  'very low': 0.1,
  'very unlikely': 0.08,
};

/** The statement and its probability in a row of a table that has columns for both; null for tables of facts. */
export function rowClaim(text: string, row: Block): RowClaim | null {
  const chance = row.columns.findIndex((column) => CHANCE.test(column));
  if (chance < 0) return null;
  const cells = cellsOf(text, row);
  const words = text.slice(cells[chance]?.start, cells[chance]?.end);
  const percent = /^[*~≈<>\s]*(\d{1,3}(?:\.\d+)?)\s?%/.exec(words)?.[1];
  const probability = percent === undefined ? (LEVELS[words.toLowerCase()] ?? null) : Number(percent) / 100;
  if (probability === null || probability > 1) return null;
  const named = row.columns.findIndex((column, i) => i !== chance && STATEMENT.test(column));
  const longest = cells.reduce((best, cell, i) => {
    const other = cells[best];
    return i !== chance && (best === chance || !other || cell.end - cell.start > other.end - other.start)
      ? i
      : best;
  }, 0);
  const cell = cells[named >= 0 ? named : longest];
  if (!cell || cell.end - cell.start < 3) return null;
  return { ...cell, quote: text.slice(cell.start, cell.end), probability, words };
}

/** The cells of a row, trimmed, counted as the columns are: the empty one before a leading bar included. */
function cellsOf(text: string, row: Block): { start: number; end: number }[] {
  const cells: { start: number; end: number }[] = [];
  let at = row.start;
  for (const piece of text.slice(row.start, row.end).split('|')) {
    const start = at + (piece.length - piece.trimStart().length);
    cells.push({ start, end: Math.max(start, at + piece.trimEnd().length) });
    at += piece.length + 1;
  }
  return cells;
}
