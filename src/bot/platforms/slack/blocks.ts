import type { types } from '@slack/bolt';
import type { Block, Button, Chart, Text } from '../../view.ts';
import { plain, shorten } from './escape.ts';
import { barLines, grid } from './grid.ts';
import { limits, type Surface } from './limits.ts';
import { writePress } from './press.ts';
import { isWebAddress, plainOf, richElements } from './text.ts';

type Known = types.KnownBlock;

/** What rendering one block depends on besides the block. */
export interface Drawing {
  readonly surface: Surface;
  /** Native tables and pictures; without them the same words stand in plainer blocks. */
  readonly rich: boolean;
  /** Ids of uploaded charts. A chart without one is told in words. */
  readonly pictures: ReadonlyMap<Chart, string>;
  /** Makes a block id that is unique in the message and says which command it came from. */
  readonly id: (parts?: readonly string[]) => string;
  /** True once: Slack takes one native table a message. */
  readonly takeTable: () => boolean;
}

const rich = (elements: types.RichTextBlockElement[]): Known => ({ type: 'rich_text', elements });
const paragraph = (text: Text): Known =>
  rich([{ type: 'rich_text_section', elements: richElements(text, limits.richText) }]);
export const note = (text: string): Known => ({
  type: 'context',
  elements: [plain(text, limits.plainText)],
});
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

const andMore = (count: number): Known[] => (count > 0 ? [note(`and ${count} more`)] : []);

/** A block id also holds its number, the command it came from and what it fills. */
const mostInBlockId = limits.blockId - 100;

const styles: Record<string, 'primary' | 'danger'> = {
  primary: 'primary',
  good: 'primary',
  danger: 'danger',
};

/** Null for a press that not even Slack's roomy values hold. */
function buttonElement(button: Button, index: number): types.Button | null {
  const text = plain(button.label, limits.buttonText);
  if (button.kind === 'link')
    return isWebAddress(button.url)
      ? { type: 'button', action_id: `link:${index}`, text, url: button.url }
      : { type: 'button', action_id: `link:${index}`, text };
  const value = writePress(button.press, limits.buttonValue);
  if (value === null) return null;
  const style = styles[button.style];
  return {
    type: 'button',
    action_id: `${button.form === true ? 'form' : 'press'}:${index}`,
    text,
    value,
    ...(style === undefined ? {} : { style }),
    ...(button.confirm === undefined
      ? {}
      : {
          confirm: {
            title: plain('Are you sure?', limits.confirmTitle),
            text: plain(button.confirm, limits.confirmText),
            confirm: plain(button.label, limits.confirmButton),
            deny: plain('Cancel', limits.confirmButton),
          },
        }),
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
            ? [{ type: 'text', text: shorten(plainOf(text) || '–', 200), style: { bold: true } }]
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

function buttons(block: Extract<Block, { kind: 'buttons' }>, drawing: Drawing): Known[] {
  const shown = block.buttons.flatMap((button, i) => buttonElement(button, i) ?? []).slice(0, limits.actions);
  return [
    ...(shown.length === 0 ? [] : [{ type: 'actions' as const, block_id: drawing.id(), elements: shown }]),
    ...andMore(block.buttons.length - shown.length),
  ];
}

function select(block: Extract<Block, { kind: 'select' }>, drawing: Drawing): Known[] {
  const fitting = block.options.filter((o) => o.value.length <= limits.optionValue && o.value !== '');
  const options = fitting.slice(0, limits.options).map((option) => ({
    text: plain(option.label, limits.optionText),
    value: option.value,
    ...(option.about === undefined || option.about === ''
      ? {}
      : { description: plain(option.about, limits.optionAbout) }),
  }));
  const press = writePress(block.press, mostInBlockId);
  if (options.length === 0 || press === null) return [note(`${block.placeholder}: nothing to choose from`)];
  return [
    {
      type: 'actions',
      block_id: drawing.id([press, block.fills]),
      elements: [
        {
          type: 'static_select',
          action_id: 'select',
          placeholder: plain(block.placeholder, limits.placeholder),
          options,
        },
      ],
    },
    ...andMore(block.options.length - options.length),
  ];
}

/**
 * Slack lets a person type into a message: Enter sends it (`dispatch_action`). In a modal a field would want a form around
 * it, so there a button opens one.
 */
function field(block: Extract<Block, { kind: 'field' }>, drawing: Drawing): Known[] {
  if (drawing.surface === 'modal') {
    const form: Button = {
      kind: 'press',
      label: block.label,
      style: 'primary',
      press: block.press,
      form: true,
    };
    return buttons({ kind: 'buttons', buttons: [form] }, drawing);
  }
  const press = writePress(block.press, mostInBlockId);
  if (press === null) return [];
  return [
    {
      type: 'input',
      block_id: drawing.id([press, block.fills]),
      dispatch_action: true,
      optional: true,
      label: plain(block.label, limits.inputLabel),
      element: {
        type: 'plain_text_input',
        action_id: 'field',
        placeholder: plain(block.placeholder, limits.placeholder),
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      },
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
