import type { HistoryReceipt } from '../../markets/history.ts';
import type { Block, Chart } from '../view.ts';
import { altText } from './charts.alt.ts';

/** Crowd and market of a question over time; null while nothing has moved yet, or where it is hidden from the reader. */
export function historyChart({ question, crowd, market }: HistoryReceipt): Block | null {
  if (crowd.length + market.length < 3) return null;
  const chart: Chart = {
    kind: 'history',
    title: `Q${question.number} ${question.title}`,
    outcomes: question.outcomes.map((o) => o.label),
    crowd,
    market,
  };
  return { kind: 'image', chart, alt: altText(chart) };
}
