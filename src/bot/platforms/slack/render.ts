import type { types } from '@slack/bolt';
import type { Block, Chart, Tone, View } from '../../view.ts';
import { blocksOf, type Drawing, note } from './blocks.ts';
import { escapeControl, plain, shorten } from './escape.ts';
import { limits, type Surface } from './limits.ts';
import { contextElements, plainOf } from './text.ts';

type Known = types.KnownBlock;

export interface Rendered {
  /** Notifications and screen readers. */
  readonly text: string;
  readonly blocks: Known[];
}

export interface RenderOptions {
  readonly surface: Surface;
  /** The command that the view answers: comes back with every press, so that turning a page edits in place. */
  readonly origin: string;
  /** False: no native tables, no pictures (what Slack has just refused). */
  readonly rich?: boolean;
  readonly pictures?: ReadonlyMap<Chart, string>;
}

/** Blocks have no colour of their own; a sign before the title carries the tone. */
const signs: Record<Tone, string> = { neutral: '', good: '✅ ', bad: '⛔ ', warn: '⚠️ ', info: 'ℹ️ ' };

export const chartsOf = (view: View): Chart[] =>
  view.blocks.flatMap((block) => (block.kind === 'image' ? [block.chart] : []));

/** What a screen reader or a notification says: the title and the first words. */
function spoken(view: View): string {
  const first = view.blocks.find((b) => b.kind === 'text');
  return escapeControl(
    shorten(
      first?.kind === 'text' ? `${view.title}: ${plainOf(first.text)}` : view.title,
      limits.messageText / 5,
    ),
  );
}

/** Characters a block shows, wherever they stand in it. */
export function textIn(value: unknown): number {
  if (Array.isArray(value)) return value.reduce<number>((sum, v) => sum + textIn(v), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce(
    (sum, [key, v]) =>
      sum + (typeof v === 'string' ? (key === 'text' || key === 'alt_text' ? v.length : 0) : textIn(v)),
    0,
  );
}

/**
 * Views as one list of Slack blocks, shortened to what the surface takes: what does not fit at the end is left out and
 * counted, but the buttons that stand last stay.
 */
export function renderAll(views: readonly View[], options: RenderOptions): Known[] {
  let ids = 0;
  let tables = 0;
  const drawing: Drawing = {
    surface: options.surface,
    rich: options.rich ?? true,
    pictures: options.pictures ?? new Map(),
    id: (parts = []) => shorten([String(ids++), options.origin, ...parts].join('|'), limits.blockId),
    takeTable: () => tables++ === 0,
  };
  const groups: { blocks: Known[]; last: boolean }[] = [];
  for (const view of views) {
    const title = `${signs[view.tone]}${view.title}`;
    // A title longer than a header takes stands in full below it.
    const head: Known[] = [{ type: 'header', text: plain(title, limits.header) }];
    if (title.length > limits.header) head.push(...blocksOf({ kind: 'text', text: view.title }, drawing));
    groups.push({ blocks: head, last: false });
    for (const [i, block] of view.blocks.entries())
      groups.push({ blocks: blocksOf(block, drawing), last: isClosing(view.blocks, i) });
    const footer = view.footer === undefined ? [] : contextElements(view.footer);
    if (footer.length > 0) groups.push({ blocks: [{ type: 'context', elements: footer }], last: true });
  }
  return fitTo(groups, limits.blocks[options.surface]);
}

const isClosing = (blocks: readonly Block[], i: number): boolean =>
  i === blocks.length - 1 && (blocks[i]?.kind === 'buttons' || blocks[i]?.kind === 'field');

/** Leaves whole groups out from the end, keeping those that close the last view, until all limits hold. */
function fitTo(groups: readonly { blocks: Known[]; last: boolean }[], max: number): Known[] {
  const all = groups.flatMap((g) => g.blocks);
  if (all.length <= max && textIn(all) <= limits.total) return all;
  const lastOpen = groups.findLastIndex((g) => !g.last);
  const closing = groups.slice(lastOpen + 1).flatMap((g) => g.blocks);
  const kept: Known[] = [];
  let left = 0;
  for (const group of groups.slice(0, lastOpen + 1)) {
    const next = [...kept, ...group.blocks];
    const fits =
      left === 0 &&
      next.length + closing.length + 1 <= max &&
      textIn(next) + textIn(closing) + 100 <= limits.total;
    if (fits) kept.push(...group.blocks);
    else left += 1;
  }
  return [...kept, note(`and ${left} more ${left === 1 ? 'part' : 'parts'} not shown here`), ...closing];
}

/** A View as one Slack message, modal or Home. */
export function render(view: View, options: RenderOptions): Rendered {
  return { text: spoken(view), blocks: renderAll([view], options) };
}
