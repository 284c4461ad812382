import { z } from 'zod';

/**
 * What went wrong with the database, for who has to decide what to do next.
 *
 * `conflict`: another transaction was in the way, the same work may well succeed now. `away`: the server or the connection
 * is gone. `duplicate`: a unique key held. `check`: a check constraint held. Null: not the database's doing.
 */
export type Fault = 'conflict' | 'away' | 'duplicate' | 'check' | null;

const cause = z.object({
  kind: z.string().optional(),
  code: z.union([z.string(), z.number()]).optional(),
  message: z.string().optional(),
});
const fromPrisma = z.object({
  code: z.string().optional(),
  meta: z.object({ driverAdapterError: z.object({ cause }).optional() }).optional(),
  cause: cause.optional(),
  message: z.string().optional(),
});

// https://www.prisma.io/docs/orm/reference/error-reference; P2028 is a transaction that could not start or was lost.
const byPrismaCode: Record<string, Fault> = {
  P1001: 'away',
  P1002: 'away',
  P1008: 'conflict',
  P1017: 'away',
  P2002: 'duplicate',
  P2024: 'conflict',
  P2028: 'away',
  P2034: 'conflict',
};
const byKind: Record<string, Fault> = {
  TransactionWriteConflict: 'conflict',
  SocketTimeout: 'conflict',
  UniqueConstraintViolation: 'duplicate',
  DatabaseNotReachable: 'away',
  ConnectionClosed: 'away',
  TooManyConnections: 'away',
};
// https://www.postgresql.org/docs/current/errcodes-appendix.html
const byPostgresCode: Record<string, Fault> = {
  '40001': 'conflict',
  '40P01': 'conflict',
  '55P03': 'conflict',
  '23514': 'check',
  '57P01': 'away',
  '57P02': 'away',
  '57P03': 'away',
  '08000': 'away',
  '08003': 'away',
  '08006': 'away',
};
const goneWords =
  /connection terminated|is not queryable|Client was closed|connection timeout|ECONNREFUSED|ECONNRESET|server closed the connection|EPIPE|timeout expired|database system is (starting up|shutting down)/i;

/** Reads Prisma's and the drivers' errors, wherever in them the reason stands. */
export function faultOf(error: unknown): Fault {
  const read = fromPrisma.safeParse(error);
  if (!read.success) return null;
  const { code, meta, message } = read.data;
  const inner = meta?.driverAdapterError?.cause ?? read.data.cause;
  if (inner?.kind === 'postgres' || inner?.kind === undefined) {
    const known = byPostgresCode[String(inner?.code ?? code)];
    if (known) return known;
  }
  if (inner?.kind && byKind[inner.kind]) return byKind[inner.kind] ?? null;
  if (inner?.message?.startsWith('CHECK constraint failed')) return 'check';
  if (code && byPrismaCode[code]) return byPrismaCode[code] ?? null;
  return goneWords.test(message ?? '') || goneWords.test(inner?.message ?? '') ? 'away' : null;
}
