import type { QuestionKind } from '../../markets/core/types.ts';
import type { ExplainScoreReceipt } from '../../markets/explainScore.ts';
import type { Block, View } from '../view.ts';
import type { When } from '../when.ts';
import {
  count,
  formatPoints,
  moment,
  percent,
  score,
  shortDay,
  shortMoment,
  span,
  undefinedMark,
} from './format.ts';
import { vectorBrief } from './outcomes.ts';
import { answerText } from './resolutionText.ts';

const most = 12;

/** A plain account of one score: which forecast stood how long, what each stretch cost, what the crowd had, the rank. */
export function explanation(r: ExplainScoreReceipt, own: boolean, when: When): View {
  const q = r.question;
  const last = r.stretches.at(-1);
  return {
    title: `${own ? 'Your score' : `Score of ${r.member.name}`} on Q${q.number} ${q.title}`,
    tone: 'info',
    blocks: [
      {
        kind: 'text',
        text: `It resolved ${answerText(q, when)}.${last ? ` Scored from ${moment(r.stretches[0]?.from ?? last.from, when)} to ${moment(last.to, when)}.` : ''}`,
      },
      ...stretches(r, when),
      { kind: 'facts', facts: figures(r) },
    ],
    footer: `The Brier score is ${rule(q.kind)}: 0 is perfect, 2 certain and wrong. It is averaged over the time with a forecast.`,
  };
}

/** How the Brier score comes about, in a clause. */
const rule = (kind: QuestionKind): string => {
  switch (kind) {
    case 'binary':
      return 'the sum over YES and NO of (probability − what happened)²; a coin has 0.5';
    case 'choice':
      return 'the sum over outcomes of (probability − what happened)²';
    case 'numeric':
    case 'date':
      return 'the mean over the edges between bins of the two-sided score for lying below or above, so that being near counts';
  }
};

const threeDays = 3 * 86_400_000;

function stretches(r: ExplainScoreReceipt, when: When): Block[] {
  const [first, last] = [r.stretches[0], r.stretches.at(-1)];
  const brief = first && last && last.to.getTime() - first.from.getTime() < threeDays;
  const from = brief ? shortMoment : shortDay;
  return [
    {
      kind: 'table',
      columns: [
        { title: 'From', align: 'right' },
        { title: 'Stood', align: 'right' },
        { title: 'Forecast', align: 'right' },
        { title: 'Brier', align: 'right' },
        { title: 'Share of score', align: 'right' },
        { title: 'Crowd', align: 'right' },
        { title: 'Its Brier', align: 'right' },
      ],
      rows: r.stretches
        .slice(0, most)
        .map((s) => [
          from(s.from, when),
          span(s.to.getTime() - s.from.getTime()),
          s.p === null ? 'none' : vectorBrief(s.p, r.question, when),
          score(s.brier),
          s.p === null ? undefinedMark : percent(s.share),
          s.crowd === null ? undefinedMark : vectorBrief(s.crowd, r.question, when),
          score(s.crowdBrier),
        ]),
      ...(r.stretches.length > most ? { more: r.stretches.length - most } : {}),
    },
  ];
}

function figures(r: ExplainScoreReceipt) {
  const { score: s } = r;
  const alone = s.relativeBrier === undefined ? ' (nobody else forecast)' : '';
  const why = s.brier === undefined ? ' (no forecast stood while the question was scored)' : '';
  return [
    { name: 'Brier score', value: `${score(s.brier)}${why}` },
    { name: 'Coverage', value: `${percent(s.coverage)} of the question’s time with a forecast` },
    {
      name: 'Relative Brier',
      value: `${score(s.relativeBrier, { signed: true })}${alone || ' (negative is better than the median of all)'}`,
    },
    { name: 'Peer score', value: score(s.peer, { signed: true, digits: 1 }) },
    { name: 'Baseline score', value: score(s.baseline, { signed: true, digits: 1 }) },
    {
      name: 'Rank',
      value: r.rank === null ? `${undefinedMark} (no score)` : `${r.rank} of ${count(r.of, 'forecaster')}`,
    },
    { name: 'Profit', value: `${formatPoints(r.profit, { signed: true })} points` },
  ];
}
