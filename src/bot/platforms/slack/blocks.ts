import type { types } from '@slack/bolt';
import type { Block, Text } from '../../view.ts';
import { andMore, type Drawing } from './drawing.ts';
import { plain, shorten } from './escape.ts';
import { barLines, grid } from './grid.ts';
import { buttons, field, select } from './interactive.ts';
import { limits } from './limits.ts';
import { plainOf, richElements } from './text.ts';

type Known = types.KnownBlock;

const rich = (elements: types.RichTextBlockElement[]): Known => ({ type: 'rich_text', elements });
const paragraph = (text: Text): Known =>
  rich([{ type: 'rich_text_section', elements: richElements(text, limits.richText) }]);
const preformatted = (lines: readonly string[]): Known =>
  rich([{ type: 'rich_text_preformatted', elements: [{ type: 'text', text: lines.join('\n') }] }]);

/** As many whole lines as fit into one block, and how many do not. */
function fitLines(lines: readonly string[], keep: number): { lines: string[]; left: number } {
  let size = 0;
  const fitting = lines.findIndex((line) => {
    size += line.length + 1;
    return size > limits.richText;
  });
  const count = fitting < 0 ? lines.length : Math.max(keep, fitting);
  return {
    lines: lines.slice(0, count).map((l) => shorten(l, limits.richText / 2)),
    left: lines.length - count,
  };
}

function table(block: Extract<Block, { kind: 'table' }>, drawing: Drawing): Known[] {
  const rows = block.rows.map((row) => row.map(plainOf));
  const hidden = block.more ?? 0;
  // Tables stand in messages alone, one a message, at most 100 rows of 20 cells (docs.slack.dev, table block).
  if (
    drawing.rich &&
    drawing.surface === 'message' &&
    rows.length > 0 &&
    block.columns.length <= 20 &&
    drawing.takeTable()
  ) {
    const shown = fitLines(
      rows.map((row) => row.join(' ')),
      1,
    ).lines.length;
    const count = Math.min(shown, 99);
    const cell = (text: Text, bold: boolean): types.RichTextBlock => ({
      type: 'rich_text',
      elements: [
        {
          type: 'rich_text_section',
          elements: bold
            ? [{ type: 'text', text: shorten(plainOf(text).trim() || '–', 200), style: { bold: true } }]
            : richElements(text, 200),
        },
      ],
    });
    return [
      {
        type: 'table',
        column_settings: block.columns.map((c) => ({ align: c.align, is_wrapped: c.align === 'left' })),
        rows: [
          block.columns.map((c) => cell(c.title, true)),
          ...block.rows
            .slice(0, count)
            .map((row, r) => block.columns.map((_, i) => cell(row[i] ?? '–', r === block.highlight))),
        ],
      },
      ...andMore(rows.length - count + hidden),
    ];
  }
  const [head = '', ...lines] = grid(block.columns, rows, block.highlight);
  const fit = fitLines(lines, 1);
  return [preformatted([head, ...fit.lines]), ...andMore(fit.left + hidden)];
}

function facts(block: Extract<Block, { kind: 'facts' }>): Known[] {
  const share = Math.floor(limits.richText / Math.max(1, block.facts.length));
  if (block.facts.length === 0) return [];
  return [
    rich([
      {
        type: 'rich_text_section',
        elements: block.facts.flatMap((fact, i): types.RichTextElement[] => [
          { type: 'text', text: `${i === 0 ? '' : '\n'}${fact.name}: `, style: { bold: true } },
          ...richElements(fact.value, Math.max(80, share)),
        ]),
      },
    ]),
  ];
}

function quote(block: Extract<Block, { kind: 'quote' }>): Known[] {
  const elements: types.RichTextBlockElement[] = [
    { type: 'rich_text_quote', elements: richElements(block.text, limits.richText - 500) },
  ];
  if (block.source !== null)
    elements.push({ type: 'rich_text_section', elements: richElements(block.source, 500) });
  return [rich(elements)];
}

function image(block: Extract<Block, { kind: 'image' }>, drawing: Drawing): Known[] {
  const file = drawing.rich ? drawing.pictures.get(block.chart) : undefined;
  if (file === undefined) return [paragraph([{ kind: 'bold', text: `${block.chart.title}: ` }, block.alt])];
  return [
    {
      type: 'image',
      slack_file: { id: file },
      alt_text: shorten(block.alt.trim() || 'Chart', limits.altText),
      title: plain(block.chart.title, limits.imageTitle),
    },
  ];
}

/** One block of a View as Slack's blocks, each within the limits. */
export function blocksOf(block: Block, drawing: Drawing): Known[] {
  switch (block.kind) {
    case 'text':
      return [paragraph(block.text)];
    case 'heading':
      return [{ type: 'header', text: plain(block.text, limits.header) }];
    case 'quote':
      return quote(block);
    case 'facts':
      return facts(block);
    case 'table':
      return table(block, drawing);
    case 'bars': {
      const fit = fitLines(barLines(block.bars), 1);
      return block.bars.length === 0 ? [] : [preformatted(fit.lines), ...andMore(fit.left)];
    }
    case 'image':
      return image(block, drawing);
    case 'divider':
      return [{ type: 'divider' }];
    case 'buttons':
      return buttons(block, drawing);
    case 'select':
      return select(block, drawing);
    case 'field':
      return field(block, drawing);
  }
}
