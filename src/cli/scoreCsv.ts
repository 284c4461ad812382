import { CsvError, parse } from 'csv-parse/sync';
import { Refusal } from '../markets/core/refusal.ts';
import { inTimeOrder, type TimedForecast, type Vector } from '../scoring/index.ts';
import { scored } from './files.ts';
import { DAY, type ScoreCase } from './scoreCases.ts';

/** A line of a CSV. */
interface Row {
  /** Where it stands, for messages. */
  readonly place: string;
  /** The cell of a column; empty where the file has no such column. */
  cell(column: string): string;
}

/** Reads a CSV whose first line names its columns, in any order. @throws Refusal */
function rowsOf(text: string, path: string, needed: readonly string[]): Row[] {
  let records: string[][];
  try {
    records = parse(text, { bom: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new Refusal('not-understood', `${path} is not a CSV: ${error.message}.`);
  }
  const header = (records[0] ?? []).map((title) => title.toLowerCase());
  const missing = needed.find((column) => !header.includes(column.toLowerCase()));
  if (missing !== undefined)
    throw new Refusal(
      'not-understood',
      `${path} has no column "${missing}".`,
      `Its first line must name ${needed.join(', ')}.`,
    );
  return records.slice(1).map((cells, i) => ({
    place: `${path}, row ${i + 1}`,
    cell: (column) => cells[header.indexOf(column.toLowerCase())] ?? '',
  }));
}

/** A time in a CSV: a date, an instant, or a number of days. */
type Moment = { readonly at: number; readonly inDays: boolean };

const dated = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

/** Dates without a time are midnight, times without a zone are UTC. */
function momentOf(cell: string, place: string, column: string): Moment {
  if (/^-?\d+(?:\.\d+)?$/.test(cell)) return { at: Number(cell) * DAY, inDays: true };
  const zoned = /Z|[+-]\d\d:\d\d$/.test(cell) || cell.length === 10 ? cell : `${cell}Z`;
  const at = dated.test(cell) ? Date.parse(zoned.replace(' ', 'T')) : Number.NaN;
  if (Number.isNaN(at))
    throw new Refusal(
      'not-understood',
      `${place}: "${cell}" in the column ${column} is no time.`,
      'Write 2026-12-31, 2026-12-31T18:00Z or a number of days.',
    );
  return { at, inDays: false };
}

/** `0.7` or `70%` is the probability of YES; `0.5/0.3/0.2` is one for each outcome. */
function vectorOf(cell: string, place: string): Vector {
  const numbers = cell.split('/').map((part) => {
    const found = /^(\d*\.?\d+)\s*(%?)$/.exec(part.trim());
    if (!found)
      throw new Refusal(
        'not-understood',
        `${place}: "${cell}" is no probability.`,
        'Write 0.7, 70% or 0.5/0.3/0.2.',
      );
    return Number(found[1]) / (found[2] ? 100 : 1);
  });
  const [yes] = numbers;
  return numbers.length === 1 && yes !== undefined ? [yes, 1 - yes] : numbers;
}

/** Null for a question that has no answer to score by. */
function resolutionOf(cell: string, place: string): Vector | null {
  const word = cell.toLowerCase();
  if (['', 'annulled', 'ambiguous', 'n/a', 'na', 'unresolved'].includes(word)) return null;
  if (word === 'yes') return [1, 0];
  if (word === 'no') return [0, 1];
  return vectorOf(cell, place);
}

/**
 * Questions from two CSV files. Forecasts: `question, member, at, probability`; an empty probability withdraws. Resolutions:
 * `question, resolution` and at least one of `close` and `known`, also `open` (the first forecast unless said; day 0
 * where times are days) and `ordered` (`yes`). A resolution is YES, NO, a weight of YES, a weight for each outcome
 * (`0/1/0`), or AMBIGUOUS.
 *
 * @throws Refusal that names the row
 */
export function casesOfCsv(
  forecasts: string,
  path: string,
  resolutions: string,
  resolutionsPath: string,
): ScoreCase[] {
  const said = new Map<string, TimedForecast[]>();
  for (const { place, cell } of rowsOf(forecasts, path, ['question', 'member', 'at', 'probability'])) {
    const probability = cell('probability');
    const p = probability === '' ? null : vectorOf(probability, place);
    const list = said.get(cell('question')) ?? [];
    list.push({ member: cell('member'), at: momentOf(cell('at'), place, 'at').at, p });
    said.set(cell('question'), list);
  }
  const cases = rowsOf(resolutions, resolutionsPath, ['question', 'resolution']).map((row) => {
    const name = row.cell('question');
    const own = said.get(name) ?? [];
    said.delete(name);
    return caseOf(row, name, own);
  });
  const [left] = said.keys();
  if (left !== undefined)
    throw new Refusal(
      'not-found',
      `${resolutionsPath} has no row for the question "${left}".`,
      'Leave its resolution empty if it has none yet.',
    );
  return cases;
}

function caseOf({ place, cell }: Row, name: string, own: readonly TimedForecast[]): ScoreCase {
  const optional = (column: string): Moment | undefined =>
    cell(column) === '' ? undefined : momentOf(cell(column), place, column);
  const resolution = resolutionOf(cell('resolution'), place);
  const known = optional('known');
  const close = optional('close') ?? known;
  const members = [...new Set(own.map(({ member }) => member))];
  const inDays = (close ?? known)?.inDays ?? false;
  const time = (at: number): number | string => (inDays ? at / DAY : new Date(at).toISOString());
  if (resolution === null) return { name, members, input: null, time };
  if (!close)
    throw new Refusal(
      'not-understood',
      `${place}: the question "${name}" has no end.`,
      'Give a column close or known.',
    );
  const forecasts = scored(`Question ${name}`, () => inTimeOrder(own));
  return {
    name,
    members,
    input: {
      opensAt: optional('open')?.at ?? (inDays ? 0 : (forecasts[0]?.at ?? close.at)),
      closesAt: close.at,
      knownAt: (known ?? close).at,
      ordered: ['yes', 'true', '1'].includes(cell('ordered').toLowerCase()),
      resolution,
      forecasts,
    },
    time,
  };
}
