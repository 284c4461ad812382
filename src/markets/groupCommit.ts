import type { PrismaClient } from '../generated/sqlite/client.ts';
import type { Tx } from './db.ts';

/** One piece of work that waits for its transaction. */
interface Job {
  run(tx: Tx): Promise<void>;
  /** Once it is committed. */
  done(): void;
  failed(error: unknown): void;
}

/** More than this wait for the next group, so that no one waits long for the others' work. */
const most = 32;

export interface Writer {
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Resolves when nothing is being written. */
  idle(): Promise<void>;
}

/**
 * Transactions of a database that has one writer: one after the other, in order of arrival. Those that wait while one is
 * being written are committed together, so that one flush to the disk serves them all; each stands in a savepoint of its own
 * and fails alone, and none is acknowledged before the commit.
 */
export function groupCommit(client: PrismaClient, patience: { maxWait: number; timeout: number }): Writer {
  const waiting: Job[] = [];
  let working: Promise<void> | null = null;

  const commit = async (group: readonly Job[]): Promise<void> => {
    const ends: (() => void)[] = [];
    try {
      await client.$transaction(async (tx) => {
        for (const job of group) ends.push(group.length === 1 ? await alone(tx, job) : await saved(tx, job));
      }, patience);
    } catch (error) {
      for (const job of group) job.failed(error);
      return;
    }
    for (const end of ends) end();
  };
  const work = async (): Promise<void> => {
    while (waiting.length > 0) await commit(waiting.splice(0, most));
    working = null;
  };
  return {
    transaction: <T>(run: (tx: Tx) => Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        let answer: { value: T } | null = null;
        waiting.push({
          run: async (tx) => {
            answer = { value: await run(tx) };
          },
          done: () => {
            if (answer) resolve(answer.value);
          },
          failed: reject,
        });
        working ??= work();
      }),
    idle: async () => {
      await working;
    },
  };
}

/** A job that fails alone takes its transaction back by throwing. */
async function alone(tx: Tx, job: Job): Promise<() => void> {
  await job.run(tx);
  return job.done;
}

async function saved(tx: Tx, job: Job): Promise<() => void> {
  await tx.$executeRaw`SAVEPOINT one`;
  try {
    await job.run(tx);
  } catch (error) {
    await tx.$executeRaw`ROLLBACK TO one`;
    await tx.$executeRaw`RELEASE one`;
    return () => job.failed(error);
  }
  await tx.$executeRaw`RELEASE one`;
  return job.done;
}
