import { type Entry, opening } from './entry.ts';
import { archived, arena, index, otherBoard, press } from './sources.ts';

export const moats: readonly Entry[] = [
  {
    about: 'open weights keep pace',
    article: 'moats',
    place: 'Reply doubting that open models lose',
    kind: 'binary',
    title:
      'Will an open-weight model be among the first ten of the LMArena text leaderboard on 30 June 2027?',
    criteria:
      'YES if at 12:00 UTC on 30 June 2027 at least one of the ten models with the highest scores has weights that anyone can download, under whatever licence. Ties for tenth place count. NO otherwise.',
    source: arena,
    fallback: otherBoard,
    opensAt: opening,
    closesAt: '2027-06-29T23:59:00Z',
    resolvesBy: '2027-07-05T12:00:00Z',
    tags: ['ai', 'open-weights', 'leaderboards'],
  },
  {
    about: 'open weights keep pace',
    article: 'moats',
    place: "Reply on China's reasons for open models",
    kind: 'numeric',
    title:
      'How many LMArena points will separate the best closed from the best open-weight model as 2027 ends?',
    criteria:
      'Resolves to the score of the best model without downloadable weights minus the score of the best one with them, at 12:00 UTC on 31 December 2027. Negative if an open-weight model leads.',
    source: arena,
    fallback: archived,
    edges: [0, 10, 20, 30, 45, 60, 80],
    unit: 'points',
    scale: 'linear',
    opensAt: opening,
    closesAt: '2027-12-30T23:59:00Z',
    resolvesBy: '2028-01-05T12:00:00Z',
    tags: ['ai', 'open-weights', 'leaderboards'],
  },
  {
    about: 'hosted models lose their reason',
    article: 'moats',
    place: 'Reply on the waste of compute',
    kind: 'binary',
    title:
      'Will the revenue of OpenAI or Anthropic be reported lower for the end of 2028 than for the end of 2027?',
    criteria:
      'YES if, for one of them or both, the last annualised revenue reported for the fourth quarter of 2028 is below the last one reported for the fourth quarter of 2027. Both figures must be published by 15 March 2029; targets do not count. NO otherwise.',
    source: `Statements and filings of the companies, or reports by ${press}, or by The Information`,
    fallback:
      'Without figures for both dates for either company, revenue of the calendar years takes their place; without these, annulled.',
    opensAt: opening,
    closesAt: '2028-12-31T12:00:00Z',
    resolvesBy: '2029-03-15T12:00:00Z',
    tags: ['ai', 'revenue', 'open-weights'],
  },
  {
    about: 'the cheaper way pulls further away',
    article: 'moats',
    place: 'Reply on hardware as a moat',
    kind: 'numeric',
    title:
      'How many times cheaper will nine tenths of the best intelligence be with open weights as 2027 ends?',
    criteria:
      'Takes the closed model with the highest index score at 12:00 UTC on 31 December 2027 and, among open-weight models with at least 90% of that score, the one with the lowest price. Resolves to the price of the closed model divided by the price of the open one, both per million output tokens, median of providers as listed. Resolves to 1 if no open-weight model reaches 90%.',
    source: index,
    fallback: archived,
    edges: [2, 5, 10, 20, 50, 100],
    unit: 'times',
    scale: 'log',
    opensAt: opening,
    closesAt: '2027-12-30T23:59:00Z',
    resolvesBy: '2028-01-05T12:00:00Z',
    tags: ['ai', 'open-weights', 'prices'],
  },
  {
    about: 'small models become enough',
    article: 'moats',
    place: 'Replies on models that run on one graphics card',
    kind: 'date',
    title:
      'When will an open-weight model of at most 40 billion parameters match GPT-5 on the Intelligence Index?',
    criteria:
      'Resolves to the day on which a model with downloadable weights and no more than 40 billion parameters in all is first listed with a score at least as high as that of GPT-5 (high) under the same version of the index. A model that is already so listed at opening does not count again: then the question is annulled. If it has not happened at the close, it resolves to the last interval, which stands for later or never.',
    source: index,
    fallback:
      'If GPT-5 is no longer listed under the current version, the scores of the last version that lists it decide.',
    days: ['2027-01-01', '2027-04-01', '2027-07-01', '2027-10-01', '2028-01-01'],
    opensAt: opening,
    closesAt: '2027-12-31T23:59:00Z',
    resolvesBy: '2028-01-10T12:00:00Z',
    tags: ['ai', 'open-weights', 'efficiency'],
  },
];
