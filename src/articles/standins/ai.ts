import { addDays, longDate } from '../calendar.ts';
import { oneOf, relation, withinMonths, yearlyFactor } from './relations.ts';
import type { Measured, Reading, StandIn } from './types.ts';

const arena = 'the LMArena text leaderboard (overall category, default settings)';
const index = 'the Artificial Analysis Intelligence Index';
const press = 'reports of at least two of Reuters, Bloomberg, the Financial Times and The Information';
const onBoard =
  'Models are ranked by score as shown at 23:59 UTC; a tie for first place counts as first place.';
const openWeight = 'An open-weight model is one whose weights anybody can download on the day that counts.';

/** The laboratories whose models have held the top of the public leaderboards, and the large companies that have not. */
const leaders = ['OpenAI', 'Anthropic', 'Google'];
const chasers = ['Meta', 'Microsoft', 'Amazon', 'Apple', 'xAI'];
const developers: readonly [name: string, words: RegExp][] = [
  ['OpenAI', /\bOpenAI\b|\bChatGPT\b|\bopenai\b/],
  ['Anthropic', /\bAnthropic\b|\bClaude\b|\banthropic\b/],
  ['Google', /\bGoogle\b|\bDeepMind\b|\bGemini\b/],
  ['Meta', /\bMeta\b|\bLlama\b/],
  ['Microsoft', /\bMicrosoft\b/],
  ['Amazon', /\bAmazon\b/],
  ['Apple', /\bApple\b/],
  ['xAI', /\bxAI\b|\bGrok\b/],
  ['Mistral', /\bMistral\b/],
  ['DeepSeek', /\bDeepSeek\b/],
  ['Alibaba', /\bAlibaba\b|\bQwen\b/],
  ['Nvidia', /\b(?:Nvidia|NVIDIA)\b/],
];

interface Actors {
  named: string[];
  open: boolean;
  chasing: boolean;
  leading: boolean;
  newcomers: boolean;
  models: boolean;
}

const actorsIn = (words: string): Actors => {
  const low = words.toLowerCase();
  return {
    named: developers.filter(([, pattern]) => pattern.test(words)).map(([name]) => name),
    open: /\bopen[- ]?(?:source|weights?|models?)\b/.test(low),
    chasing:
      /\b(?:followers?|laggards?|lagging|legacy|weaker|smaller|less competitive|second-tier|challengers?|also-rans|rivals?|competitors?|trailing|everyone else|other labs)\b/.test(
        low,
      ),
    leading:
      /\b(?:leaders?|frontier (?:labs?|players?|companies)|incumbents?|top (?:ai )?labs?|pioneers?|big labs|closed)\b/.test(
        low,
      ),
    newcomers: relation.newcomers.test(low),
    models:
      /\b(?:llms?|language models?|frontier models?|ai models?|ai progress|scaling|ai capabilit\w+)\b/.test(
        low,
      ),
  };
};

const actors = (reading: Reading): Actors => actorsIn(`${reading.ownWords} ${reading.claim}`);
/** Whether the passage, rather than the claim alone, is about open models. */
const openAround = (reading: Reading): boolean =>
  actors(reading).open ||
  (reading.around.match(/\bopen[- ]?(?:source|weights?|models?)\b/g)?.length ?? 0) > 2;
const chasersOf = (reading: Reading): string[] => {
  const named = actors(reading).named.filter((name) => !leaders.includes(name));
  return named.length ? named : chasers;
};

const board = (measured: Omit<Measured, 'source' | 'fallback'> & Partial<Measured>): Measured => ({
  source: arena,
  fallback: index,
  lag: 14,
  ...measured,
});

/** Verbs that say the opposite of coming level: "lose", "fail to keep up". */
const unsuccessful = (reading: Reading): boolean =>
  relation.fallBehind.test(reading.claim) !== reading.negated;

const standIn = (id: string, measure: (reading: Reading) => Measured | null): StandIn => ({ id, measure });

export const aiStandIns: readonly StandIn[] = [
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
      resolves: `Resolves YES if, between ${longDate(r.opens)} and ${longDate(r.deadline)}, a company whose main business is not AI announces, or is reported by two of the outlets below to have signed, an agreement that lets a developer of AI models use its data for at least $100 million in total. Resolves NO otherwise.`,
      source: 'the announcement or securities filing of either company',
      fallback: press,
      lag: 14,
      borneOut: !r.negated,
    };
  }),
  standIn('ai-gap', (r) => {
    if (!relation.gap.test(r.claim)) return null;
    const widens = relation.widen.test(r.claim) && !relation.narrow.test(r.claim);
    const narrows = relation.narrow.test(r.claim);
    if (!widens && !narrows && !relation.persist.test(r.claim)) return null;
    const open = openAround(r);
    const sides = open
      ? 'the best closed and the best open-weight model'
      : `the best ${oneOf(leaders)} model and the best other model`;
    const comparison = narrows ? 'smaller' : widens ? 'larger' : 'at least as large';
    return board({
      title: `Will the LMArena text gap between ${sides} be ${comparison} on ${longDate(r.deadline)} ${comparison === 'at least as large' ? 'as' : 'than'} on ${longDate(r.opens)}?`,
      resolves: `The gap is the score of ${open ? 'the best model whose weights are not public minus that of the best open-weight model' : `the best model developed by ${oneOf(leaders)} minus that of the best model of any other developer`} on ${arena}, in points. Resolves YES if it is ${comparison} on ${longDate(r.deadline)} ${comparison === 'at least as large' ? 'as' : 'than'} on ${longDate(r.opens)}. Resolves NO otherwise. ${open ? `${openWeight} ` : ''}${onBoard}`,
      borneOut: !r.negated,
    });
  }),
  standIn('ai-open-level', (r) => {
    const a = actors(r);
    if (!a.open || !relation.match.test(r.claim)) return null;
    return board({
      title: `Will the best open-weight model be within 30 points of the top of the LMArena text leaderboard on ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if, on ${longDate(r.deadline)}, the highest score of an open-weight model on ${arena} is at most 30 points below the highest score of any model. Resolves NO otherwise. ${openWeight} ${onBoard}`,
      borneOut: !r.negated,
    });
  }),
  standIn('ai-open-top-ten', (r) => {
    const a = actors(r);
    if (
      !a.open ||
      !(relation.match.test(r.claim) || relation.fallBehind.test(r.claim) || relation.lead.test(r.claim))
    )
      return null;
    return board({
      title: `Will an open-weight model rank among the ten best on the LMArena text leaderboard on ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if, on ${longDate(r.deadline)}, at least one open-weight model has a rank of 10 or better on ${arena}. Resolves NO otherwise. ${openWeight} ${onBoard}`,
      borneOut: !unsuccessful(r),
    });
  }),
  standIn('ai-young-leader', (r) => {
    if (!actors(r).newcomers || relation.acquire.test(r.claim)) return null;
    return board({
      title: `Will a company founded in 2022 or later have the top-ranked model on the LMArena text leaderboard on any day before ${longDate(addDays(r.deadline, 1))}?`,
      resolves: `Resolves YES if, on any day from ${longDate(r.opens)} to ${longDate(r.deadline)}, the model in first place on ${arena} was developed by a company that was founded in 2022 or later and is not controlled by ${oneOf([...leaders, 'Meta', 'Microsoft', 'Amazon'])}. Resolves NO otherwise. ${onBoard}`,
      borneOut: !r.negated,
    });
  }),
  standIn('ai-outsider', (r) => {
    if (!actors(r).newcomers || relation.acquire.test(r.claim)) return null;
    return board({
      title: `Will a developer other than OpenAI, Anthropic, Google, Meta and xAI rank first on any LMArena leaderboard on ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if, on ${longDate(r.deadline)}, the model in first place (alone or tied) on at least one of LMArena's leaderboards for text, vision, image generation, video generation or web development was developed by none of ${oneOf(['OpenAI', 'Anthropic', 'Google', 'Meta', 'xAI'], 'and')}. Resolves NO otherwise.`,
      fallback: 'the rankings of Artificial Analysis for the same tasks',
      borneOut: !r.negated,
    });
  }),
  standIn('ai-young-valuation', (r) => {
    if (!actors(r).newcomers || relation.acquire.test(r.claim)) return null;
    return {
      title: `Will a company that builds robots or world models and was founded in 2018 or later be valued at $50 billion or more by ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if, between ${longDate(r.opens)} and ${longDate(r.deadline)}, a company founded in 2018 or later, whose main product is robots, robot control or world models, closes a financing round or lists its shares at a valuation of $50 billion or more. Divisions of larger companies do not count. Resolves NO otherwise.`,
      source: "the company's announcement or securities filing",
      fallback: press,
      lag: 14,
      borneOut: !r.negated,
      tags: ['robotics'],
    };
  }),
  standIn('ai-lower-revenue', (r) => {
    if (!relation.demand.test(r.claim)) return null;
    const year = r.deadline.slice(0, 4);
    return {
      title: `Will OpenAI or Anthropic have a lower annualised revenue at the end of ${year} than at the end of ${Number(year) - 1}?`,
      resolves: `Resolves YES if the annualised revenue (run rate) of OpenAI or of Anthropic for December ${year} is lower than that for December ${Number(year) - 1}, as stated by the company or, where it says nothing, as reported. If figures for only one of the two are known, that one decides; if for neither, the question is annulled.`,
      source: "the companies' own statements or securities filings",
      fallback: press,
      lag: 90,
      borneOut: !r.negated,
      deadline: `${year}-12-31`,
      tags: ['business'],
    };
  }),
  standIn('ai-revenue-growth', (r) => {
    const a = actors(r);
    if (
      !relation.money.test(r.claim) ||
      !(a.leading || a.named.length || relation.fall.test(r.claim)) ||
      /\bbiggest|largest\b/.test(r.claim)
    )
      return null;
    const who = a.named.find((name) => !a.leading || leaders.includes(name)) ?? 'OpenAI';
    const year = r.deadline.slice(0, 4);
    return {
      title: `Will ${who}'s annualised revenue be at least 50% higher at the end of ${year} than at the end of ${Number(year) - 1}?`,
      resolves: `Resolves YES if the annualised revenue (run rate) of ${who} for December ${year} is at least 50% higher than that for December ${Number(year) - 1}, as stated by the company or, where it says nothing, as reported. Resolves NO otherwise. If no figure for either month becomes known by the resolution date, the question is annulled.`,
      source: `${who}'s own statements or securities filings`,
      fallback: press,
      lag: 90,
      borneOut: relation.fall.test(r.claim) === r.negated,
      deadline: `${year}-12-31`,
      tags: ['business'],
    };
  }),
  standIn('ai-platform-share', (r) => {
    const who = actors(r).named.filter((name) => leaders.includes(name));
    if (!relation.adopt.test(r.claim) || !(who.length || actors(r).leading) || actors(r).open) return null;
    const names = who.length ? who : leaders;
    return {
      title: `Will ${oneOf(names, 'and')} ${names.length > 1 ? 'together ' : ''}hold at least ${names.length > 1 ? 60 : 40}% of enterprise spending on language-model APIs in the last Menlo Ventures survey published by ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if, in the last report by Menlo Ventures with provider shares of enterprise spending on language-model APIs that is published by ${longDate(r.deadline)}, the share of ${oneOf(names, 'and')} ${names.length > 1 ? 'adds up to at least 60' : 'is at least 40'}%. Resolves NO otherwise.`,
      source: "Menlo Ventures' reports on enterprise use of language models",
      fallback: 'the last such survey by Gartner, IDC or Andreessen Horowitz published by the same day',
      lag: 30,
      borneOut: !r.negated,
    };
  }),
  standIn('ai-assistant-users', (r) => {
    const who = actors(r).named.filter((name) =>
      ['Meta', 'Microsoft', 'Amazon', 'Apple', 'Google'].includes(name),
    );
    if (
      who.length !== 1 ||
      actors(r).named.length !== 1 ||
      !(
        relation.match.test(r.claim) ||
        relation.lead.test(r.claim) ||
        /\b(?:candidate|winner|contender|successor|favou?rite)\b/.test(r.claim)
      )
    )
      return null;
    const name = who[0];
    return {
      title: `Will ${name}'s AI assistant be reported to have more monthly active users than ChatGPT by ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if, between ${longDate(r.opens)} and ${longDate(r.deadline)}, figures for the same month or quarter show more monthly active users worldwide for ${name}'s AI assistant than for ChatGPT. Figures of the companies come before estimates; weekly users count as monthly where nothing else is given. Resolves NO otherwise.`,
      source: 'statements of the companies, in filings, at events or to the press',
      fallback: 'estimates of Similarweb, Sensor Tower or Business of Apps',
      lag: 30,
      borneOut: !r.negated,
      tags: ['technology'],
    };
  }),
  standIn('ai-market-size', (r) => {
    const compared =
      /^(?:the )?(.{3,60}?) (?:dwarf|eclipse|outgrow|overshadow|outweigh|exceed|overtake|surpass)s? (.{3,60}?)(?: in (?:market size|revenues?|size|value|spending|sales))?$/.exec(
        r.claim,
      );
    if (!compared?.[1] || !compared[2] || !/\b(?:market|revenues?|spending|sales)\b/.test(r.claim))
      return null;
    const factor = /\b(?:dwarf|eclipse|overshadow)/.test(r.claim) ? 'five times' : 'as large as';
    const one = compared[1].replace(/^(?:sum|total) of /, '').replace(/ in the (?:whole )?world$/, '');
    const other = compared[2].replace(/^(?:the )?/, '');
    const rest = /^(?:all )?(?:other )?(?:ai )?(?:applications?|uses?|products?|services?)$/.test(one)
      ? `AI applications other than ${other}`
      : one;
    return {
      title: `Will Gartner or IDC put yearly spending on ${rest} at ${factor === 'five times' ? 'five or more times that on' : 'no less than that on'} AI for ${other} in an estimate published by ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if an estimate or forecast of Gartner or IDC that is published between ${longDate(r.opens)} and ${longDate(r.deadline)} gives, for the same calendar year, spending (or revenue) on ${rest} of ${factor === 'five times' ? 'at least five times' : 'at least'} that on AI for ${other}. The figures may come from two reports of the same firm. Resolves NO otherwise.`,
      source: 'press releases and reports of Gartner and IDC',
      fallback: 'the corresponding figures of Menlo Ventures or Statista',
      lag: 30,
      borneOut: !r.negated,
      tags: ['business'],
    };
  }),
  standIn('ai-chinese-first', (r) => {
    if (
      !/\b(?:chinese|china)\b/.test(r.claim) ||
      !(relation.match.test(r.claim) || relation.lead.test(r.claim) || relation.fallBehind.test(r.claim))
    )
      return null;
    return board({
      title: `Will a model from a Chinese developer rank first on the LMArena text leaderboard on any day before ${longDate(addDays(r.deadline, 1))}?`,
      resolves: `Resolves YES if, on any day from ${longDate(r.opens)} to ${longDate(r.deadline)}, a model developed by a company or institute with its seat in mainland China or Hong Kong is in first place on ${arena}. Resolves NO otherwise. ${onBoard}`,
      borneOut: !unsuccessful(r),
    });
  }),
  standIn('ai-chasers-first', (r) => {
    const a = actors(r);
    const outside = a.named.filter((name) => !leaders.includes(name));
    if (!(a.chasing || outside.length) || !relation.match.test(r.claim)) return null;
    const who = chasersOf(r);
    return board({
      title: `Will a model from ${oneOf(who)} rank first on the LMArena text leaderboard on any day before ${longDate(addDays(r.deadline, 1))}?`,
      resolves: `Resolves YES if, on any day from ${longDate(r.opens)} to ${longDate(r.deadline)}, a model developed by ${oneOf(who)} is in first place on ${arena}. Resolves NO otherwise. ${onBoard}`,
      borneOut: !unsuccessful(r),
    });
  }),
  standIn('ai-chasers-users', (r) => {
    const a = actors(r);
    if (!a.chasing || !relation.match.test(r.claim)) return null;
    return {
      title: `Will an AI assistant from Meta, Microsoft, Amazon, Apple or xAI be reported to have more monthly active users than ChatGPT by ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if, between ${longDate(r.opens)} and ${longDate(r.deadline)}, figures for the same month or quarter show more monthly active users worldwide for an AI assistant of one of these companies than for ChatGPT. Figures of the companies come before estimates; weekly users count as monthly where nothing else is given. Resolves NO otherwise.`,
      source: 'statements of the companies, in filings, at events or to the press',
      fallback: 'estimates of Similarweb, Sensor Tower or Business of Apps',
      lag: 30,
      borneOut: !unsuccessful(r),
      tags: ['technology'],
    };
  }),
  standIn('ai-science', (r) => {
    if (
      !/\b(?:breakthroughs?|discover\w+|scien\w+|nobel)\b/.test(r.claim) ||
      !(relation.lead.test(r.claim) || actors(r).leading)
    )
      return null;
    return {
      title: `Will Science's Breakthrough of the Year or a Nobel Prize honour an AI system made by ${oneOf(leaders)} by ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if, between ${longDate(r.opens)} and ${longDate(r.deadline)}, a Nobel Prize is awarded for, or the journal Science names as its Breakthrough of the Year (the winner, not a runner-up), work that the announcement credits to an AI system developed by ${oneOf(leaders)} (Google DeepMind and Isomorphic Labs included). Resolves NO otherwise.`,
      source: 'nobelprize.org and science.org',
      fallback: 'reports of at least two of Reuters, the Associated Press and the BBC',
      lag: 14,
      borneOut: !r.negated,
      tags: ['science'],
    };
  }),
  standIn('ai-leaders-top', (r) => {
    const a = actors(r);
    const top = a.named.filter((name) => leaders.includes(name));
    if (
      !(relation.lead.test(r.claim) || relation.persist.test(r.claim)) ||
      !(a.leading || top.length || /\bconcentrat/.test(r.claim))
    )
      return null;
    const names = top.length ? top : leaders;
    return board({
      title: `Will the three best-ranked models on the LMArena text leaderboard on ${longDate(r.deadline)} all come from ${oneOf(names)}?`,
      resolves: `Resolves YES if each of the three models with the highest scores on ${arena} on ${longDate(r.deadline)} was developed by ${oneOf(names)}; it does not matter how they are spread among these. Resolves NO otherwise. Models are ranked by score as shown at 23:59 UTC; where models tie for third place, all of them must qualify.`,
      borneOut: !r.negated,
    });
  }),
  standIn('ai-rule', (r) => {
    if (!/\b(?:regulat\w+|rules?|laws?|legislation|standards?|policy)\b/.test(r.quote)) return null;
    return {
      title: `Will the EU or the US adopt a new binding rule that applies to frontier AI models by ${longDate(r.deadline)}?`,
      resolves: `Resolves YES if, between ${longDate(r.opens)} and ${longDate(r.deadline)}, an EU regulation or directive, a US federal statute or a final rule of a US federal agency is adopted that sets duties for developers of general-purpose AI models as such. Drafts, guidance, codes of practice, executive orders addressed to agencies and state laws do not count, nor do delays of existing rules. Resolves NO otherwise.`,
      source: 'the Official Journal of the European Union and the US Federal Register',
      fallback: 'reports of at least two of Reuters, Politico and the Financial Times',
      lag: 14,
      borneOut: !r.negated,
      tags: ['regulation'],
    };
  }),
  standIn('ai-spending', (r) => {
    if (!/\b(?:capex|capital expenditures?|spending|invest\w*|bubble|funding|cost of the)\b/.test(r.claim))
      return null;
    const year = r.deadline.slice(0, 4);
    return {
      title: `Will Microsoft, Alphabet, Amazon and Meta together report lower capital expenditure for calendar ${year} than for ${Number(year) - 1}?`,
      resolves: `Resolves YES if the sum of the capital expenditure (purchases of property and equipment, finance leases included where reported so) of Microsoft, Alphabet, Amazon and Meta over the four quarters of calendar ${year} is lower than over those of ${Number(year) - 1}. Resolves NO otherwise.`,
      source: "the companies' quarterly reports",
      fallback: press,
      lag: 60,
      deadline: `${year}-12-31`,
      tags: ['business'],
      borneOut: (relation.fall.test(r.claim) || /\b(?:wall|bubble|slow)/.test(r.claim)) !== r.negated,
    };
  }),
  standIn('ai-jobs', (r) => {
    if (!/\b(?:jobs?|employment|lay-?offs?|unemploy\w+|workforce|white-collar)\b/.test(r.claim)) return null;
    const year = r.deadline.slice(0, 4);
    return {
      title: `Will Challenger, Gray & Christmas attribute at least 100,000 announced US job cuts to artificial intelligence in ${year}?`,
      resolves: `Resolves YES if the report of Challenger, Gray & Christmas for December ${year} gives "Artificial Intelligence" as the reason for at least 100,000 job cuts announced in the US in ${year}. Resolves NO otherwise.`,
      source: 'the monthly job-cut report of Challenger, Gray & Christmas',
      fallback: press,
      lag: 20,
      deadline: `${year}-12-31`,
      tags: ['jobs'],
      borneOut:
        /\b(?:lose|lost|replac\w+|cut|fewer|disappear|eliminat\w+|lay-?offs?|displac\w+)\b/.test(r.claim) !==
          r.negated || null,
    };
  }),
];
