import type { SettleReceipt } from '../../markets/core/types.ts';
import type { Block, View } from '../view.ts';
import type { When } from '../when.ts';
import { count, formatPoints, moment, score, undefinedMark } from './format.ts';
import { answerText, resolutionText } from './resolutionText.ts';

/** What closing, resolving, annulling or reopening a question did, for everyone. */
export function settleReceipt(r: SettleReceipt, when: When): View {
  const q = r.question;
  const question = String(q.number);
  return {
    title: `${headline(r, when)}: Q${q.number} ${q.title}`,
    tone: r.awaitsSecond ? 'warn' : r.act === 'resolve' ? 'good' : 'neutral',
    blocks: [
      {
        kind: 'text',
        text:
          r.act === 'close'
            ? `No more forecasts or wagers since ${moment(q.closesAt, when)}. It awaits its resolution.`
            : resolutionText(q, when),
      },
      ...consequences(r, when),
      {
        kind: 'buttons',
        buttons: [
          ...(r.act === 'resolve' && !r.awaitsSecond
            ? [
                {
                  kind: 'press' as const,
                  label: 'My score',
                  style: 'primary' as const,
                  press: { command: 'explain', args: { question } },
                },
                {
                  kind: 'press' as const,
                  label: 'Leaderboard',
                  style: 'plain' as const,
                  press: { command: 'leaderboard', args: {} },
                },
                {
                  kind: 'press' as const,
                  label: 'Dispute…',
                  style: 'plain' as const,
                  press: { command: 'dispute', args: { question } },
                  form: true as const,
                },
              ]
            : []),
          {
            kind: 'press',
            label: 'Question',
            style: 'plain',
            press: { command: 'question', args: { question } },
          },
        ],
      },
    ],
  };
}

function headline(r: SettleReceipt, when: When): string {
  if (r.awaitsSecond) return `Proposed ${answerText(r.question, when)}, awaits a second admin`;
  switch (r.act) {
    case 'propose':
      return `Proposed ${answerText(r.question, when)}`;
    case 'resolve':
      return `Resolved ${answerText(r.question, when)}`;
    case 'annul':
      return 'Annulled';
    case 'reopen':
      return 'Reopened';
    case 'close':
      return 'Closed';
  }
}

const mostShown = 10;

/** The time that counts: from the opening to the close, or to when the truth was known. */
function scoredOver({ question: q }: SettleReceipt, when: When): string {
  const known = q.resolution?.knownAt ?? q.closesAt;
  return `Scored from ${moment(q.opensAt, when)} to ${moment(new Date(Math.min(known.getTime(), q.closesAt.getTime())), when)}.`;
}

function consequences(r: SettleReceipt, when: When): Block[] {
  if (r.act === 'annul') {
    return [
      {
        kind: 'text',
        text: 'Everybody got back what they put in, less what they had taken out. Nothing is scored.',
      },
      ...table(r),
    ];
  }
  if (r.act === 'reopen')
    return [
      { kind: 'text', text: 'Payouts and scores were taken back. They are made anew when it is resolved.' },
    ];
  if (r.act !== 'resolve' || r.awaitsSecond) return [];
  if (r.paid.length === 0) return [{ kind: 'text', text: 'Nobody had a forecast or a wager on it.' }];
  const benchmarks = [
    r.crowdBrier === null ? '' : `crowd ${score(r.crowdBrier)}`,
    r.marketBrier === null ? '' : `market ${score(r.marketBrier)}`,
  ].filter(Boolean);
  return [
    ...table(r),
    {
      kind: 'text',
      text: `${scoredOver(r, when)} Brier scores over the time that each forecast stood: 0 is perfect, 0.5 is a coin's, 2 the worst.${benchmarks.length > 0 ? ` For comparison: ${benchmarks.join(', ')}.` : ''}`,
    },
  ];
}

/** Best first; the ranked before those without a score. */
function table(r: SettleReceipt): Block[] {
  if (r.paid.length === 0) return [];
  const rows = [...r.paid].sort(
    (a, b) => (a.rank ?? Number.POSITIVE_INFINITY) - (b.rank ?? Number.POSITIVE_INFINITY),
  );
  const scored = r.act === 'resolve';
  return [
    { kind: 'heading', text: scored ? `${count(r.paid.length, 'member')} took part` : 'Given back' },
    {
      kind: 'table',
      columns: [
        ...(scored ? [{ title: 'Rank', align: 'right' as const }] : []),
        { title: 'Member', align: 'left' },
        ...(scored ? [{ title: 'Brier', align: 'right' as const }] : []),
        { title: scored ? 'Payout' : 'Points', align: 'right' },
      ],
      rows: rows
        .slice(0, mostShown)
        .map((p) => [
          ...(scored ? [p.rank === null ? undefinedMark : String(p.rank)] : []),
          [{ kind: 'member' as const, name: p.member.name }],
          ...(scored ? [score(p.brier)] : []),
          formatPoints(p.points),
        ]),
      ...(rows.length > mostShown ? { more: rows.length - mostShown } : {}),
    },
  ];
}
