import type { Db } from './db.ts';

/** `shown`: the card now shows this version. `left`: gone, or too old to be edited, and left alone from now on. */
export type CardOutcome = { readonly shown: number } | 'left';

/** Notes what became of a card that was to be refreshed. An edit that arrives late never sets a card back. */
export async function settleCard(db: Db, id: number, outcome: CardOutcome): Promise<void> {
  await db.transaction((tx) =>
    outcome === 'left'
      ? tx.card.updateMany({ where: { id }, data: { state: 'left' } })
      : tx.card.updateMany({
          where: { id, version: { lt: outcome.shown } },
          data: { version: outcome.shown },
        }),
  );
}
