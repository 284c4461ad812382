import type { CommunitySettings } from './settings.ts';

/** Every constant of the play-money economy, in whole points. A community overrides the first three in its settings. */
export const economy = {
  /** What a new member begins with. */
  startingGrant: 1000,
  /** What every active member gets each week; a community of newcomers and losers alike stays able to play. */
  weeklyAllowance: 50,
  /** LMSR liquidity b of a new market: moving an even binary market to 70% costs b ln(0.5/0.3) = 51 points. */
  liquidity: 100,
  /** The most that one question may be funded with, all additions together. */
  largestLiquidity: 1_000_000,
  /** The largest amount that one request may name; keeps every sum far inside 64 bits. */
  largestAmount: 1_000_000_000,
  /** Prices are kept this far from 0 and 1, where a logarithmic market has no bottom. */
  priceFloor: 1e-6,
} as const;

export type Economy = {
  readonly startingGrant: number;
  readonly weeklyAllowance: number;
  readonly liquidity: number;
};

/** The economy of one community: the constants above with its own overrides. */
export const economyOf = (settings: CommunitySettings): Economy => ({
  startingGrant: settings.economy.startingGrant ?? economy.startingGrant,
  weeklyAllowance: settings.economy.weeklyAllowance ?? economy.weeklyAllowance,
  liquidity: settings.economy.liquidity ?? economy.liquidity,
});
