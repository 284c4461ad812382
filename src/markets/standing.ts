import { z } from 'zod';
import { crowdNow } from '../scoring/index.ts';
import type { Vector } from '../scoring/types.ts';
import type { Tx } from './db.ts';

export const vectorJson = z
  .string()
  .transform((text) => JSON.parse(text))
  .pipe(z.array(z.number()));

/** An outcome that was added after a forecast was made had probability zero in it. */
export const padded = (p: Vector, outcomes: number): Vector =>
  p.length >= outcomes ? p : [...p, ...new Array<number>(outcomes - p.length).fill(0)];

export interface StandingForecast {
  readonly memberId: number;
  readonly at: Date;
  readonly p: Vector;
  readonly implied: boolean;
}

/** Each member's latest forecast that was not withdrawn, oldest first. */
export async function standingForecasts(
  tx: Tx,
  questionId: number,
  outcomes: number,
): Promise<StandingForecast[]> {
  const latest = await tx.forecast.groupBy({ by: ['memberId'], where: { questionId }, _max: { id: true } });
  const ids = latest.flatMap(({ _max }) => (_max.id === null ? [] : [_max.id]));
  const rows: StandingForecast[] = [];
  for (let i = 0; i < ids.length; i += 1000) {
    const some = await tx.forecast.findMany({ where: { id: { in: ids.slice(i, i + 1000) } } });
    for (const { memberId, at, p, implied } of some)
      if (p !== null) rows.push({ memberId, at, p: padded(vectorJson.parse(p), outcomes), implied });
  }
  return rows.sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** The crowd that is shown: the recency-weighted median; null while nobody forecasts. */
export const crowdOf = (standing: readonly StandingForecast[], ordered: boolean): Vector | null =>
  standing.length === 0
    ? null
    : crowdNow(
        standing.map(({ at, p }) => ({ at: at.getTime(), p })),
        ordered,
      );
