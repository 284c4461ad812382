import type { types } from '@slack/bolt';
import type { Chart } from '../../view.ts';
import { plain } from './escape.ts';
import { limits, type Surface } from './limits.ts';

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

/** A small grey line. */
export const note = (text: string): types.ContextBlock => ({
  type: 'context',
  elements: [plain(text, limits.plainText)],
});

/** What is left out is counted. */
export const andMore = (count: number): types.KnownBlock[] => (count > 0 ? [note(`and ${count} more`)] : []);
