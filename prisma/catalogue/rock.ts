import { type Entry, opening } from './entry.ts';
import { archived, arena, index, otherIndex, press } from './sources.ts';

export const rock: readonly Entry[] = [
  {
    about: 'the frontier gap widens',
    article: 'rock',
    place: 'Opening comment, third paragraph',
    kind: 'numeric',
    title: 'By how many LMArena points will OpenAI, Anthropic and Google lead everyone else as 2027 ends?',
    criteria:
      'Resolves to the score of the best model by one of these three minus the score of the best model by any other developer, at 12:00 UTC on 31 December 2027. Negative if another developer leads.',
    source: arena,
    fallback: archived,
    edges: [0, 10, 20, 30, 45, 60, 80],
    unit: 'points',
    scale: 'linear',
    opensAt: opening,
    closesAt: '2027-12-30T23:59:00Z',
    resolvesBy: '2028-01-05T12:00:00Z',
    tags: ['ai', 'frontier', 'leaderboards'],
  },
  {
    about: "training compute's growth slows",
    article: 'rock',
    place: 'Opening comment, reply that cites Epoch AI',
    kind: 'numeric',
    title: 'By what factor a year will frontier training compute be growing, by Epoch AI at the end of 2028?',
    criteria:
      'Resolves to the central estimate of the yearly growth factor of the computation used to train frontier language models, in the latest trend that Epoch AI has published by 31 December 2028. The comment started from 4 to 5 a year and expected less. If several trends are shown, the one for frontier or notable models with the longest span that ends in 2027 or later counts.',
    source: 'Epoch AI, trends and data on AI models (epoch.ai)',
    fallback:
      'If Epoch AI no longer publishes a trend, the same fit over its last public data set of models, runs from 2020 on, decides.',
    edges: [1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5, 6],
    unit: 'times a year',
    scale: 'linear',
    opensAt: opening,
    closesAt: '2028-12-30T23:59:00Z',
    resolvesBy: '2029-01-15T12:00:00Z',
    tags: ['ai', 'compute', 'scaling'],
  },
  {
    about: "training compute's growth slows",
    article: 'rock',
    place: 'Opening comment, reply that cites Epoch AI',
    kind: 'numeric',
    title: 'How large will the largest training run that Epoch AI lists be at the end of 2027?',
    criteria:
      'Resolves to the highest estimate of training computation, in FLOP, of any model in the public data set at 12:00 UTC on 31 December 2027. Estimates marked as speculative count; announced but unfinished runs do not.',
    source: 'Epoch AI, data on AI models (epoch.ai/data)',
    fallback: archived,
    edges: [5e26, 1e27, 2e27, 5e27, 1e28, 2e28],
    unit: 'FLOP',
    scale: 'log',
    opensAt: opening,
    closesAt: '2027-12-30T23:59:00Z',
    resolvesBy: '2028-01-10T12:00:00Z',
    tags: ['ai', 'compute', 'scaling'],
  },
  {
    about: 'weaker competitors drop out',
    article: 'rock',
    place: 'Opening comment, reply on the labs that bowed out',
    kind: 'choice',
    title:
      'Which of these labs will be the first to say that it stops training frontier models, before 2028?',
    criteria:
      'Resolves to the first of the named developers that says after opening and before 1 January 2028 00:00 UTC, in an official statement or an on-record interview of its chief executive, that it no longer trains general-purpose models meant to compete with the best. Being bought counts only if the buyer says so. Two on one day share the resolution.',
    source: `The statement itself, or a report of it by ${press}`,
    fallback:
      'If it is disputed what was said, at least two of the newspapers must report it as an end of such training.',
    outcomes: ['Meta', 'xAI', 'Mistral', 'Cohere', 'DeepSeek', 'None of them by the end of 2027'],
    opensAt: opening,
    closesAt: '2027-12-31T12:00:00Z',
    resolvesBy: '2028-01-15T12:00:00Z',
    tags: ['ai', 'frontier', 'consolidation'],
  },
  {
    about: 'Meta and xAI do not catch up',
    article: 'rock',
    place: 'Opening comment, end of the reply on competitors',
    kind: 'date',
    title: 'When will a model by Meta or xAI next lead the Artificial Analysis Intelligence Index?',
    criteria:
      'Resolves to the first day after opening on which a model trained by Meta or xAI has the highest score on the index, alone or tied, and no model by them had it on the day of opening. If one had, the count starts once they have lost it. If it has not happened at the close, it resolves to the last interval, which stands for later or never.',
    source: index,
    fallback: otherIndex,
    days: ['2027-02-01', '2027-05-01', '2027-08-01', '2027-11-01', '2028-01-01'],
    opensAt: opening,
    closesAt: '2027-12-31T23:59:00Z',
    resolvesBy: '2028-01-10T12:00:00Z',
    tags: ['ai', 'frontier', 'leaderboards'],
  },
  {
    about: 'coding tools cease to be the main revenue',
    article: 'rock',
    place: 'Opening comment, last paragraph of the long reply',
    kind: 'binary',
    title: 'Will coding tools still be the largest source of revenue of OpenAI or Anthropic in 2030?',
    criteria:
      'YES if for the financial year 2030 a product made for writing software (Claude Code, Codex or what follows them), subscriptions to it included, is reported as the largest single source of revenue of one of them or both. Use of their models through an API by the coding tools of others does not count. NO otherwise. The comment expects NO.',
    source: `Filings and statements of the companies, or reports by ${press}, or by The Information`,
    fallback:
      'If no split of revenue is published for 2030, the latest one for 2029 decides; without either the question is annulled.',
    opensAt: opening,
    closesAt: '2030-12-31T12:00:00Z',
    resolvesBy: '2031-04-30T12:00:00Z',
    tags: ['ai', 'revenue', 'coding'],
  },
  {
    about: 'tokens through the API become the main revenue',
    article: 'rock',
    place: 'Opening comment, last paragraph of the long reply',
    kind: 'choice',
    title: "What will be Anthropic's largest source of revenue in 2028?",
    criteria:
      'Resolves to the category with the largest part of revenue in the calendar year 2028. Tokens sold through its own API or through cloud providers are one category, whoever uses them; subscriptions to its own coding tool, and to its own assistant without it, are others. A plan that includes both counts for the assistant unless it is reported apart.',
    source: `Filings and statements of Anthropic, or reports by ${press}, or by The Information`,
    fallback:
      'If no split for the whole of 2028 is published by 30 April 2029, the latest one for a part of 2028 decides; without one, annulled.',
    outcomes: [
      'Tokens sold by API',
      'Its own coding tool',
      'Subscriptions to its assistant',
      'Something else',
    ],
    opensAt: opening,
    closesAt: '2028-12-31T12:00:00Z',
    resolvesBy: '2029-04-30T12:00:00Z',
    tags: ['ai', 'revenue', 'anthropic'],
  },
  {
    about: 'all other applications outgrow coding',
    article: 'rock',
    place: 'Opening comment, comparison of market sizes',
    kind: 'numeric',
    title:
      'How many times the spending on AI coding tools will that on other generative-AI applications be in 2029?',
    criteria:
      'Resolves to world spending on generative-AI applications other than coding tools divided by spending on AI coding tools, both for the calendar year 2029 (actual or forecast), by the latest report of one and the same firm published by 31 December 2029.',
    source:
      'Gartner or IDC, public summaries included; if both publish the two figures, the mean of the two ratios',
    fallback:
      'If neither publishes both figures, the Menlo Ventures report on generative AI in the enterprise decides; without it, annulled.',
    edges: [1, 2, 3, 5, 10, 20],
    unit: 'times',
    scale: 'log',
    opensAt: opening,
    closesAt: '2029-12-15T12:00:00Z',
    resolvesBy: '2029-12-31T23:00:00Z',
    tags: ['ai', 'market-share', 'coding'],
  },
  {
    about: 'applications are built on OpenAI and Anthropic',
    article: 'rock',
    place: 'Opening comment, comparison with phone platforms',
    kind: 'numeric',
    title:
      'What part of enterprise spending on model APIs will OpenAI and Anthropic take together, by the end of 2028?',
    criteria:
      'Resolves to the sum of the two shares, in percent of enterprise spending (or of use, if only that is given) on language-model APIs, in the last edition of the survey published by 31 December 2028.',
    source: 'The Menlo Ventures reports on language models and generative AI in the enterprise',
    fallback:
      'If no edition appears in 2028, the latest survey of at least 100 companies by Gartner, IDC or Andreessen Horowitz decides.',
    edges: [30, 40, 50, 60, 70, 80],
    unit: '%',
    scale: 'linear',
    opensAt: opening,
    closesAt: '2028-12-15T12:00:00Z',
    resolvesBy: '2028-12-31T23:00:00Z',
    tags: ['ai', 'market-share', 'frontier'],
  },
  {
    about: 'language models reach a plateau',
    article: 'rock',
    place: 'Later reply that doubts the trend',
    kind: 'numeric',
    title: 'By how many points will the best Intelligence Index score rise during 2028?',
    criteria:
      'Resolves to the highest score at 12:00 UTC on 31 December 2028 minus the highest score at 12:00 UTC on 31 December 2027, both under the version of the index that is current on the later day, as its page or chart over time shows them.',
    source: index,
    fallback:
      'If the later version was not applied to the models of 2027, the best model of that day that was measured under both links them; without one, annulled.',
    edges: [2, 4, 6, 9, 12, 16],
    unit: 'points',
    scale: 'linear',
    opensAt: opening,
    closesAt: '2028-12-30T23:59:00Z',
    resolvesBy: '2029-01-10T12:00:00Z',
    tags: ['ai', 'scaling', 'leaderboards'],
  },
  {
    about: 'a monopoly or duopoly forms',
    article: 'rock',
    place: 'Later reply on who controls revenue and compute',
    kind: 'binary',
    title: 'Will the two largest vendors take over 80% of language-model API revenue in 2028?',
    criteria:
      'YES if a survey or market report that covers the calendar year 2028 or a part of it, published by 30 June 2029, puts the shares of the two largest sellers of language-model APIs together above 80%. Cloud providers that resell the models of others are not counted as sellers. NO if reports put it at 80% or below.',
    source:
      'Menlo Ventures, Gartner, IDC or Synergy Research; if they differ, the report with the largest number of respondents',
    fallback:
      'If none of them gives shares, revenues reported by the companies for 2028 decide; without these, annulled.',
    opensAt: opening,
    closesAt: '2028-12-31T12:00:00Z',
    resolvesBy: '2029-06-30T12:00:00Z',
    tags: ['ai', 'market-share', 'consolidation'],
  },
];
