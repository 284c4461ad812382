import { commands } from '../../src/bot/commands/index.ts';
import type { View } from '../../src/bot/view.ts';
import { articleReceipt } from '../../src/bot/views/articleReceipt.ts';
import { askKnownAt } from '../../src/bot/views/askKnownAt.ts';
import { disputeView } from '../../src/bot/views/dispute.ts';
import { approvedView, draftsView, draftView } from '../../src/bot/views/drafts.ts';
import { explanation } from '../../src/bot/views/explanation.ts';
import { forecastReceipt } from '../../src/bot/views/forecastReceipt.ts';
import { helpView } from '../../src/bot/views/help.ts';
import { leaderboardView } from '../../src/bot/views/leaderboard.ts';
import { linkView } from '../../src/bot/views/link.ts';
import { notifyView } from '../../src/bot/views/notify.ts';
import { cancelledView, ordersView } from '../../src/bot/views/orders.ts';
import { questionCard } from '../../src/bot/views/questionCard.ts';
import { questionsView } from '../../src/bot/views/questions.ts';
import { errorView, refusalView } from '../../src/bot/views/refusal.ts';
import { scorecard } from '../../src/bot/views/scorecard.ts';
import { settingsView } from '../../src/bot/views/settings.ts';
import { settleReceipt } from '../../src/bot/views/settleReceipt.ts';
import { setupView } from '../../src/bot/views/setup.ts';
import { tradeReceipt } from '../../src/bot/views/tradeReceipt.ts';
import type { DraftView } from '../../src/markets/core/drafts.ts';
import { Refusal } from '../../src/markets/core/refusal.ts';
import { settingsSchema } from '../../src/markets/core/settings.ts';
import { metrics, type StandingRow } from '../../src/markets/core/standings.ts';
import type {
  ForecastView,
  MemberRef,
  OrderView,
  QuestionKind,
  QuestionLine,
  QuestionState,
  QuestionView,
  TradeReceipt,
} from '../../src/markets/core/types.ts';
import type { MeReceipt } from '../../src/markets/me.ts';
import { day0, later } from './people.ts';

/** Text that every surface must hold in check: its own control characters, everybody's mention, marks, an emoji, CJK. */
export const hostile =
  '<!channel> @everyone *bold* _it_ ~s~ `code` <https://evil.example|bank> & 😀 予測 \u202Egnp.exe ';

const filled = (length: number): string =>
  hostile.repeat(Math.ceil(length / hostile.length)).slice(0, length);
const many = <T>(count: number, make: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => make(i));

const when = { now: day0, timeZone: 'Europe/Vienna' };
const member = (i: number): MemberRef => ({ id: i + 1, name: `${i} ${filled(76)}` });
const most = 20;

/** Every kind with as many outcomes as there can be and the longest labels. */
const outcomes = (kind: QuestionKind) =>
  kind === 'binary'
    ? [
        { index: 0, label: 'YES', price: 0.634, crowd: 0.7 },
        { index: 1, label: 'NO', price: 0.366, crowd: 0.3 },
      ]
    : many(most, (index) => ({ index, label: `${index} ${filled(97)}`, price: 1 / most, crowd: 1 / most }));

const evenly = (kind: QuestionKind) => outcomes(kind).map((_, __, all) => 1 / all.length);

const order = (i: number): OrderView => ({
  id: 1_000_000 + i,
  member: member(i),
  outcome: 0,
  label: `${i} ${filled(97)}`,
  price: 0.333,
  points: 123_456_789n,
  left: 123_456_700n,
  expiresAt: later(30),
});

const madeForecast =
  (kind: QuestionKind) =>
  (i: number): ForecastView => ({
    member: member(i),
    at: later(i),
    p: evenly(kind),
    typed: filled(1000),
    before: { p: evenly(kind), typed: filled(1000), at: later(i - 1) },
    implied: i % 2 === 0,
    reason: filled(1000),
  });

/** A question with everything that a question can have, at its longest. */
export function largestQuestion(kind: QuestionKind, state: QuestionState): QuestionView {
  const position = (i: number) => ({ outcome: i, label: `${i} ${filled(97)}`, shares: 12_345_678n });
  const settled = state === 'resolved' || state === 'annulled';
  return {
    id: 987_654_321,
    number: 987_654_321,
    version: 12,
    kind,
    state,
    title: filled(200),
    criteria: filled(3000),
    opensAt: day0,
    closesAt: later(400),
    resolvesBy: later(500),
    knownAt: settled ? later(300) : null,
    tags: many(10, (i) => `${i}-${filled(38)}`),
    unit: kind === 'numeric' ? filled(40) : null,
    scale: kind === 'numeric' ? 'log' : null,
    edges:
      kind === 'numeric'
        ? many(most - 1, (i) => 10 ** (i / 2))
        : kind === 'date'
          ? many(most - 1, (i) => later(30 * i).getTime())
          : null,
    outcomes: outcomes(kind),
    forecasters: 123_456,
    traders: 54_321,
    volume: 9_876_543_210n,
    hidden: null,
    latest: many(5, madeForecast(kind)),
    orders: many(25, order),
    origin: filled(200),
    quote: filled(1000),
    quoteSpeaker: filled(100),
    articleUrl: `https://example.org/${'a'.repeat(1900)}`,
    practice: true,
    private: true,
    edits: many(30, (i) => ({
      at: later(i),
      by: member(i),
      field: 'criteria',
      before: filled(3000),
      after: filled(3000),
    })),
    resolution: settled
      ? {
          act: state === 'annulled' ? 'annul' : 'resolve',
          weights: state === 'annulled' ? null : evenly(kind),
          value: kind === 'numeric' ? 12_345.678 : null,
          knownAt: later(300),
          enteredAt: later(310),
          by: member(1),
          reason: filled(1000),
          stake: 123_456_789n,
        }
      : null,
    disputes: 42,
    condition: { number: 3, title: filled(200), outcome: filled(100) },
    mine: {
      forecast: evenly(kind),
      forecastAt: later(3),
      typed: filled(1000),
      implied: true,
      positions: many(kind === 'binary' ? 2 : most, position),
      orders: many(25, order),
      score: settled ? { brier: 0.123456, relativeBrier: -0.0123456, profit: -12_345_678n } : null,
    },
  };
}

const line = (i: number): QuestionLine => ({
  id: i,
  number: 900_000_000 + i,
  title: `${i} ${filled(195)}`,
  kind: 'choice',
  state: 'open',
  closesAt: later(i),
  resolvesBy: later(i + 1),
  tags: many(10, (t) => `${t}-${filled(38)}`),
  practice: false,
  leading: { label: filled(100), p: 0.51 },
  forecasters: 1234,
  labels: many(most, (k) => `${k} ${filled(97)}`),
  mine: evenly('choice'),
});

const draft = (i: number): DraftView => ({
  number: 900_000 + i,
  version: 3,
  status: 'pending',
  title: `${i} ${filled(195)}`,
  criteria: filled(3000),
  kind: 'choice',
  outcomes: many(most, (k) => `${k} ${filled(97)}`),
  edges: null,
  unit: null,
  closesAt: later(300),
  resolvesBy: later(310),
  horizonProposed: true,
  tags: many(10, (t) => `${t}-${filled(38)}`),
  needs: many(8, () => filled(200)),
  findings: many(12, () => filled(300)),
  similar: many(5, (s) => ({ number: s, title: filled(200) })),
  quote: filled(2000),
  speaker: filled(100),
  article: {
    id: 1,
    title: filled(300),
    url: `https://example.org/${'b'.repeat(1900)}`,
    publishedAt: '2026-11-20',
  },
  decidedBy: member(2),
  reason: filled(1000),
  question: 77,
});

const trade = (question: QuestionView): TradeReceipt => ({
  question,
  outcome: 0,
  label: filled(100),
  points: 123_456_789n,
  shares: 987_654_321n,
  priceBefore: 0.123,
  priceAfter: 0.987,
  balance: 9_999_999_999n,
  pays: 8_888_888_888n,
  stopped: filled(300),
  order: order(1),
  impliedForecast: evenly(question.kind),
});

const standing = (i: number): StandingRow => ({
  rank: i + 1,
  tied: i % 3 === 0,
  member: member(i),
  label: member(i).name,
  value: -0.123456,
  standardError: 0.0123,
  questions: 1234,
  provisional: false,
  points: -123_456_789n,
});

const me: MeReceipt = {
  member: member(0),
  balance: 123_456_789n,
  netWorth: 987_654_321n,
  resolved: 1234,
  brier: 0.1234,
  relativeBrier: -0.0123,
  peer: 12.3,
  baseline: 45.6,
  profit: -123_456n,
  rank: 12,
  ranked: 345,
  provisional: false,
  missing: 0,
  calibration: many(11, (i) => ({
    from: i / 11,
    to: (i + 1) / 11,
    count: 123,
    meanForecast: (i + 0.5) / 11,
    observed: (i + 0.4) / 11,
    low: i / 12,
    high: (i + 1) / 11,
  })),
  forecasts: many(200, (i) => ({ ...line(i), p: evenly('choice') })),
  positions: many(200, (i) => ({
    outcome: 0,
    label: filled(100),
    shares: 12_345n,
    question: i,
    title: filled(200),
    price: 0.5,
  })),
  orders: many(100, (i) => ({ ...order(i), question: i })),
  recent: many(100, (i) => ({
    question: i,
    title: filled(200),
    brier: 0.1,
    relativeBrier: 0.1,
    peer: 1,
    profit: 1n,
    resolvedAt: later(i),
  })),
  notify: { scores: true, edits: true, reminders: false },
  identities: many(20, () => ({ platform: 'slack', name: filled(80) })),
};

const settings = {
  settings: settingsSchema.parse({
    announcements: `slack:${'C'.repeat(60)}`,
    leaderboardChannel: `slack:${'C'.repeat(60)}`,
    reviewChannel: `slack:${'C'.repeat(60)}`,
    adminRoles: many(50, (i) => `${i}${'r'.repeat(90)}`),
    askRoles: many(50, (i) => `${i}${'r'.repeat(90)}`),
    economy: { startingGrant: 1_000_000, weeklyAllowance: 1_000_000, liquidity: 100_000 },
    secondAdminAbove: 1_000_000,
  }),
  name: filled(100),
  admins: many(50, member),
  places: many(20, () => ({ platform: 'slack', externalId: 'T'.repeat(40) })),
  feeds: [],
  undelivered: many(20, (i) => ({
    kind: 'question.disputed',
    to: `member:${i}`,
    error: filled(500),
    at: later(i),
  })),
};

const kinds: readonly QuestionKind[] = ['binary', 'choice', 'numeric', 'date'];
const states: readonly QuestionState[] = ['upcoming', 'open', 'closed', 'resolved', 'annulled'];

/** Every View that the project can show, made of the largest and least friendly values it can hold. */
export function largestViews(): readonly (readonly [string, View])[] {
  const views: [string, View][] = [];
  for (const kind of kinds)
    for (const state of states) {
      const q = largestQuestion(kind, state);
      views.push([`card of a ${state} ${kind} question`, questionCard(q, when, 'reader')]);
      views.push([`posted card of a ${state} ${kind} question`, questionCard(q, when, 'everyone')]);
    }
  for (const kind of kinds) {
    const q = largestQuestion(kind, 'open');
    const resolved = largestQuestion(kind, 'resolved');
    const p = evenly(kind);
    views.push(
      [
        `forecast on ${kind}`,
        forecastReceipt(
          {
            question: q,
            before: { p, typed: filled(1000), at: later(2) },
            p,
            typed: filled(1000),
            trade: trade(q),
            kelly: { outcome: 0, points: 12_300n },
          },
          when,
        ),
      ],
      [`trade on ${kind}`, tradeReceipt(trade(q), when)],
      [
        `explanation of ${kind}`,
        explanation(
          {
            question: resolved,
            member: member(3),
            score: {
              brier: 0.1,
              coverage: 0.9,
              relativeBrier: -0.1,
              baseline: 12,
              peer: 3,
              logarithmic: -0.2,
              spherical: 0.9,
            },
            stretches: many(300, (i) => ({
              from: later(i),
              to: later(i + 1),
              p,
              brier: 0.1,
              share: 1 / 300,
              crowd: p,
              crowdBrier: 0.2,
            })),
            rank: 12,
            of: 345,
            profit: -1234n,
          },
          true,
          when,
        ),
      ],
      [
        `settling of ${kind}`,
        settleReceipt(
          {
            question: resolved,
            act: 'resolve',
            paid: many(500, (i) => ({ member: member(i), points: 123_456n, brier: 0.123, rank: i + 1 })),
            crowdBrier: 0.2,
            marketBrier: 0.19,
            awaitsSecond: true,
            resolverStake: 12_345n,
          },
          when,
        ),
      ],
      [`when ${kind} was known`, askKnownAt(q, filled(100), filled(1000), when)],
    );
  }
  for (const metric of metrics)
    views.push([
      `leaderboard by ${metric}`,
      leaderboardView(
        {
          metric,
          window: '2026-Q4',
          tag: filled(40),
          minimum: 3,
          page: 2,
          pages: 99,
          total: 990,
          rows: many(25, standing),
          benchmarks: many(6, (i) => ({ ...standing(i), rank: null, member: null, label: `crowd ${i}` })),
          own: standing(500),
          ownWhy: filled(300),
        },
        '2026-Q4',
        filled(80),
      ),
    ]);
  views.push(
    [
      'article',
      articleReceipt(
        {
          article: {
            id: 1,
            title: filled(300),
            publishedAt: '2026-11-20',
            url: `https://example.org/${'c'.repeat(1900)}`,
          },
          drafts: many(100, draft),
          known: true,
          by: 'rules',
          reason: filled(300),
          nearest: many(5, () => filled(1000)),
        },
        true,
        when,
      ),
    ],
    [
      'article without claims',
      articleReceipt(
        {
          article: { id: 1, title: filled(300), publishedAt: null, url: null },
          drafts: [],
          known: false,
          by: 'model',
          reason: null,
          nearest: many(20, () => filled(2000)),
        },
        true,
        when,
      ),
    ],
    ['draft', draftView(draft(1), when)],
    ['drafts', draftsView({ drafts: many(25, draft), total: 990, page: 3, pages: 40 }, 'pending', when)],
    [
      'approved drafts',
      approvedView(
        {
          approved: many(50, (i) => ({ draft: i, question: largestQuestion('choice', 'open') })),
          refused: many(50, (i) => ({ draft: 100 + i, why: filled(500) })),
        },
        true,
      ),
    ],
    ['help', helpView(commands, null, true)],
    ...commands.map((c): [string, View] => [`help on ${c.name}`, helpView(commands, c.name, true)]),
    [
      'link',
      linkView(
        { code: 'K7M2QX9P', linked: many(20, () => ({ platform: 'slack', name: filled(80) })) },
        'person',
      ),
    ],
    ['notify', notifyView(me.notify)],
    ['orders', ordersView(me.orders, when)],
    ['cancelled order', cancelledView(order(1))],
    ['dispute', disputeView(largestQuestion('choice', 'closed'))],
    [
      'questions',
      questionsView(
        { lines: many(25, line), total: 990, page: 2, pages: 40 },
        { filter: 'all', tag: filled(40), search: filled(100) },
        when,
      ),
    ],
    ['own scorecard', scorecard(me, true, when)],
    ["another's scorecard", scorecard(me, false, when)],
    ['settings', settingsView(settings, true, when)],
    ['setup', setupView(settings)],
    ['refusal', refusalView(new Refusal('not-understood', filled(2000), filled(1000)))],
    ['error', errorView('0123abcd')],
  );
  return views;
}
