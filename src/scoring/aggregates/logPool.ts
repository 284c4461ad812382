import type { Pool, PoolInput } from './pool.ts';

/** A forecast of 0 counts as this in the pool of logarithms, unless everybody says 0: one voice is no veto. */
export const ZERO_STANDS_FOR = 1e-6;

/**
 * Weighted logarithmic pool: each outcome's weighted mean of ln p, raised to `power(n)` for n forecasts, and
 * renormalised. For two outcomes this is the geometric mean of odds, (odds)^power. All of it happens in logarithms, so that
 * neither 200 forecasts of 99% nor 100 of 0.01% overflow.
 */
export function logPool(
  { forecasts, outcomes }: PoolInput,
  weightOf: (i: number) => number,
  power: (n: number) => number,
): Pool {
  const logs = new Float64Array(outcomes);
  const zeros = new Int32Array(outcomes);
  let size = 0;
  let weights = 0;
  const change = (i: number, sign: 1 | -1): void => {
    const p = forecasts[i];
    const weight = weightOf(i);
    size += sign;
    weights = size === 0 ? 0 : weights + sign * weight;
    for (let k = 0; k < outcomes; k++) {
      const x = p?.[k] ?? 0;
      if (x === 0) zeros[k] = (zeros[k] ?? 0) + sign;
      logs[k] = size === 0 ? 0 : (logs[k] ?? 0) + sign * weight * Math.log(Math.max(x, ZERO_STANDS_FOR));
    }
  };
  return {
    add: (i) => change(i, 1),
    remove: (i) => change(i, -1),
    vector() {
      const exponent = power(size) / weights;
      let top = Number.NEGATIVE_INFINITY;
      for (let k = 0; k < outcomes; k++)
        if (zeros[k] !== size) top = Math.max(top, exponent * (logs[k] ?? 0));
      const odds: number[] = [];
      let sum = 0;
      for (let k = 0; k < outcomes; k++) {
        const odd = zeros[k] === size ? 0 : Math.exp(exponent * (logs[k] ?? 0) - top);
        odds.push(odd);
        sum += odd;
      }
      for (let k = 0; k < outcomes; k++) odds[k] = (odds[k] ?? 0) / sum;
      return odds;
    },
  };
}
