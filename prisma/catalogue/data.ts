import { type Entry, opening } from './entry.ts';
import { archived, arena, index, press } from './sources.ts';

export const data: readonly Entry[] = [
  {
    about: 'breakthroughs are replicated in the open within months',
    article: 'data',
    place: 'Insight on the idea of one winner',
    kind: 'numeric',
    title: 'How many days after the first new record of 2027 will an open-weight model match it?',
    criteria:
      'Takes the first model released in 2027 that sets a new highest score on the index. Resolves to the days from its release to the day on which a model with downloadable weights is listed with at least that score. If the record is itself by an open-weight model the answer is 0; if it is not matched by the close, the answer is above the last edge.',
    source: index,
    fallback:
      'If the version of the index changes in between, scores of both models under the newer version decide.',
    edges: [60, 90, 120, 150, 180, 270],
    unit: 'days',
    scale: 'linear',
    opensAt: opening,
    closesAt: '2027-12-31T12:00:00Z',
    resolvesBy: '2028-01-10T12:00:00Z',
    tags: ['ai', 'open-weights', 'leaderboards'],
  },
  {
    about: 'proprietary data becomes the advantage',
    article: 'data',
    place: 'Insight on data inside corporations',
    kind: 'binary',
    title:
      'Will a large drug or chip maker license data to an AI developer for $100 million or more before 2028?',
    criteria:
      'YES if by 31 December 2027 a deal is announced by which one of the twenty largest pharmaceutical or the twenty largest semiconductor companies by revenue lets an AI developer train on its data, and the payment for it is stated or reported at $100 million or more. Joint ventures count if the data is named as a contribution of that value. NO otherwise.',
    source: `Announcements and filings of the companies, or a report by ${press}`,
    fallback:
      'Rank by revenue follows the Fortune Global 500 of 2027; where a company is not on it, its annual report.',
    opensAt: opening,
    closesAt: '2027-12-31T12:00:00Z',
    resolvesBy: '2028-01-31T12:00:00Z',
    tags: ['ai', 'data', 'science'],
  },
  {
    about: 'many developers share the front',
    article: 'data',
    place: 'Last insight, on a dispersed future',
    kind: 'numeric',
    title: 'How many developers will have a model within 40 LMArena points of the leader as 2027 ends?',
    criteria:
      'Resolves to the number of different developers, the leader included, with at least one model no more than 40 points below the highest score at 12:00 UTC on 31 December 2027. Companies under one parent count once.',
    source: arena,
    fallback: archived,
    edges: [2, 3, 4, 5, 6, 8],
    unit: 'developers',
    scale: 'linear',
    opensAt: opening,
    closesAt: '2027-12-30T23:59:00Z',
    resolvesBy: '2028-01-05T12:00:00Z',
    tags: ['ai', 'frontier', 'leaderboards'],
  },
];
