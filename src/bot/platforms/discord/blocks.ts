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

/** As many of the lines as within, and an honest word about the others. */
function fitLines(
  lines: readonly string[],
  max: number,
  already: number,
  wrap = (body: string) => body,
): string {
  for (let n = lines.length; n >= 0; n--) {
    const left = lines.length - n + already;
    const body = n === 0 ? '' : wrap(lines.slice(0, n).join('\n'));
    const text = [body, left > 0 ? smallPrint(andMore(left)) : ''].filter((part) => part !== '').join('\n');
    if (text.length <= max) return text;
  }
  return '';
}

const codeBlock = (body: string): string => `\`\`\`\n${body}\n\`\`\``;

const isPlain = (text: Text): boolean =>
  typeof text === 'string' ||
  text.every((span) => typeof span === 'string' || !['link', 'time', 'strike'].includes(span.kind));

/** Column widths when the table fits a telephone as fixed-width text; null when it reads better as a list. */
function fixedWidths(table: Table): number[] | null {
  if (!table.rows.every((row) => row.every(isPlain))) return null;
  const widths = table.columns.map((column, i) =>
    Math.max(
      columns(oneLine(column.title)),
      ...table.rows.map((row) => columns(oneLine(plain(row[i] ?? '')))),
    ),
  );
  const marker = table.highlight === undefined ? 0 : 2;
  const over = widths.reduce((a, b) => a + b, 0) + 2 * (widths.length - 1) + marker - phoneColumns;
  if (over <= 0) return widths;
  const widest = Math.max(...widths);
  const at = widths.indexOf(widest);
  if (widest > longestCut || widest - over < shortestCut || table.columns[at]?.align !== 'left') return null;
  widths[at] = widest - over;
  return widths;
}

export function tableMarkdown(table: Table, max: number): string {
  const widths = fixedWidths(table);
  const more = table.more ?? 0;
  if (widths === null) {
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
      widths
        .map((width, i) => pad(inCode(plain(cells[i] ?? '')), width, table.columns[i]?.align ?? 'left'))
        .join('  ')
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
