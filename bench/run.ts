import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BenchRow } from './row.ts';

/**
 * `npm run bench [-- NAME...]`: runs every `*.bench.ts` here, or those whose name contains one of the words given, and prints
 * one table. Each such file exports `rows(): Promise<BenchRow[]>`.
 */
const wanted = process.argv.slice(2);
const files = readdirSync(import.meta.dirname)
  .filter(
    (name) => name.endsWith('.bench.ts') && (wanted.length === 0 || wanted.some((w) => name.includes(w))),
  )
  .sort();

const rows: BenchRow[] = [];
for (const file of files) {
  process.stderr.write(`${file} ...\n`);
  const bench: { rows(): Promise<BenchRow[]> } = await import(
    pathToFileURL(join(import.meta.dirname, file)).href
  );
  rows.push(...(await bench.rows()));
}

const header = ['work', 'a peer', 'to reach', 'baseline', 'ours', 'ratio', 'reached'];
const cells = rows.map((row) => [
  row.work,
  row.peer ?? '',
  row.reach ?? '',
  row.baseline === null ? '' : duration(row.baseline),
  duration(row.ours),
  row.baseline === null ? '' : `${+(row.baseline / row.ours).toPrecision(3)} x`,
  row.reached === null ? '' : row.reached ? 'yes' : 'NO',
]);
const widths = header.map((title, c) => Math.max(title.length, ...cells.map((row) => row[c]?.length ?? 0)));
for (const row of [header, widths.map((w) => '-'.repeat(w)), ...cells])
  console.log(`| ${row.map((cell, c) => cell.padEnd(widths[c] ?? 0)).join(' | ')} |`);
if (rows.some((row) => row.reached === false)) process.exitCode = 1;

function duration(ms: number): string {
  if (ms >= 1000) return `${+(ms / 1000).toPrecision(3)} s`;
  return ms >= 1 ? `${+ms.toPrecision(3)} ms` : `${+(ms * 1000).toPrecision(3)} us`;
}
