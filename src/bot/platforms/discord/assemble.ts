import { type APIComponentInContainer, ComponentType } from 'discord.js';
import { limits } from './limits.ts';

/** A part of the card: text that can be made shorter, or components that cannot. */
export type Part =
  | { readonly kind: 'text'; readonly make: (max: number) => string; readonly footer?: true }
  | { readonly kind: 'components'; readonly components: APIComponentInContainer[]; readonly count: number };

/** A short text that is shown whole or not at all. */
export const text = (content: string) => ({
  kind: 'text' as const,
  make: (max: number): string => (content.length <= max ? content : ''),
});

/**
 * The level `c` for which the sum of min(length, c) is at most `budget`: the longest texts give way first, short facts
 * stay whole.
 */
function waterLine(lengths: readonly number[], budget: number): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  let left = budget;
  for (const [i, length] of sorted.entries()) {
    const share = Math.floor(left / (sorted.length - i));
    if (length > share) return share;
    left -= length;
  }
  return Number.POSITIVE_INFINITY;
}

/** A text cut shorter than this says nothing any more; rather whole parts are left out. */
const shortestText = 160;
const noteOf = (left: number): string =>
  `-# ${left} more part${left === 1 ? '' : 's'} of this card did not fit`;

/** A part with its full length, which is asked for often. */
interface Measured {
  readonly part: Part;
  readonly length: number;
}

/** Components that parts become; neighbouring texts share one. */
const countOf = (parts: readonly Measured[]): number =>
  parts.reduce((sum, { part }, i) => {
    if (part.kind === 'components') return sum + part.count;
    return sum + (parts[i - 1]?.part.kind === 'text' ? 0 : 1);
  }, 0);

/** Longest that each text may be for all of them to fit, with a line break between every two and the note below. */
function roomOf(parts: readonly Measured[]): number {
  const texts = parts.filter(({ part }) => part.kind === 'text').map(({ length }) => length);
  return waterLine(texts, limits.message.text - texts.length - noteOf(999).length);
}

/** Components that a card may end with whatever precedes them: two full rows of buttons and a menu. */
const longestTail = 16;

/** Where the buttons and the footer begin that the card ends with. */
function bodyOf(parts: readonly Part[]): number {
  let at = parts.length;
  let count = 0;
  for (const part of [...parts].reverse()) {
    if (part.kind === 'text' && !part.footer) break;
    count += part.kind === 'components' ? part.count : 1;
    if (count > longestTail) break;
    at -= 1;
  }
  return Math.max(1, at);
}

/**
 * Joins neighbouring texts into one display each, within the text and component budgets. What is too much is left out from
 * the end of the middle: the title, and the buttons and footer that the card ends with, stay.
 */
export function assemble(parts: readonly Part[]): APIComponentInContainer[] {
  const measured = parts.map((part): Measured => {
    return { part, length: part.kind === 'text' ? part.make(Number.POSITIVE_INFINITY).length : 0 };
  });
  const body = bodyOf(parts);
  const tail = measured.slice(body);
  // One component is the container, one is kept for the note.
  const most = limits.message.components - 2;
  const tooMuch = (head: readonly Measured[]): boolean => {
    const all = [...head, ...tail];
    return countOf(all) > most || roomOf(all) < shortestText;
  };
  let head = measured.slice(0, body);
  while (head.length > 1 && tooMuch(head)) head = head.slice(0, -1);
  const left = parts.length - head.length - tail.length;

  const max = roomOf([...head, ...tail]);
  const out: APIComponentInContainer[] = [];
  const write = (content: string): void => {
    const last = out.at(-1);
    if (content === '') return;
    if (last?.type === ComponentType.TextDisplay) last.content += `\n${content}`;
    else out.push({ type: ComponentType.TextDisplay, content });
  };
  const show = ({ part }: Measured): void => {
    if (part.kind === 'components') out.push(...part.components);
    else write(part.make(max));
  };
  head.forEach(show);
  if (left > 0) write(noteOf(left));
  tail.forEach(show);
  return out;
}
