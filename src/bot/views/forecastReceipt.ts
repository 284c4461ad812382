import type { ForecastReceipt } from '../../markets/core/types.ts';
import type { Block, Span, View } from '../view.ts';
import type { When } from '../when.ts';
import { moment, percent, points } from './format.ts';
import { vectorText } from './outcomes.ts';
import { saidText } from './said.ts';
import { tradeText } from './tradeText.ts';

/**
 * What was understood and recorded, what the stake bought, and Kelly's stake as a hint.
 *
 * @param understood the forecast as it was read, where that says more than its probabilities
 */
export function forecastReceipt(r: ForecastReceipt, when: When, understood?: string): View {
  const q = r.question;
  const question = String(q.number);
  const blocks: Block[] = [{ kind: 'text', text: recorded(r, when, understood) }, ...spread(r)];
  if (r.trade) blocks.push({ kind: 'text', text: tradeText(r.trade, when) });
  const hint = kellyText(r);
  if (hint) blocks.push({ kind: 'text', text: hint });
  blocks.push({
    kind: 'buttons',
    buttons: [
      {
        kind: 'press',
        label: 'Change…',
        style: 'plain',
        press: { command: 'forecast', args: { question } },
        form: true,
      },
      ...(r.p === null
        ? []
        : [
            {
              kind: 'press' as const,
              label: 'Withdraw',
              style: 'plain' as const,
              press: { command: 'withdraw', args: { question } },
            },
          ]),
      {
        kind: 'press',
        label: 'Question',
        style: 'plain',
        press: { command: 'question', args: { question } },
      },
    ],
  });
  return { title: `Q${q.number} ${q.title}`, tone: 'good', blocks };
}

const isOrdered = (r: ForecastReceipt): boolean =>
  r.question.kind === 'numeric' || r.question.kind === 'date';

/** How percentiles spread over the bins, which is what is scored. */
function spread(r: ForecastReceipt): Block[] {
  const { p, question } = r;
  if (p === null || !isOrdered(r)) return [];
  return [
    {
      kind: 'bars',
      bars: question.outcomes.map((o, i) => ({ label: o.label, fraction: p[i] ?? 0, note: percent(p[i]) })),
    },
  ];
}

function recorded(r: ForecastReceipt, when: When, read?: string): Span[] {
  const q = r.question;
  if (r.p === null)
    return ['You withdrew your forecast. The time that it stood is still scored; from now on you have none.'];
  const understood = read ?? vectorText(r.p, q, when);
  const typed = r.typed !== null && r.typed.trim() !== understood ? ` (you wrote “${r.typed.trim()}”)` : '';
  const starts = q.state === 'upcoming' ? ` It counts from ${moment(q.opensAt, when)}.` : '';
  return [
    isOrdered(r) ? 'Your 10th, 50th and 90th percentile: ' : 'Your forecast: ',
    ...(r.before ? [{ kind: 'strike' as const, text: saidText(r.before, q, when) }, ' → '] : []),
    { kind: 'bold', text: `${understood}${q.kind === 'binary' ? ' YES' : ''}` },
    `${typed}.${starts} It stands until you change it or the question closes, ${moment(q.closesAt, when)}.`,
  ];
}

function kellyText(r: ForecastReceipt): string | null {
  // Bins are too fine to bet on one by one.
  if (!r.kelly || r.p === null || isOrdered(r)) return null;
  const outcome = r.question.outcomes[r.kelly.outcome];
  if (!outcome) return null;
  return `Hint: at your probability and a price of ${percent(outcome.price)}, Kelly's rule would stake ${points(r.kelly.points)} on ${outcome.label} in all. It is a ceiling for the confident, not advice.`;
}
