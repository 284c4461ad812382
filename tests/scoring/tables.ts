import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { z } from 'zod';

/** Where the tables stand: figures computed by other people's software or printed in their documentation. */
export const tablePath = (name: string): string => join(import.meta.dirname, 'tables', `${name}.json`);

export function tableOf<T>(name: string, schema: z.ZodType<T>): T {
  return schema.parse(JSON.parse(readFileSync(tablePath(name), 'utf8')));
}

/** Equal to a relative tolerance, absolute below 1. */
export function near(actual: number | null | undefined, expected: number, tolerance = 1e-9): void {
  const scale = Math.max(1, Math.abs(expected));
  expect(Math.abs((actual ?? Number.NaN) - expected) / scale).toBeLessThanOrEqual(tolerance);
}

/** The greatest distance between two vectors of the same length; NaN where they differ in length. One expectation, not one each. */
export function apart(a: readonly number[], b: readonly number[]): number {
  return a.length === b.length
    ? Math.max(0, ...a.map((x, k) => Math.abs(x - (b[k] ?? Number.NaN))))
    : Number.NaN;
}
