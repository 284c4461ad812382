import { TZDate } from '@date-fns/tz';
import { startOfDay } from 'date-fns';
import { Refusal } from '../../markets/core/refusal.ts';
import type { When } from '../when.ts';
import { readPeriod } from './dates.ts';
import { readDecimal, readNumber } from './number.ts';

export interface Shape {
  readonly kind: 'numeric' | 'date';
  readonly unit: string | null;
  readonly scale: 'linear' | 'log';
}

const mostBins = 20;

/** The two ends of a range: "0 to 100", "0..100", "0 - 100", and "0-100" where the dash can mean nothing else. */
const endsOf = (text: string): string[] => {
  const spaced = text.trim().split(/\s+to\s+|\s*\.\.+\s*|\s+-\s+|\s*[–—]\s*/i);
  const tight = /^([^-]?[^-]*\d[^-\d\s]*)-([^-]+)$/.exec(text.trim());
  return spaced.length === 1 && tight ? [tight[1] ?? '', tight[2] ?? ''] : spaced;
};

const partsOf = (edges: string): string[] =>
  edges.split(/\s*[;|/]\s*|,\s+/).filter((part) => part.trim() !== '');

/** What a range or edges are made of: dates where no numbers stand but dates do, so "2027 to 2030" is of numbers. */
export function kindOfRange(
  given: { readonly range: string } | { readonly edges: string },
  unit: string | null,
  when: When,
): Shape['kind'] {
  const parts = 'range' in given ? endsOf(given.range) : partsOf(given.edges);
  const allRead = (read: (part: string) => unknown): boolean =>
    parts.every((part) => {
      try {
        read(part);
        return true;
      } catch (error) {
        if (error instanceof Refusal) return false;
        throw error;
      }
    });
  return !allRead((part) => readNumber(part, unit)) && allRead((part) => readPeriod(part, when))
    ? 'date'
    : 'numeric';
}

/**
 * Inner edges of the bins of a numeric or date question from a range, "0 to 100" or "Jan 2027 to Dec 2030": `within` bins
 * of equal width (of equal ratio on a logarithmic scale) between its ends, and an open one on either side.
 *
 * @returns `within + 1` edges, rising; fewer where dates lie closer together than days
 * @example edgesOfRange('0 to 100', { kind: 'numeric', unit: null, scale: 'linear' }, 4, when) // [0, 25, 50, 75, 100]
 */
export function edgesOfRange(text: string, shape: Shape, within: number, when: When): number[] {
  const parts = endsOf(text);
  const [low, high] = [edge(parts[0], shape, when, 'start'), edge(parts[1], shape, when, 'end')];
  if (parts.length !== 2 || low === undefined || high === undefined) {
    throw new Refusal(
      'not-understood',
      `I can't read "${text.trim()}" as a range.`,
      'Write it like 0 to 100, or Jan 2027 to Dec 2030.',
    );
  }
  if (low >= high)
    throw new Refusal(
      'out-of-range',
      `The range "${text.trim()}" ends before it begins.`,
      'Write the lower end first.',
    );
  if (shape.scale === 'log' && low <= 0) {
    throw new Refusal(
      'out-of-range',
      'A logarithmic scale has no place for zero or less.',
      'Begin the range above 0, or use scale:linear.',
    );
  }
  const ratio = (high / low) ** (1 / within);
  const step = (high - low) / within;
  const edges = Array.from({ length: within + 1 }, (_, i) => {
    const at = shape.scale === 'log' ? low * ratio ** i : low + step * i;
    if (shape.kind === 'date') return midnight(at, when);
    return i === 0
      ? low
      : i === within
        ? high
        : readable(at, shape.scale === 'log' ? at * (ratio - 1) : step);
  });
  // Of a range of few days, several edges may fall on one midnight.
  return [...new Set(edges)];
}

/** An edge with as many digits as its bin's width deserves: 2.37137 where its bin is 3 wide is 2.37. */
const readable = (at: number, width: number): number => {
  if (at === 0) return 0;
  const digits = Math.ceil(Math.log10(Math.abs(at) / width)) + 3;
  return Number(at.toPrecision(Math.min(15, Math.max(2, digits))));
};

/** One end of a range. A month or a year as the end of a range of dates is meant with all its days. */
function edge(text: string | undefined, shape: Shape, when: When, end: 'start' | 'end'): number | undefined {
  if (text === undefined) return undefined;
  return shape.kind === 'numeric' ? readNumber(text, shape.unit) : readPeriod(text, when)[end].getTime();
}

/** The midnight nearest to a moment, in the community's time zone: bins of dates begin with a day. */
const midnight = (at: number, when: When): number =>
  startOfDay(new TZDate(at + 12 * 3_600_000, when.timeZone)).getTime();

/** Inner edges as somebody lists them: "10; 20; 50" makes four bins, open at both ends. */
export function readEdges(text: string, shape: Shape, when: When): number[] {
  if (/^\d+(?:,\d+){2,}$/.test(text.trim()) && readDecimal(text.trim()) === null) {
    throw new Refusal(
      'not-understood',
      `I can't tell where the edges in "${text.trim()}" part.`,
      `Write them with semicolons: ${text.trim().replaceAll(',', '; ')}.`,
    );
  }
  const edges = partsOf(text).map((part) => edge(part, shape, when, 'start') ?? Number.NaN);
  if (edges.length === 0 || edges.length >= mostBins) {
    throw new Refusal(
      'out-of-range',
      `I read ${edges.length} edges; there must be 1 to ${mostBins - 1}.`,
      'Write them like 10; 20; 50.',
    );
  }
  if (edges.some((at, i) => i > 0 && at <= (edges[i - 1] ?? Number.NEGATIVE_INFINITY))) {
    throw new Refusal(
      'out-of-range',
      `The edges "${text.trim()}" do not rise.`,
      'Write them from low to high: 10; 20; 50.',
    );
  }
  return edges;
}
