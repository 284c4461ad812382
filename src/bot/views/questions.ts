import type { QuestionLine } from '../../markets/core/types.ts';
import type { QuestionsInput, QuestionsReceipt } from '../../markets/questions.ts';
import type { Block, Text, View } from '../view.ts';
import type { When } from '../when.ts';
import { count, percent, shortDay, shorten, undefinedMark } from './format.ts';
import { likeliestText } from './outcomes.ts';
import { pageButtons } from './pages.ts';

type Shown = Pick<QuestionsInput, 'filter' | 'tag' | 'search'>;

const titles: Readonly<Record<QuestionsInput['filter'], string>> = {
  open: 'Open questions',
  closing: 'Questions closing soon',
  'to-resolve': 'Questions to resolve',
  mine: 'Your questions',
  resolved: 'Resolved questions',
  all: 'All questions',
};

/** A page of questions: number, title, crowd, when it closes, one's own forecast. */
export function questionsView(receipt: QuestionsReceipt, shown: Shown, when: When): View {
  const about = [shown.tag ? `tagged ${shown.tag}` : '', shown.search ? `with “${shown.search}”` : '']
    .filter(Boolean)
    .join(', ');
  const title = `${titles[shown.filter]}${about ? ` ${about}` : ''}`;
  if (receipt.lines.length === 0) return { title, tone: 'neutral', blocks: nothing(shown) };
  return {
    title,
    tone: 'info',
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: '', align: 'left' },
          { title: 'Question', align: 'left' },
          { title: 'Crowd', align: 'right' },
          { title: 'You', align: 'right' },
          { title: shown.filter === 'to-resolve' ? 'Expected' : 'Closes', align: 'right' },
        ],
        rows: receipt.lines.map((line) => row(line, shown, when)),
      },
      {
        kind: 'select',
        placeholder: 'Open a question…',
        press: { command: 'question', args: {} },
        fills: 'question',
        options: receipt.lines.map((line) => ({
          value: `Q${line.number}`,
          label: shorten(`Q${line.number} ${line.title}`, 90),
        })),
      },
      ...pageButtons('questions', { ...shown }, receipt.page, receipt.pages),
    ],
    footer: `${count(receipt.total, 'question')}, page ${receipt.page} of ${receipt.pages}. Times are in ${when.timeZone}.`,
  };
}

/** What the crowd thinks likeliest; of a yes-or-no question always what it gives YES. */
export function crowdText({ kind, leading }: QuestionLine): string {
  if (leading === null) return undefinedMark;
  return kind === 'binary' ? percent(leading.p) : `${shorten(leading.label, 20)} ${percent(leading.p)}`;
}

function row(line: QuestionLine, shown: Shown, when: When): Text[] {
  const own = line.mine === null ? undefinedMark : likeliestText(line.mine, line);
  const at = shown.filter === 'to-resolve' ? line.resolvesBy : line.closesAt;
  return [`Q${line.number}`, line.title, crowdText(line), own, shortDay(at, when)];
}

function nothing(shown: Shown): Block[] {
  const text =
    shown.tag || shown.search
      ? 'No question fits. Try /questions all, or fewer words.'
      : 'There is none at present.';
  return [
    { kind: 'text', text },
    {
      kind: 'buttons',
      buttons: [
        {
          kind: 'press',
          label: 'Ask a question…',
          style: 'primary',
          press: { command: 'ask', args: {} },
          form: true,
        },
      ],
    },
  ];
}
