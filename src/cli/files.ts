import { readFile } from 'node:fs/promises';
import type { z } from 'zod';
import { Refusal } from '../markets/core/refusal.ts';
import { ScoringError } from '../scoring/index.ts';

/** Reads a text file, or standard input for `-`. @throws Refusal when it cannot be read */
export async function readText(path: string | undefined, what: string): Promise<string> {
  if (path === undefined)
    throw new Refusal('not-understood', `${what} is missing.`, 'Name a file, or - for standard input.');
  try {
    return await readFile(path === '-' ? '/dev/stdin' : path, 'utf8');
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'there is no such file'
        : String(error);
    throw new Refusal('not-found', `${path} cannot be read: ${why}.`);
  }
}

/** Parses JSON text by a schema. @throws Refusal that names the first thing that is wrong, and where */
export function parseJson<T>(text: string, schema: z.ZodType<T>, path: string): T {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Refusal(
      'not-understood',
      `${path} is not JSON: ${error instanceof Error ? error.message : error}.`,
    );
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  throw new Refusal(
    'not-understood',
    `${path} is not in the expected form: ${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'wrong'}.`,
  );
}

/** Runs a piece of scoring, and turns what it refuses into a refusal that says where it was. */
export function scored<T>(where: string, run: () => T): T {
  try {
    return run();
  } catch (error) {
    if (!(error instanceof ScoringError)) throw error;
    throw new Refusal('out-of-range', `${where}: ${error.message}`);
  }
}

/** A table in plain text: columns padded to their widest cell, numbers to the right. Undefined and null show as a dash. */
export function table(
  header: readonly string[],
  rows: readonly (readonly (string | number | null | undefined)[])[],
): string {
  const cells = rows.map((row) => row.map(shown));
  const widths = header.map((h, c) => Math.max(h.length, ...cells.map((row) => row[c]?.length ?? 0)));
  const right = header.map((_, c) => rows.every((row) => typeof row[c] !== 'string'));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, c) => (right[c] ? cell.padStart(widths[c] ?? 0) : cell.padEnd(widths[c] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(header), ...cells.map(line)].join('\n');
}

/** A figure to at most five decimals; a dash where there is none. */
export function shown(x: string | number | null | undefined): string {
  if (x === null || x === undefined) return '-';
  return typeof x === 'string' ? x : String(+x.toFixed(5));
}
