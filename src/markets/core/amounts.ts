import { economy } from './economy.ts';
import { points, showPoints } from './money.ts';
import { Refusal } from './refusal.ts';
import type { Minor } from './types.ts';

/** @throws Refusal for an amount of nothing, less than nothing, or more than anybody could have */
export function requireAmount(amount: Minor, what: 'points' | 'shares'): void {
  const largest = points(economy.largestAmount);
  if (amount <= 0n)
    throw new Refusal(
      'out-of-range',
      `${showPoints(amount)} ${what} were given; it takes more than 0.`,
      `Write a number above 0, 0.01 ${what} at least.`,
    );
  if (amount > largest)
    throw new Refusal(
      'out-of-range',
      `${showPoints(amount)} ${what} are more than can be traded.`,
      `Write ${showPoints(largest)} or less.`,
    );
}

/** @throws Refusal naming what there is */
export function requireBalance(wanted: Minor, balance: Minor): void {
  if (wanted > balance)
    throw new Refusal(
      'insufficient',
      `That takes ${showPoints(wanted)} points but you hold ${showPoints(balance)}.`,
      balance > 0n
        ? `Stake ${showPoints(balance)} points or fewer.`
        : 'Sell shares, or wait for the weekly allowance.',
    );
}

/** @throws Refusal unless strictly between 0 and 1 */
export function requirePrice(price: number): void {
  if (!(price > 0 && price < 1))
    throw new Refusal(
      'out-of-range',
      `A price of ${Math.round(price * 1e4) / 100}% cannot be traded at.`,
      'Write a price above 0% and below 100%.',
    );
}
