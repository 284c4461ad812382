import { addDays, longDate } from '../calendar.ts';
import {
  actors,
  arena,
  board,
  chasersOf,
  leaders,
  onBoard,
  openAround,
  openWeight,
  press,
  standIn,
  unsuccessful,
} from './aiActors.ts';
import { oneOf, relation } from './relations.ts';
import type { StandIn } from './types.ts';

/** Stand-ins for what is said of who leads, follows, enters or earns. */
export const aiPlayers: readonly StandIn[] = [
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
      event: true,
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
      event: true,
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
      event: true,
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
      event: true,
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
      event: true,
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
