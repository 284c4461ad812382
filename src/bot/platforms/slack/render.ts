import type { types } from '@slack/bolt';
import type { Block, Chart, Tone, View } from '../../view.ts';
import { blocksOf } from './blocks.ts';
import { type Drawing, note } from './drawing.ts';
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
      limits.messageText,
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

/** Blocks that stay together, and whether they stay when others go. */
interface Group {
  readonly blocks: Known[];
  /** Begins something of its own: a heading, a rule. What follows it stands or goes with it. */
  readonly begins: boolean;
  /** The last buttons and the footer. */
  readonly closes: boolean;
}

/**
 * Views as one list of Slack blocks, shortened to what the surface takes: what does not fit at the end is left out and
 * counted, but the buttons that stand last stay.
 */
export function renderAll(views: readonly View[], options: RenderOptions): Known[] {
  const rich = options.rich ?? true;
  let ids = 0;
  let tables = 0;
  const drawing: Drawing = {
    surface: options.surface,
    rich,
    pictures: options.pictures ?? new Map(),
    id: (parts = []) => shorten([String(ids++), options.origin, ...parts].join('|'), limits.blockId),
    takeTable: () => tables++ === 0,
  };
  const groups: Group[] = [];
  for (const view of views) {
    const title = `${signs[view.tone]}${view.title}`;
    // A title longer than a header takes stands in full below it.
    const head: Known[] = [{ type: 'header', text: plain(title, limits.header) }];
    if (title.length > limits.header) head.push(...blocksOf({ kind: 'text', text: view.title }, drawing));
    groups.push({ blocks: head, begins: true, closes: false });
    for (const [i, block] of view.blocks.entries())
      groups.push({
        blocks: blocksOf(block, drawing),
        begins: block.kind === 'heading' || block.kind === 'divider',
        closes: isClosing(view.blocks, i),
      });
    const footer = view.footer === undefined ? [] : contextElements(view.footer);
    if (footer.length > 0)
      groups.push({ blocks: [{ type: 'context', elements: footer }], begins: false, closes: true });
  }
  // What was refused may have been refused for its length.
  return fitTo(groups, limits.blocks[options.surface], rich ? limits.total : limits.total / 2);
}

const isClosing = (blocks: readonly Block[], i: number): boolean =>
  i === blocks.length - 1 && (blocks[i]?.kind === 'buttons' || blocks[i]?.kind === 'field');

/** Groups from one beginning to the next. */
function sectionsOf(groups: readonly Group[]): Group[][] {
  const sections: Group[][] = [];
  for (const group of groups) {
    const last = sections.at(-1);
    if (last === undefined || group.begins) sections.push([group]);
    else last.push(group);
  }
  return sections;
}

/**
 * Leaves out from the end until all limits hold, keeping what closes the last view. Whole sections go, so that no heading
 * stands without its buttons; only a first section that is too long by itself is cut inside.
 */
function fitTo(groups: readonly Group[], most: number, total: number): Known[] {
  const all = groups.flatMap((group) => group.blocks);
  if (all.length <= most && textIn(all) <= total) return all;
  const open = groups.findLastIndex((group) => !group.closes) + 1;
  const closing = groups.slice(open).flatMap((group) => group.blocks);
  const kept: Known[] = [];
  const fits = (more: readonly Known[]): boolean =>
    kept.length + more.length + closing.length + 1 <= most &&
    textIn(kept) + textIn(more) + textIn(closing) + 100 <= total;
  const sections = sectionsOf(groups.slice(0, open));
  const fitting = sections.findIndex((section) => {
    const blocks = section.flatMap((group) => group.blocks);
    if (!fits(blocks)) return true;
    kept.push(...blocks);
    return false;
  });
  const left = sections.slice(fitting);
  let missing = left.length;
  if (kept.length < 2) {
    const [first = []] = left;
    const inside = first.findIndex((group) => {
      if (!fits(group.blocks)) return true;
      kept.push(...group.blocks);
      return false;
    });
    missing = (inside < 0 ? 0 : first.length - inside) + left.length - 1;
  }
  return [
    ...kept,
    note(`and ${missing} more ${missing === 1 ? 'part' : 'parts'} not shown here`),
    ...closing,
  ];
}

/** A View as one Slack message, modal or Home. */
export function render(view: View, options: RenderOptions): Rendered {
  return { text: spoken(view), blocks: renderAll([view], options) };
}
