import type { Claim } from './types.ts';

const STOP = new Set(
  'the a an and or but of in on at by for from to with as it its this that these those they their will would be is are was were has have had not more most than into over under about there which who whose also said says expects expected likely year years'.split(
    ' ',
  ),
);
/** A claim is compared with so many before it, so that a long text costs no more per claim than a short one. */
const REACH = 30;
const ALIKE = 0.5;

const contentOf = (quote: string): Set<string> =>
  new Set(
    (quote.toLowerCase().match(/[\p{L}\p{N}]{3,}/gu) ?? [])
      .filter((word) => !STOP.has(word))
      .map((word) => word.replace(/(?:ing|ed|es|s)$/, '')),
  );

/** For each claim the index of the first claim on the same event: much the same words, or a pronoun right after it. */
export function groupClaims(
  claims: readonly Omit<Claim, 'group'>[],
  adjacent: (i: number) => boolean,
): number[] {
  const contents = claims.map((claim) => contentOf(claim.quote));
  const groups: number[] = [];
  for (const [i, claim] of claims.entries()) {
    const own = contents[i] ?? new Set();
    let group = i;
    if (i > 0 && adjacent(i) && /^["“]?(?:this|that|these|those|the most likely)\b/i.test(claim.quote))
      group = groups[i - 1] ?? i;
    for (let j = Math.max(0, i - REACH); j < i && group === i; j++) {
      const other = contents[j] ?? new Set();
      let shared = 0;
      for (const word of own) if (other.has(word)) shared++;
      const least = Math.min(own.size, other.size);
      if (least >= 3 && shared / (own.size + other.size - shared) >= ALIKE) group = groups[j] ?? j;
    }
    groups.push(group);
  }
  return groups;
}
