import type { Minor } from './types.ts';

/** What an entry counts: points, or shares of one outcome by its id. */
export type Asset = 'points' | `share:${number}`;

export type PostingKind =
  | 'grant'
  | 'allowance'
  | 'subsidy'
  | 'trade'
  | 'payout'
  | 'refund'
  | 'sweep'
  | 'reversal'
  | 'practice';

/** An account as a posting needs it: `memberId` where it is a member's. */
export interface AccountRef {
  readonly id: number;
  readonly memberId: number | null;
}

/** One line of a posting: so much of an asset into (> 0) or out of (< 0) an account. */
export interface Line {
  readonly account: AccountRef;
  readonly asset: Asset;
  readonly amount: Minor;
}

export const share = (outcomeId: number): Asset => `share:${outcomeId}`;

/** The outcome's id, or null for points. */
export const outcomeOf = (asset: Asset): number | null =>
  asset === 'points' ? null : Number(asset.slice('share:'.length));

/** Two lines that move an amount from one account to another. Nothing to move gives no lines. */
export const transfer = (asset: Asset, amount: Minor, from: AccountRef, to: AccountRef): Line[] =>
  amount === 0n
    ? []
    : [
        { account: from, asset, amount: -amount },
        { account: to, asset, amount },
      ];

/**
 * One line for each account and asset, in account order, without lines of nothing. In that order locks are taken.
 *
 * @throws Error when the lines of an asset do not sum to zero: points would be made or lost
 */
export function balanced(lines: readonly Line[]): Line[] {
  const sums = new Map<Asset, Minor>();
  const merged = new Map<string, Line>();
  for (const line of lines) {
    sums.set(line.asset, (sums.get(line.asset) ?? 0n) + line.amount);
    const key = `${line.account.id} ${line.asset}`;
    merged.set(key, { ...line, amount: (merged.get(key)?.amount ?? 0n) + line.amount });
  }
  for (const [asset, sum] of sums) {
    if (sum !== 0n) throw new Error(`A posting must sum to zero; its ${asset} sum to ${sum}.`);
  }
  return [...merged.values()]
    .filter((line) => line.amount !== 0n)
    .sort((a, b) => a.account.id - b.account.id || (a.asset < b.asset ? -1 : 1));
}
