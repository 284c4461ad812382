import { type Entry, opening } from './entry.ts';
import { index, otherIndex, press } from './sources.ts';

export const frontier: readonly Entry[] = [
  {
    about: 'self-improvement comes from Google, OpenAI or Anthropic',
    article: 'frontier',
    place: 'Second paragraph, remark of Ethan Mollick',
    kind: 'choice',
    title: 'Who will first show a model that built its own better successor, before 2029?',
    criteria:
      'A demonstration counts if, after opening and before 1 January 2029 00:00 UTC, its developer publishes a paper or system card by which a model designed and trained a successor without human changes to code or data in between, the successor does better on a benchmark named beforehand, and a group outside the company confirms it in writing. Resolves to the developer of the first such model by date of publication.',
    source: `The publication and the confirmation, or a report of both by Nature, Science, ${press}`,
    fallback:
      'If it is disputed whether a demonstration meets the three conditions by 31 January 2029, it does not count.',
    outcomes: [
      'Google',
      'OpenAI',
      'Anthropic',
      'Meta or xAI',
      'A developer based in China',
      'Anybody else',
      'Nobody by the end of 2028',
    ],
    opensAt: opening,
    closesAt: '2028-12-31T12:00:00Z',
    resolvesBy: '2029-01-31T12:00:00Z',
    tags: ['ai', 'self-improvement', 'frontier'],
  },
  {
    about: 'Tesla shows a humanoid in April',
    article: 'frontier',
    place: 'Section on world models, remark of Robert Scoble',
    kind: 'binary',
    title: 'Will Tesla show a new hardware generation of its Optimus robot in April 2027?',
    criteria:
      'The April that was meant has passed, so the question takes the next one. YES if between 1 and 30 April 2027 (Pacific time) Tesla or its chief executive shows, on a stage, in a stream or in a video, an Optimus that they call a new version or generation and that was not shown before 1 April 2027. New software or new hands on a known body do not count. NO otherwise.',
    source: "Tesla's own channels, or coverage by Reuters or The Verge",
    fallback:
      'If it is unclear whether a robot is new, what Tesla calls it in its next quarterly update decides.',
    opensAt: '2026-12-01T00:00:00Z',
    closesAt: '2027-04-30T23:59:00Z',
    resolvesBy: '2027-05-07T12:00:00Z',
    tags: ['robotics', 'tesla'],
  },
  {
    about: 'policy turns to the frontier developers',
    article: 'frontier',
    place: 'What This Means, bullet on regulation',
    kind: 'binary',
    title: 'Will a US federal law with duties for frontier-model developers be enacted before 2028?',
    criteria:
      'YES if by 31 December 2027 a bill becomes law that places at least one duty on developers of AI models and whom it binds depends on computation, capability or cost of training, or on the words "frontier" or "general-purpose". Executive orders, state laws and pure spending bills do not count. NO otherwise.',
    source: 'congress.gov, list of public laws',
    fallback: 'If the list lags behind, the announcement of the signature on whitehouse.gov decides.',
    opensAt: opening,
    closesAt: '2027-12-31T12:00:00Z',
    resolvesBy: '2028-01-20T12:00:00Z',
    tags: ['ai', 'regulation', 'united-states'],
  },
  {
    about: 'the next scientific feats come from the same labs',
    article: 'frontier',
    place: 'Closing section, after the remark on AlphaFold',
    kind: 'binary',
    title:
      'Will a Nobel Prize in science of 2027 or 2028 credit an AI system from Google, OpenAI or Anthropic?',
    criteria:
      'YES if the press release or the scientific background that the awarding academy publishes with a prize in physics, chemistry, or physiology or medicine of 2027 or 2028 names an AI system developed by Google (DeepMind included), OpenAI or Anthropic as part of the work that is honoured. A mention as a mere later use does not suffice. NO otherwise.',
    source: 'nobelprize.org',
    fallback:
      'If the site is unavailable, the text as published by the Royal Swedish Academy of Sciences or Karolinska Institutet decides.',
    opensAt: opening,
    closesAt: '2028-09-30T23:59:00Z',
    resolvesBy: '2028-10-15T12:00:00Z',
    tags: ['ai', 'science', 'frontier'],
  },
  {
    about: 'the frontier gap widens',
    article: 'frontier',
    place: 'Introduction, and the closing remark on concentration',
    kind: 'binary',
    title: 'Will the five best models at the end of 2027 belong to Google, OpenAI and Anthropic alone?',
    criteria:
      'YES if at 12:00 UTC on 31 December 2027 the five models with the highest scores, one for each model family and maker as the index lists them, were all developed by one of these three companies. A tie for fifth place counts as NO if any of the tied is by somebody else. NO otherwise.',
    source: index,
    fallback: otherIndex,
    opensAt: opening,
    closesAt: '2027-12-30T23:59:00Z',
    resolvesBy: '2028-01-05T12:00:00Z',
    tags: ['ai', 'frontier', 'leaderboards'],
  },
];
