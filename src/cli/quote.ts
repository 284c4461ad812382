import { z } from 'zod';
import { costOf, oddsOf, prices, sharesFor, sharesTo } from '../markets/core/lmsr.ts';
import { Refusal } from '../markets/core/refusal.ts';
import type { Verb } from './cli.ts';
import { filesOf, parseJson, readText, table } from './files.ts';

const USAGE =
  'Write: quote FILE, with {"cases": [{"b": 100, "q": [0, 0], "outcome": 0, "spend": 10}]}; instead of spend: shares, sell or target.';

const positive = z.number().positive();
const quoteCase = z.object({
  name: z.string().optional(),
  b: positive,
  q: z.array(z.number()).min(2),
  outcome: z.number().int().min(0).optional(),
  spend: positive.optional(),
  shares: positive.optional(),
  sell: positive.optional(),
  target: z.number().gt(0).lt(1).optional(),
});
const file = z.object({ cases: z.array(quoteCase) });

/** `quote FILE`: what the market scoring rule answers, unrounded. Shares and costs of a sale are negative. */
export const quote: Verb = async (args) => {
  const [path = ''] = filesOf(args, 1, 1, USAGE);
  const { cases } = parseJson(await readText(path, USAGE), file, path);
  const results = cases.map((one, i) => quoted(one, `Case ${one.name ?? i + 1}`));
  return {
    json: { results },
    text: table(
      ['case', 'shares', 'cost', 'prices', 'prices after'],
      results.map((r, i) => [
        r.name ?? String(i + 1),
        r.shares,
        r.cost,
        r.prices.map((p) => p.toFixed(4)).join(' '),
        r.pricesAfter.map((p) => p.toFixed(4)).join(' '),
      ]),
    ),
  };
};

function quoted(
  { name, b, q, outcome, spend, shares, sell, target }: z.infer<typeof quoteCase>,
  where: string,
) {
  const now = prices(b, q);
  const named = name === undefined ? {} : { name };
  const asked = [spend, shares, sell, target].filter((x) => x !== undefined).length;
  if (asked > 1) throw new Refusal('not-understood', `${where} asks for ${asked} things at once.`, USAGE);
  if (asked === 0) return { ...named, prices: now, shares: 0, cost: 0, pricesAfter: now };
  if (outcome === undefined || outcome >= q.length)
    throw new Refusal(
      'out-of-range',
      `${where} has ${q.length} outcomes, 0 to ${q.length - 1}; ${outcome === undefined ? 'none' : `outcome ${outcome}`} is named.`,
      USAGE,
    );
  const odds = oddsOf(b, q, outcome);
  const bought =
    spend !== undefined
      ? sharesFor(b, odds, spend)
      : target !== undefined
        ? sharesTo(b, odds, target)
        : (shares ?? -(sell ?? 0));
  return {
    ...named,
    prices: now,
    shares: bought,
    cost: spend ?? costOf(b, odds, bought),
    pricesAfter: prices(
      b,
      q.map((x, i) => (i === outcome ? x + bought : x)),
    ),
  };
}
