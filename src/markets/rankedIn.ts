import { rankFigures, type Standings } from '../scoring/index.ts';
import { benchmarkLabel } from './core/board.ts';
import type { Metric } from './core/standings.ts';
import type { Db } from './db.ts';
import { figuresIn } from './figuresIn.ts';

export interface Ranked {
  readonly communityId: number;
  /** `Community.standings`, read before: figures that are read after it are at least as new. */
  readonly count: number;
  readonly metric: Metric;
  readonly window: string;
  readonly tag: string;
  readonly minimum: number;
}

/** Boards kept in memory, of all communities together; one of 5,000 members takes about a megabyte. */
const most = 24;
const kept = new WeakMap<Db, Map<string, { readonly count: number; readonly standings: Standings }>>();

/**
 * A calendar window's standings. They change when a question resolves, which is rare, and are looked at often, so they are
 * ranked once for each change: the community's count, which the resolving transaction raises, tells every process when.
 */
export async function rankedIn(db: Db, wanted: Ranked): Promise<Standings> {
  const { communityId, count, metric, window, tag, minimum } = wanted;
  const boards = kept.get(db) ?? new Map();
  kept.set(db, boards);
  const key = JSON.stringify([communityId, metric, window, tag, minimum]);
  const known = boards.get(key);
  // Deleted and set again, so that the first of the map is what was longest not looked at.
  boards.delete(key);
  if (known?.count === count) {
    boards.set(key, known);
    return known.standings;
  }
  const figures = await figuresIn(db, communityId, window, tag, metric);
  const benchmarks = new Set(figures.map(([subject]) => subject).filter((s) => benchmarkLabel(s) !== null));
  const standings = rankFigures(figures, { metric, minimum, benchmarks });
  boards.set(key, { count, standings });
  for (const [oldest] of boards) {
    if (boards.size <= most) break;
    boards.delete(oldest);
  }
  return standings;
}
