import type { MeReceipt } from '../../markets/me.ts';
import type { Block, Chart, View } from '../view.ts';
import type { When } from '../when.ts';
import { altText } from './charts.alt.ts';
import { count, formatPoints, percent, points, score, shortDay, shorten } from './format.ts';
import { likeliestText } from './outcomes.ts';
import { crowdText } from './questions.ts';

const most = 8;

/** Everything about one member: rank, scores, calibration, what stands and what is held. */
export function scorecard(r: MeReceipt, own: boolean, when: When): View {
  return {
    title: own ? 'Your scorecard' : `Track record of ${r.member.name}`,
    tone: 'info',
    blocks: [
      { kind: 'text', text: standing(r, own) },
      { kind: 'facts', facts: figures(r, own) },
      ...calibration(r),
      ...recent(r, when),
      ...positions(r),
      ...forecasts(r, when),
      ...(own ? [ownButtons] : []),
    ],
    footer:
      'Scores are averages over all resolved questions, of all time, each over the time that a forecast stood. /explain Q7 shows how one came about.',
  };
}

function standing(r: MeReceipt, own: boolean): string {
  const who = own ? 'You are' : `${r.member.name} is`;
  if (r.rank !== null)
    return `${who} rank ${r.rank} of ${r.ranked} by relative Brier score, over ${count(r.resolved, 'resolved question')}.`;
  if (r.missing > 0) {
    return `${who} not ranked yet: ${count(r.missing, 'more resolved question')} with a forecast ${r.missing === 1 ? 'is' : 'are'} needed.`;
  }
  return `${who} not ranked yet.`;
}

function figures(r: MeReceipt, own: boolean) {
  const none = r.resolved === 0 ? ' (no resolved question yet)' : '';
  const alone = r.relativeBrier === null && r.resolved > 0 ? ' (nobody else forecast)' : none;
  return [
    ...(own ? [{ name: 'Balance', value: points(r.balance) }] : []),
    { name: 'Net worth', value: points(r.netWorth) },
    { name: 'Profit', value: `${formatPoints(r.profit, { signed: true })} points on resolved questions` },
    { name: 'Brier score', value: `${score(r.brier)}${none}` },
    { name: 'Relative Brier', value: `${score(r.relativeBrier, { signed: true })}${alone}` },
    { name: 'Peer score', value: `${score(r.peer, { signed: true, digits: 1 })}${none}` },
    { name: 'Baseline score', value: `${score(r.baseline, { signed: true, digits: 1 })}${none}` },
  ];
}

function calibration(r: MeReceipt): Block[] {
  const bins = r.calibration.filter((bin) => bin.count > 0);
  if (bins.length === 0) return [];
  const chart: Chart = { kind: 'calibration', title: `Calibration of ${r.member.name}`, bins };
  return [
    { kind: 'heading', text: 'Calibration' },
    { kind: 'image', chart, alt: altText(chart) },
  ];
}

function recent(r: MeReceipt, when: When): Block[] {
  if (r.recent.length === 0) return [];
  return [
    { kind: 'heading', text: 'Latest results' },
    {
      kind: 'table',
      columns: [
        { title: 'Question', align: 'left' },
        { title: 'Brier', align: 'right' },
        { title: 'vs crowd', align: 'right' },
        { title: 'Profit', align: 'right' },
        { title: 'Resolved', align: 'right' },
      ],
      rows: r.recent
        .slice(0, most)
        .map((q) => [
          `Q${q.question} ${shorten(q.title, 60)}`,
          score(q.brier),
          score(q.relativeBrier, { signed: true }),
          formatPoints(q.profit, { signed: true }),
          shortDay(q.resolvedAt, when),
        ]),
      ...(r.recent.length > most ? { more: r.recent.length - most } : {}),
    },
  ];
}

function positions(r: MeReceipt): Block[] {
  if (r.positions.length === 0) return [];
  return [
    { kind: 'heading', text: 'Positions' },
    {
      kind: 'table',
      columns: [
        { title: 'Question', align: 'left' },
        { title: 'Outcome', align: 'left' },
        { title: 'Pays', align: 'right' },
        { title: 'Price', align: 'right' },
      ],
      rows: r.positions
        .slice(0, most)
        .map((p) => [
          `Q${p.question} ${shorten(p.title, 60)}`,
          p.label,
          formatPoints(p.shares),
          percent(p.price),
        ]),
      ...(r.positions.length > most ? { more: r.positions.length - most } : {}),
    },
  ];
}

function forecasts(r: MeReceipt, when: When): Block[] {
  if (r.forecasts.length === 0) return [];
  return [
    { kind: 'heading', text: 'Standing forecasts' },
    {
      kind: 'table',
      columns: [
        { title: 'Question', align: 'left' },
        { title: 'Forecast', align: 'right' },
        { title: 'Crowd', align: 'right' },
        { title: 'Closes', align: 'right' },
      ],
      rows: r.forecasts
        .slice(0, most)
        .map((f) => [
          `Q${f.number} ${shorten(f.title, 60)}`,
          likeliestText(f.p, f),
          crowdText(f),
          shortDay(f.closesAt, when),
        ]),
      ...(r.forecasts.length > most ? { more: r.forecasts.length - most } : {}),
    },
  ];
}

const ownButtons: Block = {
  kind: 'buttons',
  buttons: [
    { kind: 'press', label: 'Leaderboard', style: 'plain', press: { command: 'leaderboard', args: {} } },
    { kind: 'press', label: 'Open questions', style: 'plain', press: { command: 'questions', args: {} } },
    { kind: 'press', label: 'Notices', style: 'plain', press: { command: 'notify', args: {} } },
  ],
};
