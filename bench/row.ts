/** One row of the table that `npm run bench` prints. */
export interface BenchRow {
  /** What was done, with its size. */
  readonly work: string;
  /** What a peer takes, as published or measured elsewhere; null where there is none. */
  readonly peer: string | null;
  /** What is to be reached, in words; null for rows that only tell. */
  readonly reach: string | null;
  /** Milliseconds of the obvious implementation, measured in this run; null where there is none. */
  readonly baseline: number | null;
  /** Milliseconds of ours. */
  readonly ours: number;
  /** Null where nothing is to be reached. */
  readonly reached: boolean | null;
}

/** Milliseconds that `run` takes: the median of `rounds` after half as many to warm up. */
export async function timed(rounds: number, run: () => unknown): Promise<number> {
  for (let i = 0; i < rounds; i += 2) await run();
  const times: number[] = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    await run();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[rounds >> 1] ?? Number.NaN;
}

/** Milliseconds of one run without warming up, for baselines that take seconds. */
export async function once(run: () => unknown): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}

/** A reproducible stream of numbers in [0, 1): mulberry32. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let x = state;
    x = Math.imul(x ^ (x >>> 15), x | 1);
    x ^= x + Math.imul(x ^ (x >>> 7), x | 61);
    return ((x ^ (x >>> 14)) >>> 0) / 2 ** 32;
  };
}
