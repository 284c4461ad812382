import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import type { z } from 'zod';
import { Refusal } from '../markets/core/refusal.ts';
import { ScoringError } from '../scoring/index.ts';

/** Reads a text file, or standard input for `-`. @throws Refusal when it cannot be read */
export async function readText(path: string, usage: string): Promise<string> {
  if (path === '-') return readStream(process.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new Refusal('not-found', `I cannot read the file "${path}".`, usage);
  }
}

/** The files named on the command line, `least` to `most` of them. @throws Refusal for anything else */
export function filesOf(args: readonly string[], least: number, most: number, usage: string): string[] {
  const option = args.find((a) => a.startsWith('-') && a !== '-');
  if (option !== undefined)
    throw new Refusal('not-understood', `I do not know the option "${option}".`, usage);
  if (args.length < least) throw new Refusal('not-understood', 'Name the file to read.', usage);
  if (args.length > most)
    throw new Refusal('not-understood', `I do not know what to do with "${args[most]}".`, usage);
  return [...args];
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
  const where = issue?.path.length ? `at ${issue.path.join('.')}: ` : '';
  throw new Refusal(
    'not-understood',
    `${path} is not in the expected form: ${where}${issue?.message ?? 'wrong'}.`,
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

/** A copy in which what is undefined is null, as JSON has no undefined. */
export function plain(value: unknown): unknown {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map(plain);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, x]) => [key, plain(x)]));
}

type Cell = string | number | null | undefined;

/** A table in plain text: columns padded to their widest cell, numbers to the right. */
export function table(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const cells = rows.map((row) => row.map(shown));
  const widths = header.map((title, c) => Math.max(title.length, ...cells.map((row) => row[c]?.length ?? 0)));
  const right = header.map((_, c) => rows.every((row) => typeof row[c] !== 'string'));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, c) => (right[c] ? cell.padStart(widths[c] ?? 0) : cell.padEnd(widths[c] ?? 0)))
      .join('  ')
      .trimEnd();
  return [line(header), ...cells.map(line)].join('\n');
}

/** A figure to at most five decimals; a dash where there is none. */
export function shown(x: Cell): string {
  if (x === null || x === undefined) return '-';
  return typeof x === 'string' ? x : String(+x.toFixed(5));
}
