import type { ForecastView, OutcomeView, QuestionView } from '../../markets/core/types.ts';
import type { Block, Span, Text, View } from '../view.ts';
import type { When } from '../when.ts';
import { answers, type CardFor } from './answers.ts';
import { count, formatPoints, letter, moment, percent, points, shorten } from './format.ts';
import { resolutionText } from './resolutionText.ts';
import { saidBrief, saidText } from './said.ts';

/**
 * The card of a question: crowd and market, the latest forecasts, the times, and the ways to answer.
 *
 * @param audience 'everyone' leaves out what concerns the reader alone (their forecast and position)
 */
export function questionCard(q: QuestionView, when: When, audience: CardFor): View {
  return {
    title: `Q${q.number} ${q.title}`,
    tone: toneOf(q),
    blocks: [
      { kind: 'text', text: stateLine(q) },
      ...estimates(q),
      ...(q.resolution ? [{ kind: 'text' as const, text: resolutionText(q, when) }] : []),
      ...latest(q, when),
      ...(audience === 'reader' ? mine(q, when) : []),
      { kind: 'facts', facts: facts(q, when) },
      { kind: 'text', text: shorten(q.criteria, 700) },
      ...quote(q),
      ...edits(q, when),
      ...answers(q, audience),
    ],
    ...footerOf(q, audience),
  };
}

function footerOf(q: QuestionView, audience: CardFor): { footer?: string } {
  if (q.practice)
    return { footer: 'Practice question among simulated members. /practice remove takes them away.' };
  return audience === 'everyone' ? { footer: 'Write /help to see what else there is.' } : {};
}

const toneOf = (q: QuestionView): View['tone'] => {
  switch (q.state) {
    case 'open':
      return 'info';
    case 'resolved':
      return 'good';
    case 'upcoming':
    case 'closed':
    case 'annulled':
      return 'neutral';
  }
};

function stateLine(q: QuestionView): Text {
  const people: Span[] = [
    ` · ${count(q.forecasters, 'forecaster')} · ${count(q.traders, 'trader')} · ${points(q.volume)} wagered`,
  ];
  const bold = (text: string): Span => ({ kind: 'bold', text });
  switch (q.state) {
    case 'upcoming':
      return [bold('Opens '), { kind: 'time', at: q.opensAt, style: 'relative' }, ...people];
    case 'open':
      return [bold('Open'), ', closes ', { kind: 'time', at: q.closesAt, style: 'relative' }, ...people];
    case 'closed':
      return [
        bold('Closed '),
        { kind: 'time', at: q.closesAt, style: 'relative' },
        ', awaits its resolution',
        ...people,
      ];
    case 'resolved':
      return [bold('Resolved'), ...people];
    case 'annulled':
      return [bold('Annulled'), ...people];
  }
}

function estimates(q: QuestionView): Block[] {
  if (q.hidden !== null) return [{ kind: 'text', text: q.hidden }];
  const yes = q.outcomes[0];
  if (q.kind === 'binary' && yes) {
    return [
      {
        kind: 'bars',
        bars: [
          {
            label: 'Crowd',
            fraction: yes.crowd ?? 0,
            note: yes.crowd === null ? 'no forecasts yet' : `${percent(yes.crowd)} YES`,
          },
          { label: 'Market', fraction: yes.price ?? 0, note: `${percent(yes.price)} YES` },
        ],
      },
    ];
  }
  return [{ kind: 'bars', bars: q.outcomes.map((o) => bar(o, q)) }];
}

const bar = (o: OutcomeView, q: QuestionView) => ({
  label: q.kind === 'choice' ? `${letter(o.index)} ${o.label}` : o.label,
  fraction: o.crowd ?? o.price ?? 0,
  note: `crowd ${percent(o.crowd)} · market ${percent(o.price)}`,
});

/** One forecast in a line: who, from what to what, when, why. */
const forecastLine = (f: ForecastView, q: QuestionView, when: When): Span[] => [
  { kind: 'member', name: f.member.name },
  ' ',
  ...(f.before ? [{ kind: 'strike' as const, text: saidBrief(f.before, q, when) }, ' → '] : []),
  f.p === null
    ? 'withdrew'
    : { kind: 'bold', text: saidBrief({ p: f.p, typed: f.typed, at: f.at }, q, when) },
  f.implied ? ' (by a wager) ' : ' ',
  { kind: 'time', at: f.at, style: 'relative' },
  ...(f.reason ? [`: “${shorten(f.reason, 120)}”`] : []),
];

function latest(q: QuestionView, when: When): Block[] {
  const lines = q.latest.slice(0, 5).map((f) => forecastLine(f, q, when));
  if (lines.length === 0) return [];
  return [{ kind: 'text', text: lines.flatMap((line, i) => (i === 0 ? line : ['\n', ...line])) }];
}

function mine(q: QuestionView, when: When): Block[] {
  const own = q.mine;
  if (!own) return [];
  const rows: { name: string; value: Text }[] = [];
  if (own.forecast && own.forecastAt) {
    const said = { p: own.forecast, typed: own.typed, at: own.forecastAt };
    const implied = own.implied ? ' (from your wager; a forecast of your own replaces it)' : '';
    rows.push({ name: 'Your forecast', value: `${saidText(said, q, when)}${implied}` });
  }
  for (const position of own.positions) {
    rows.push({
      name: 'Your position',
      value: `${formatPoints(position.shares)} ${position.label}: pays ${points(position.shares)} if it happens`,
    });
  }
  for (const order of own.orders) {
    rows.push({
      name: `Your order ${order.id}`,
      value: `${order.label} at ${percent(order.price)} or less, ${points(order.left)} left`,
    });
  }
  return rows.length === 0 ? [] : [{ kind: 'facts', facts: rows }];
}

function facts(q: QuestionView, when: When): { name: string; value: Text }[] {
  const rows: { name: string; value: Text }[] = [
    {
      name: q.state === 'open' || q.state === 'upcoming' ? 'Closes' : 'Closed',
      value: moment(q.closesAt, when),
    },
  ];
  if (q.state !== 'resolved' && q.state !== 'annulled') {
    rows.push({ name: 'Answer expected', value: moment(q.resolvesBy, when) });
  }
  if (q.condition) {
    rows.push({
      name: 'Only if',
      value: `Q${q.condition.number} ${q.condition.title} resolves ${q.condition.outcome}`,
    });
  }
  if (q.private) rows.push({ name: 'Private', value: 'seen in this channel alone' });
  if (q.tags.length > 0) rows.push({ name: 'Tags', value: q.tags.join(', ') });
  if (q.orders.length > 0) rows.push({ name: 'Resting orders', value: String(q.orders.length) });
  return rows;
}

function quote(q: QuestionView): Block[] {
  if (!q.quote) return q.origin ? [{ kind: 'text', text: `From: ${q.origin}` }] : [];
  const source: Span[] = [
    ...(q.quoteSpeaker ? [`${q.quoteSpeaker}, `] : []),
    q.articleUrl ? { kind: 'link', url: q.articleUrl, text: q.origin ?? q.articleUrl } : (q.origin ?? ''),
  ];
  return [{ kind: 'quote', text: shorten(q.quote, 500), source }];
}

/** What was changed, up to what stood there before. */
const changed: Readonly<Record<string, string>> = {
  title: 'the title was',
  criteria: 'the criteria were',
  closesAt: 'the close was',
  resolvesBy: 'the expected answer was',
  hidden: 'hiding was',
  hiddenUntil: 'it was hidden until',
  tags: 'the tags were',
  outcomes: 'the outcomes were',
};

/** What stood there before; instants are shown as dates. */
const before = (text: string, when: When): string =>
  /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? moment(new Date(text), when) : text;

function edits(q: QuestionView, when: When): Block[] {
  const last = q.edits.at(-1);
  if (!last) return [];
  return [
    {
      kind: 'text',
      text: [
        `Edited ${count(q.edits.length, 'time')}; last by `,
        { kind: 'member', name: last.by.name },
        ' ',
        { kind: 'time', at: last.at, style: 'relative' },
        `: ${changed[last.field] ?? `${last.field} was`} “${shorten(before(last.before, when), 150)}”`,
      ],
    },
  ];
}
