import type { Metric, StandingRow } from '../../markets/core/standings.ts';
import type { LeaderboardReceipt } from '../../markets/leaderboard.ts';
import { fitsPress } from '../press.ts';
import type { Block, Text, View } from '../view.ts';
import { count, formatPoints, score, undefinedMark } from './format.ts';
import { pageButtons } from './pages.ts';

export const metricName: Readonly<Record<Metric, string>> = {
  relativeBrier: 'Relative Brier score',
  brier: 'Brier score',
  peer: 'Peer score',
  baseline: 'Baseline score',
  profit: 'Profit',
  calibration: 'Calibration',
};

/** What a figure means and which way is better, in one sentence. */
const meaning: Readonly<Record<Metric, string>> = {
  relativeBrier:
    'Brier score minus the median of all who forecast, over the time one took part. Negative is better than the crowd; lowest first.',
  brier:
    'Squared error of the probabilities, averaged over the time that each forecast stood: 0 is perfect, 0.5 a coin, 2 the worst. Lowest first.',
  peer: 'How much more probability one gave to what happened than the others did, in logarithms. Above 0 is better than the others; highest first.',
  baseline:
    'How much better than knowing nothing, in logarithms: 0 for even chances, 100 at most. Highest first.',
  profit: 'Points won and lost on resolved questions. Highest first.',
  calibration:
    'How far the stated probabilities lie from how often such things happened: 0 is perfect. Lowest first.',
};

export function figure(row: StandingRow, metric: Metric): string {
  switch (metric) {
    case 'profit':
      return row.points === null ? undefinedMark : formatPoints(row.points, { signed: true });
    case 'relativeBrier':
      return score(row.value, { signed: true });
    case 'peer':
    case 'baseline':
      return score(row.value, { signed: true, digits: 1 });
    case 'brier':
    case 'calibration':
      return score(row.value);
  }
}

function error(row: StandingRow, metric: Metric): string {
  if (row.standardError === null || !Number.isFinite(row.standardError)) return undefinedMark;
  if (metric === 'profit') return `±${formatPoints(BigInt(Math.round(row.standardError)))}`;
  const digits = metric === 'peer' || metric === 'baseline' ? 1 : 3;
  return `±${score(row.standardError, { digits })}`;
}

const rankText = (row: StandingRow): string =>
  row.rank === null ? (row.provisional ? 'prov.' : undefinedMark) : `${row.tied ? '=' : ''}${row.rank}`;

const line = (row: StandingRow, metric: Metric): Text[] => [
  rankText(row),
  row.member ? [{ kind: 'member', name: row.member.name }] : row.label,
  figure(row, metric),
  error(row, metric),
  String(row.questions),
];

/**
 * A page of standings with the benchmarks, and the reader's own rank wherever it lies.
 *
 * @param typedWindow the stretch of time as it was asked for, so that the next page asks the same
 * @param over the same as it is shown
 * @param reader whose own line is shown below; null where nobody in particular reads
 */
export function leaderboardView(
  r: LeaderboardReceipt,
  typedWindow: string,
  reader: string | null,
  over = r.window === 'all' ? 'all time' : r.window,
): View {
  const own = r.own;
  const highlight = own?.member ? r.rows.findIndex((row) => row.member?.id === own.member?.id) : -1;
  // Crowd and market stand beside the members; the other ways to pool are for whoever wants to compare them.
  const scored = r.benchmarks.filter((row) => row.value !== null);
  const main = scored.filter((row) => ['Crowd', 'Market'].includes(row.label));
  const others = scored.filter((row) => !main.includes(row));
  const rows = [...r.rows, ...main];
  const blocks: Block[] = [
    { kind: 'text', text: meaning[r.metric] },
    ...(rows.length === 0
      ? [{ kind: 'text' as const, text: 'Nobody has a score here yet. Scores come when questions resolve.' }]
      : [
          {
            kind: 'table' as const,
            columns: [
              { title: 'Rank', align: 'right' as const },
              { title: 'Member', align: 'left' as const },
              { title: metricName[r.metric], align: 'right' as const },
              { title: 'Error', align: 'right' as const },
              { title: 'Questions', align: 'right' as const },
            ],
            rows: rows.map((row) => line(row, r.metric)),
            ...(highlight >= 0 ? { highlight } : {}),
          },
        ]),
    ...(others.length === 0
      ? []
      : [
          {
            kind: 'text' as const,
            text: `Other ways to pool: ${others.map((row) => `${pool(row.label)} ${figure(row, r.metric)}`).join(', ')}.`,
          },
        ]),
    ...(reader === null ? [] : [{ kind: 'text' as const, text: ownText(r, reader) }]),
    ...metricSelect(windowArgs(r, typedWindow)),
    ...pageButtons('leaderboard', { metric: r.metric, ...windowArgs(r, typedWindow) }, r.page, r.pages),
  ];
  return {
    title: `${metricName[r.metric]}, ${over}${r.tag ? `, tagged ${r.tag}` : ''}`,
    tone: 'info',
    blocks,
    footer: `${count(r.total, 'member')}, page ${r.page} of ${Math.max(1, r.pages)}. Ranked from ${count(r.minimum, 'resolved question')} on; before that provisional. The error is one standard error.`,
  };
}

/** "Crowd (mean)" among other pools is "mean". */
const pool = (label: string): string => /^Crowd \((.+)\)$/.exec(label)?.[1] ?? label;

function metricSelect(args: Readonly<Record<string, string>>): Block[] {
  if (!fitsPress({ command: 'leaderboard', args: { ...args, metric: 'relativeBrier' } })) return [];
  const options = Object.entries(metricName).map(([value, label]) => ({ value, label }));
  return [
    {
      kind: 'select',
      placeholder: 'Rank by…',
      press: { command: 'leaderboard', args },
      fills: 'metric',
      options,
    },
  ];
}

const windowArgs = (r: LeaderboardReceipt, typed: string): Record<string, string> => ({
  ...(typed === 'all' ? {} : { window: typed }),
  ...(r.tag === null ? {} : { tag: r.tag }),
});

function ownText(r: LeaderboardReceipt, reader: string): Text {
  if (!r.own) return [{ kind: 'member', name: reader }, `: ${r.ownWhy ?? 'no score here yet.'}`];
  const rank = r.own.rank === null ? 'not ranked yet' : `rank ${rankText(r.own)} of ${r.total}`;
  return [
    { kind: 'member', name: reader },
    `: ${rank} with ${figure(r.own, r.metric)} over ${count(r.own.questions, 'question')}.${r.ownWhy ? ` ${r.ownWhy}` : ''}`,
  ];
}
