import type { Block, Text } from '../../view.ts';
import { columns, escaped, inCode, markdown, oneLine, pad, plain, shorten, within } from './text.ts';

/** Widest code block that a telephone shows without breaking its lines. */
const phoneColumns = 44;
/** A column longer than this reads better in a list than cut short. */
const longestCut = 32;
const shortestCut = 14;

type Table = Extract<Block, { kind: 'table' }>;
type Bars = Extract<Block, { kind: 'bars' }>;
type Facts = Extract<Block, { kind: 'facts' }>;
type Quote = Extract<Block, { kind: 'quote' }>;

const smallPrint = (text: string): string => `-# ${text}`;
const andMore = (count: number): string => `and ${count} more`;

/** As many of the lines as fit, and an honest word about the others. */
function fitLines(
  lines: readonly string[],
  max: number,
  already: number,
  wrap = (body: string): string => body,
): string {
  const word = (left: number): string => (left > 0 ? smallPrint(andMore(left)) : '');
  const joined = (n: number): string =>
    [n === 0 ? '' : wrap(lines.slice(0, n).join('\n')), word(lines.length - n + already)]
      .filter((part) => part !== '')
      .join('\n');
  const whole = joined(lines.length);
  if (whole.length <= max) return whole;
  const room = max - wrap('').length - word(lines.length + already).length - 1;
  let n = 0;
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length - 1 > room) break;
    n += 1;
  }
  const text = joined(n);
  return text.length <= max ? text : '';
}

const codeBlock = (body: string): string => `\`\`\`\n${body}\n\`\`\``;

const isPlain = (text: Text): boolean =>
  typeof text === 'string' ||
  text.every((span) => typeof span === 'string' || !['link', 'time', 'strike'].includes(span.kind));

/** Room that a title takes at least, when what stands below it is shorter. */
const shortestTitle = 6;

interface Layout {
  readonly widths: readonly number[];
  /** Spaces between two columns. */
  readonly gap: number;
}

/**
 * Column widths when the table fits a telephone as fixed-width text; null when it reads better as a list. Titles give way
 * first, then the gaps, then the widest column, unless that would make two different cells look the same.
 */
function layoutOf(table: Table): Layout | null {
  if (!table.rows.every((row) => row.every(isPlain))) return null;
  const cells = table.columns.map((_, i) => table.rows.map((row) => oneLine(plain(row[i] ?? ''))));
  const marker = table.highlight === undefined ? 0 : 2;
  const fitted = (title: (text: string) => number): number[] =>
    table.columns.map((column, i) =>
      Math.max(title(oneLine(column.title)), ...(cells[i] ?? []).map(columns)),
    );
  const over = ({ widths, gap }: Layout): number =>
    widths.reduce((a, b) => a + b, 0) + gap * (widths.length - 1) + marker - phoneColumns;
  const short = fitted((title) => Math.min(columns(title), shortestTitle));
  const layouts = [
    { widths: fitted(columns), gap: 2 },
    { widths: short, gap: 2 },
    { widths: short, gap: 1 },
  ];
  const whole = layouts.find((layout) => over(layout) <= 0);
  if (whole) return whole;
  const widest = Math.max(...short);
  const at = short.indexOf(widest);
  const cut = widest - over({ widths: short, gap: 1 });
  const distinct = new Set(cells[at]).size === new Set(cells[at]?.map((cell) => pad(cell, cut, 'left'))).size;
  if (widest > longestCut || cut < shortestCut || table.columns[at]?.align !== 'left' || !distinct)
    return null;
  return { widths: short.map((width, i) => (i === at ? cut : width)), gap: 1 };
}

export function tableMarkdown(table: Table, max: number): string {
  const layout = layoutOf(table);
  const more = table.more ?? 0;
  if (layout === null) {
    const head = smallPrint(table.columns.map((c) => escaped(oneLine(c.title))).join(' · '));
    const rows = table.rows.map((row, i) => {
      const cells = row.map((cell) => markdown(cell).replace(/\s*\n\s*/g, ' ')).filter((cell) => cell !== '');
      return `${i === table.highlight ? '▸ ' : ''}${cells.join(' · ')}`;
    });
    return fitLines([head, ...rows], max, more);
  }
  const line = (cells: readonly Text[], marker: string): string =>
    (
      marker +
      layout.widths
        .map((width, i) => pad(inCode(plain(cells[i] ?? '')), width, table.columns[i]?.align ?? 'left'))
        .join(' '.repeat(layout.gap))
    ).trimEnd();
  const marker = (on: boolean): string => (table.highlight === undefined ? '' : on ? '▸ ' : '  ');
  const head = line(
    table.columns.map((c) => c.title),
    marker(false),
  );
  const rows = table.rows.map((row, i) => line(row, marker(i === table.highlight)));
  return fitLines([head, ...rows], max, more, codeBlock);
}

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A horizontal bar of `width` characters, to an eighth of a character. @example bar(0.5, 4) // '██  ' */
export function bar(fraction: number, width: number): string {
  const eighth = Math.round(Math.min(1, Math.max(0, fraction)) * width * 8);
  const text = '█'.repeat(Math.floor(eighth / 8)) + (eighths[eighth % 8] ?? '');
  return text.padEnd(width, ' ');
}

export function barsMarkdown(block: Bars, max: number): string {
  const width = Math.min(
    16,
    block.bars.reduce((w, b) => Math.max(w, columns(oneLine(b.label))), 1),
  );
  const lines = block.bars.map((b) =>
    `${pad(inCode(b.label), width, 'left')} ${bar(b.fraction, 12)} ${inCode(b.note)}`.trimEnd(),
  );
  return fitLines(lines, max, 0, codeBlock);
}

export function factsMarkdown(block: Facts, max: number): string {
  const lines = block.facts.map((fact) => `**${escaped(oneLine(fact.name))}** ${within(fact.value, 1000)}`);
  return fitLines(lines, max, 0);
}

export function quoteMarkdown(block: Quote, max: number): string {
  const source =
    block.source === null ? '' : smallPrint(`— ${within(block.source, 300).replace(/\s*\n\s*/g, ' ')}`);
  const room = max - source.length - 1;
  let cut = block.text;
  const lines = (): string =>
    escaped(cut)
      .split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
  while (lines().length > room && cut.length > 1) cut = shorten(cut, Math.floor(cut.length * 0.85));
  const text = [lines(), source].filter((part) => part !== '').join('\n');
  return text.length <= max ? text : '';
}
