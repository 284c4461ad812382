import { z } from 'zod';
import { Prisma } from '../generated/sqlite/client.ts';
import type { Tx } from './db.ts';

export const { sql, join } = Prisma;
export type Sql = Prisma.Sql;

/**
 * Rows of a query written in SQL that both engines understand, read by a schema. Where many small statements make up an
 * answer this is several times cheaper than the query builder, see bench/market.bench.ts; everything else uses the builder.
 */
export async function rows<S extends z.ZodType>(tx: Tx, schema: S, query: Sql): Promise<z.infer<S>[]> {
  return z.array(schema).parse(await tx.$queryRaw(query));
}

// The engines give the same column as different types: a count is a bigint in one, a number in the other.
export const int = z.coerce.number().int();
export const minor = z.coerce.bigint();
export const flag = z.union([z.boolean(), z.number(), z.bigint()]).transform(Boolean);
export const moment = z.coerce.date();

/** A statement takes some thousands of parameters at most. */
export function* chunks<T>(all: readonly T[], size = 500): Generator<readonly T[]> {
  for (let i = 0; i < all.length; i += size) yield all.slice(i, i + size);
}
