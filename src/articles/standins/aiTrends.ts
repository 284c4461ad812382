import { addDays, longDate } from '../calendar.ts';
import {
  actors,
  arena,
  board,
  chasersOf,
  index,
  leaders,
  onBoard,
  openAround,
  openWeight,
  press,
  standIn,
} from './aiActors.ts';
import { oneOf, relation, withinMonths, yearlyFactor } from './relations.ts';
import type { StandIn } from './types.ts';

/** Stand-ins for what is said of models, prices and the market as a whole. */
export const aiTrends: readonly StandIn[] = [
  standIn('ai-lag', (r) => {
    const months = withinMonths(r.quote);
    if (
      !months ||
      !actors(r).open ||
      !/\b(?:replicat|match|available|copied|reproduc|catch|equal|surpass)/.test(r.claim)
    )
      return null;
    return {
      title: `Will an open-weight model match, within ${months} months, the first model to take the lead on the Artificial Analysis Intelligence Index after ${longDate(r.opens)}?`,
      resolves: `Resolves YES if an open-weight model reaches, at most ${months} months after its release, the score of the first model that takes sole first place on ${index} after ${longDate(r.opens)}, both scored under the same version of the index. Resolves NO otherwise, and also if no model takes first place in time for the ${months} months to end by the resolution date, unless it has been matched by then. ${openWeight}`,
      source: index,
      fallback: arena,
      lag: 14,
      borneOut: !r.negated,
    };
  }),
  standIn('ai-compute', (r) => {
    if (
      !relation.slow.test(r.claim) ||
      !/\b(?:compute|training run|flops?)\b/.test(r.near) ||
      actors(r).models
    )
      return null;
    const factor = yearlyFactor(r.near) ?? 4;
    return {
      title: `Will Epoch AI's estimate of yearly growth in the training compute of frontier AI models be below ${factor}x on ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if the central estimate of yearly growth in the training compute of frontier (notable, largest) AI models that Epoch AI shows on its trends page on ${longDate(r.deadline)} is below ${factor}x a year. Resolves NO otherwise.`,
      source: "Epoch AI's trends dashboard (epoch.ai)",
      fallback: 'the latest paper or data release of Epoch AI on the subject',
      lag: 30,
      borneOut: !r.negated,
    };
  }),
  standIn('ai-plateau', (r) => {
    const slowing = relation.slow.test(r.claim);
    const a = actors(r);
    if (
      !(slowing || relation.accelerate.test(r.claim)) ||
      !(a.models || /\b(?:progress|capabilit\w+|architectures?|models?)\b/.test(r.claim)) ||
      relation.gap.test(r.claim)
    )
      return null;
    return {
      title: `Will the top score on the Artificial Analysis Intelligence Index rise by fewer than 5 points between ${longDate(r.opens)} and ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if the highest score of any model on ${index} on ${longDate(r.deadline)} is fewer than 5 points above the highest score on ${longDate(r.opens)}. If the index changes its version in between, the change of the top score is added up over the versions, each measured on its own scale. Resolves NO otherwise.`,
      source: index,
      fallback: 'the Epoch Capabilities Index (a rise of fewer than 5 points)',
      lag: 14,
      borneOut: slowing !== r.negated,
    };
  }),
  standIn('ai-first-open', (r) => {
    if (
      !actors(r).open ||
      !/\b(?:surpass\w*|outperform\w*|outscore\w*|beat\w*|exceed\w*|better than|overtake\w*)\b/.test(r.claim)
    )
      return null;
    return board({
      title: `Will an open-weight model hold the highest score on the Artificial Analysis Intelligence Index on any day before ${longDate(addDays(r.deadline, 1))}?`,
      resolves: `Resolves YES if, on any day from ${longDate(r.opens)} to ${longDate(r.deadline)}, an open-weight model has the highest score on ${index}, alone or tied. ${openWeight} Resolves NO otherwise.`,
      source: index,
      fallback: arena,
      borneOut: !r.negated,
    });
  }),
  standIn('ai-price', (r) => {
    if (
      !relation.price.test(r.claim) ||
      !(relation.fall.test(r.claim) || /\bpower\b/.test(r.claim)) ||
      /\b(?:cost of the|race)\b/.test(r.claim)
    )
      return null;
    const maker = actors(r).named.find((name) => leaders.includes(name)) ?? 'OpenAI';
    return {
      title: `Will the list price of ${maker}'s most capable API model be at most half as high on ${longDate(r.deadline)} as on ${longDate(r.opens)}?`,
      resolves: `Resolves YES if the list price per million input tokens (standard tier, no batch or cache discount) of the model that ${maker} then presents as its most capable general-purpose model is, at 23:59 UTC on ${longDate(r.deadline)}, at most half of that price for its most capable model on ${longDate(r.opens)}. Resolves NO otherwise.`,
      source: `${maker}'s public API price list`,
      fallback: 'an Internet Archive copy of that page',
      lag: 7,
      borneOut: !r.negated,
    };
  }),
  standIn('ai-open-share', (r) => {
    if (
      !openAround(r) ||
      actors(r).named.length > 1 ||
      !relation.adopt.test(r.claim) ||
      relation.match.test(r.claim) ||
      relation.disperse.test(r.claim)
    )
      return null;
    return {
      title: `Will open-weight models account for at least half of the weekly tokens on OpenRouter in any week before ${longDate(addDays(r.deadline, 1))}?`,
      resolves: `Resolves YES if, in any full calendar week (Monday to Sunday, UTC) between ${longDate(r.opens)} and ${longDate(r.deadline)}, open-weight models make up at least 50% of the tokens of the models that OpenRouter's public rankings list. ${openWeight} Resolves NO otherwise.`,
      source: "OpenRouter's public rankings (openrouter.ai/rankings)",
      fallback: "OpenRouter's own publications of the figure",
      lag: 14,
      borneOut: !r.negated,
    };
  }),
  standIn('ai-dispersed', (r) => {
    if (!relation.disperse.test(r.claim)) return null;
    return board({
      title: `Will models from at least four developers be within 30 points of the top of the LMArena text leaderboard on ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if, on ${longDate(r.deadline)}, at least four different developers each have a model whose score on ${arena} is at most 30 points below the highest. Resolves NO otherwise. ${onBoard}`,
      borneOut: !r.negated,
    });
  }),
  standIn('ai-concentration', (r) => {
    if (!relation.concentrate.test(r.claim) || relation.acquire.test(r.claim)) return null;
    return {
      title: `Will two companies together hold more than 70% of enterprise spending on language-model APIs in the last Menlo Ventures survey published by ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if, in the last report by Menlo Ventures with provider shares of enterprise spending on language-model APIs that is published by ${longDate(r.deadline)}, the two largest shares add up to more than 70%. Resolves NO otherwise.`,
      source: "Menlo Ventures' reports on enterprise use of language models",
      fallback: 'the last such survey by Gartner, IDC or Andreessen Horowitz published by the same day',
      lag: 30,
      borneOut: !r.negated,
    };
  }),
  standIn('ai-acquisitions', (r) => {
    if (
      !relation.acquire.test(r.claim) ||
      !/\b(?:start-?ups?|companies|labs?|wave|acquisitions|firms?|talent)\b/.test(r.claim)
    )
      return null;
    const months = (Date.parse(r.deadline) - Date.parse(r.opens)) / 2_629_800_000;
    const count = months < 3 ? 'one' : months < 9 ? 'three' : 'five';
    return {
      title: `Will Alphabet, Amazon, Apple, Meta or Microsoft announce at least ${count} deal${count === 'one' ? '' : 's'} to acquire AI start-ups for $500 million or more by ${longDate(r.deadline)}?`,
      event: true,
      resolves: `Resolves YES if, between ${longDate(r.opens)} and ${longDate(r.deadline)}, these five companies taken together announce at least ${count} acquisition${count === 'one' ? '' : 's'} of AI start-ups, each with a reported value of $500 million or more. A licence that comes with hiring most of a start-up's leadership counts as an acquisition; a minority investment does not. Resolves NO otherwise.`,
      source: "the buyer's announcement or securities filing",
      fallback: press,
      lag: 14,
      borneOut: !r.negated,
      tags: ['acquisitions'],
    };
  }),
  standIn('ai-exit', (r) => {
    const a = actors(r);
    const outOfBreath =
      relation.pace.test(r.claim) && r.negated && /\b(?:maintain|sustain|keep|afford)\b/.test(r.claim);
    if (
      !(a.chasing || a.named.some((name) => !leaders.includes(name))) ||
      !(relation.exit.test(r.claim) || outOfBreath)
    )
      return null;
    const who = chasersOf(r);
    const soon = Date.parse(r.deadline) - Date.parse(r.opens) < 183 * 86_400_000;
    const count = who.length > 2 && !soon ? 'at least two' : 'one';
    return {
      title: `Will ${count} of ${oneOf(who, 'and')} announce by ${longDate(r.deadline)} that ${count === 'one' ? 'it has' : 'they have'} stopped training general-purpose frontier language models?`,
      event: true,
      resolves: `Resolves YES if, between ${longDate(r.opens)} and ${longDate(r.deadline)}, ${count} of these companies state${count === 'one' ? 's' : ''} publicly that the company no longer trains general-purpose language models meant to compete with the best available, or that it will build on another company's models instead. A pause, a delay or a change of staff alone does not count. Resolves NO otherwise.`,
      source: "the companies' own statements",
      fallback: press,
      lag: 14,
      borneOut: outOfBreath || !r.negated,
    };
  }),
  standIn('ai-data-deal', (r) => {
    if (
      !/\b(?:proprietary|private|licen[sc]\w+|exclusive)\b.{0,40}\bdata\b|\bdata\b.{0,40}\b(?:licen[sc]\w+|deals?)\b/.test(
        r.claim,
      )
    )
      return null;
    return {
      title: `Will a company outside the AI industry announce a data-licensing deal with an AI developer worth at least $100 million by ${longDate(r.deadline)}?`,
      event: true,
      resolves: `Resolves YES if, between ${longDate(r.opens)} and ${longDate(r.deadline)}, a company whose main business is not AI announces, or is reported by two of the outlets below to have signed, an agreement that lets a developer of AI models use its data for at least $100 million in total. Resolves NO otherwise.`,
      source: 'the announcement or securities filing of either company',
      fallback: press,
      lag: 14,
      borneOut: !r.negated,
    };
  }),
];
