import type { QuestionView } from '../../markets/core/types.ts';
import type { Block, Button } from '../view.ts';
import { letter, percent, shorten } from './format.ts';

/** What a card shows of the reader: nothing, where everybody sees it. */
export type CardFor = 'everyone' | 'reader';

const quickPercents = [10, 30, 50, 70, 90];

/** The ways to answer: quick probabilities or a field, a wager, and for what is closed its resolution. */
export function answers(q: QuestionView, audience: CardFor): Block[] {
  const args = { question: String(q.number) };
  const press = (label: string, command: string): Button => ({
    kind: 'press',
    label,
    style: 'plain',
    press: { command, args },
  });
  const form = (label: string, command: string, style: 'primary' | 'plain'): Button => ({
    kind: 'press',
    label,
    style,
    press: { command, args },
    form: true,
  });
  const more: Button[] =
    audience === 'everyone'
      ? [press('Details', 'question')]
      : [
          ...(q.state === 'open' && q.mine?.forecast && !q.mine.implied
            ? [press('Withdraw', 'withdraw')]
            : []),
          ...(q.state === 'open' && (q.mine?.positions.length ?? 0) > 0
            ? [form('Sell…', 'sell', 'plain')]
            : []),
          ...(q.state === 'resolved'
            ? [press('My score', 'explain'), form('Dispute…', 'dispute', 'plain')]
            : []),
        ];
  const row = (...buttons: readonly Button[]): Block[] =>
    buttons.length === 0 ? [] : [{ kind: 'buttons', buttons }];
  if (q.state === 'closed') return row(form('Resolve…', 'resolve', 'primary'), ...more);
  if (q.state !== 'open') return row(...more);
  const ways = row(form('Exact…', 'forecast', 'primary'), form('Bet…', 'bet', 'plain'), ...more);
  if (q.kind === 'binary') {
    const quick = quickPercents.map(
      (n): Button => ({
        kind: 'press',
        label: `${n}%`,
        style: 'plain',
        press: { command: 'forecast', args: { ...args, probability: `${n}%` } },
      }),
    );
    return [...row(...quick), ...ways];
  }
  return [
    {
      kind: 'field',
      label: 'Your forecast',
      placeholder: forecastPlaceholder(q),
      press: { command: 'forecast', args },
      fills: 'probability',
    },
    ...(q.kind === 'choice' ? [betSelect(q)] : []),
    ...ways,
  ];
}

/** What a forecast of this question looks like as typed. */
export function forecastPlaceholder(
  q: Pick<QuestionView, 'kind'> & { outcomes: readonly unknown[] },
): string {
  switch (q.kind) {
    case 'binary':
      return '70%';
    case 'choice':
      return q.outcomes.length === 3 ? 'A 50 B 30 C 20' : 'A 60 B 40';
    case 'numeric':
      return '10 / 40 / 90 (10th, 50th, 90th percentile)';
    case 'date':
      return 'Mar 2027 / Jul 2027 / Dec 2028';
  }
}

const betSelect = (q: QuestionView): Block => ({
  kind: 'select',
  placeholder: 'Bet on an outcome…',
  press: { command: 'bet', args: { question: String(q.number) } },
  fills: 'outcome',
  options: q.outcomes.map((o) => ({
    value: letter(o.index),
    label: shorten(`${letter(o.index)} ${o.label}`, 90),
    about: `market ${percent(o.price)}`,
  })),
});
