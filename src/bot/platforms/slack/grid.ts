import stringWidth from 'string-width';
import type { Column } from '../../view.ts';
import { shorten } from './escape.ts';

const pad = (text: string, width: number, align: 'left' | 'right'): string => {
  const space = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'left' ? text + space : space + text;
};

/** Widest cell of a monospaced table: beyond it a phone wraps every line. */
const widestCell = 28;

/** A table in monospaced lines, columns aligned, the highlighted row marked with an arrow. */
export function grid(
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  highlight: number | undefined,
): string[] {
  const cell = (text: string | undefined) => shorten((text ?? '').replace(/\s+/g, ' ').trim(), widestCell);
  const all = [columns.map((c) => c.title), ...rows].map((row) => columns.map((_, i) => cell(row[i])));
  const widths = columns.map((_, i) => Math.max(...all.map((row) => stringWidth(row[i] ?? ''))));
  return all.map((row, r) => {
    const mark = highlight === undefined ? '' : r - 1 === highlight ? '→ ' : '  ';
    return (
      mark +
      row
        .map((text, i) => pad(text, widths[i] ?? 0, columns[i]?.align ?? 'left'))
        .join('  ')
        .trimEnd()
    );
  });
}

const barCells = 16;

/** Horizontal bars in monospaced lines: "YES  ██████████░░░░░░  63 forecasts". */
export function barLines(
  bars: readonly { readonly label: string; readonly fraction: number; readonly note: string }[],
): string[] {
  const labels = bars.map((b) => shorten(b.label.replace(/\s+/g, ' ').trim(), widestCell));
  const width = Math.max(0, ...labels.map((label) => stringWidth(label)));
  return bars.map((bar, i) => {
    const full = Math.round(Math.min(1, Math.max(0, bar.fraction)) * barCells);
    const drawn = '█'.repeat(full) + '░'.repeat(barCells - full);
    return `${pad(labels[i] ?? '', width, 'left')}  ${drawn}  ${bar.note.replace(/\s+/g, ' ')}`.trimEnd();
  });
}
