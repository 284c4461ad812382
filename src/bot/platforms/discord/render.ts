import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Block, Button, Chart, Tone, View } from '../../view.ts';
import { altText, drawChart } from '../../views/charts.ts';
import { assemble, type Part, text } from './assemble.ts';
import { barsMarkdown, factsMarkdown, quoteMarkdown, tableMarkdown } from './blocks.ts';
import { distinctId, type Id, writeId } from './ids.ts';
import { limits } from './limits.ts';
import { escaped, oneLine, safeUrl, shorten, within } from './text.ts';

/** A message as Discord takes it, and what its buttons want to ask before they act. */
export interface Rendered {
  readonly components: APIMessageTopLevelComponent[];
  readonly files: readonly {
    readonly name: string;
    readonly data: Uint8Array;
    readonly description: string;
  }[];
  /** By custom id: the question to ask before the press is run. */
  readonly confirms: ReadonlyMap<string, string>;
}

const accent = {
  neutral: 0x64748b,
  good: 0x16a34a,
  bad: 0xdc2626,
  warn: 0xd97706,
  info: 0x2563eb,
} satisfies Record<Tone, number>;

const buttonStyle = {
  primary: ButtonStyle.Primary,
  plain: ButtonStyle.Secondary,
  good: ButtonStyle.Success,
  danger: ButtonStyle.Danger,
} as const;

/**
 * Draws a View as one Components V2 message within Discord's limits. Charts are drawn to PNG and attached; one that
 * cannot be drawn is told in words and reported to `failed`.
 */
export async function render(view: View, failed: (error: unknown) => void): Promise<Rendered> {
  const confirms = new Map<string, string>();
  const ids = new Set<string>();
  const files: { name: string; data: Uint8Array; description: string }[] = [];

  const takeId = (id: Id): string | null => {
    let text = writeId(id);
    for (let nth = 2; text !== null && ids.has(text); nth++) {
      const first = writeId(id);
      text = first === null ? null : distinctId(first, nth);
    }
    if (text !== null) ids.add(text);
    return text;
  };

  const button = (b: Button): APIButtonComponent => {
    const label = shorten(oneLine(b.label), limits.button.label) || '…';
    if (b.kind === 'link') {
      const url = safeUrl(b.url);
      if (url !== null && url.length <= limits.button.url)
        return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
    } else {
      const kind = b.confirm !== undefined ? 'confirm' : b.form ? 'form' : 'run';
      const custom_id = takeId({ kind, press: b.press });
      if (custom_id !== null) {
        if (b.confirm !== undefined) confirms.set(custom_id, b.confirm);
        return { type: ComponentType.Button, style: buttonStyle[b.style], label, custom_id };
      }
    }
    // What does not fit a button stays visible, but cannot be pressed.
    const custom_id = `n${ids.size}`;
    ids.add(custom_id);
    return { type: ComponentType.Button, style: ButtonStyle.Secondary, label, custom_id, disabled: true };
  };

  const rows = (buttons: readonly Button[]): Part => {
    const components: APIComponentInContainer[] = [];
    for (let i = 0; i < buttons.length; i += limits.button.perRow)
      components.push({
        type: ComponentType.ActionRow,
        components: buttons.slice(i, i + limits.button.perRow).map(button),
      });
    return { kind: 'components', components, count: components.length + buttons.length };
  };

  const image = async (chart: Chart, alt: string): Promise<Part> => {
    const name = `chart-${files.length + 1}.png`;
    const description = shorten(oneLine(alt) || altText(chart), limits.message.altText);
    if (files.length >= limits.message.files) return text(`-# ${escaped(description)}`);
    try {
      const { png } = await drawChart(chart);
      files.push({ name, data: png, description });
    } catch (error) {
      failed(error);
      return text(`-# ${escaped(description)}`);
    }
    return {
      kind: 'components',
      count: 1,
      components: [
        {
          type: ComponentType.MediaGallery,
          items: [{ media: { url: `attachment://${name}` }, description }],
        },
      ],
    };
  };

  const select = (block: Extract<Block, { kind: 'select' }>): Part[] => {
    const custom_id = takeId({ kind: 'select', press: block.press, fills: block.fills });
    const options = block.options
      .filter((option) => option.value.length > 0 && option.value.length <= limits.select.value)
      .slice(0, limits.select.options);
    if (custom_id === null || options.length === 0) return [];
    const left = block.options.length - options.length;
    const parts: Part[] = [
      {
        kind: 'components',
        count: 2,
        components: [
          {
            type: ComponentType.ActionRow,
            components: [
              {
                type: ComponentType.StringSelect,
                custom_id,
                placeholder: shorten(oneLine(block.placeholder), limits.select.placeholder),
                options: options.map((option) => ({
                  value: option.value,
                  label: shorten(oneLine(option.label), limits.select.label) || option.value,
                  ...(option.about
                    ? { description: shorten(oneLine(option.about), limits.select.description) }
                    : {}),
                })),
              },
            ],
          },
        ],
      },
    ];
    if (left > 0) parts.push(text(`-# and ${left} more that the list has no room for`));
    return parts;
  };

  const partsOf = async (block: Block): Promise<Part[]> => {
    switch (block.kind) {
      case 'text':
        return [{ kind: 'text', make: (max) => within(block.text, max) }];
      case 'heading':
        return [text(`### ${escaped(shorten(oneLine(block.text), 200))}`)];
      case 'quote':
        return [{ kind: 'text', make: (max) => quoteMarkdown(block, max) }];
      case 'facts':
        return [{ kind: 'text', make: (max) => factsMarkdown(block, max) }];
      case 'table':
        return [{ kind: 'text', make: (max) => tableMarkdown(block, max) }];
      case 'bars':
        return [{ kind: 'text', make: (max) => barsMarkdown(block, max) }];
      case 'image':
        return [await image(block.chart, block.alt)];
      case 'divider':
        return [{ kind: 'components', components: [{ type: ComponentType.Separator }], count: 1 }];
      case 'buttons':
        return block.buttons.length === 0 ? [] : [rows(block.buttons)];
      case 'select':
        return select(block);
      case 'field':
        return [
          rows([{ kind: 'press', label: block.label, style: 'primary', press: block.press, form: true }]),
        ];
    }
  };

  const parts: Part[] = [text(`## ${escaped(shorten(oneLine(view.title), 250)) || '…'}`)];
  for (const block of view.blocks) parts.push(...(await partsOf(block)));
  if (view.footer !== undefined) {
    const footer = within(view.footer, 400).replace(/\s*\n\s*/g, ' ');
    const foot = text(`-# ${footer}`);
    if (footer !== '') parts.push({ ...foot, footer: true });
  }
  const components = assemble(parts);
  const shown = JSON.stringify(components);
  return {
    components: [{ type: ComponentType.Container, accent_color: accent[view.tone], components }],
    // Discord refuses a file that no component shows, and there is none when a picture found no room.
    files: files.filter((file) => shown.includes(`"attachment://${file.name}"`)),
    confirms,
  };
}
