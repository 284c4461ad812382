import { fitsPress } from '../press.ts';
import type { Block, Press } from '../view.ts';

/**
 * Buttons to the page before and the page after, as the same command again; none when there is one page. Where what was
 * typed is too long for a button, the way to the next page is said in words.
 */
export function pageButtons(
  command: string,
  args: Readonly<Record<string, string | null>>,
  page: number,
  pages: number,
): Block[] {
  if (pages <= 1) return [];
  const to = (target: number): Press => {
    const given = Object.entries(args).flatMap(([name, value]) => (value === null ? [] : [[name, value]]));
    return { command, args: { ...Object.fromEntries(given), page: String(target) } };
  };
  if (!fitsPress(to(pages))) {
    return page < pages ? [{ kind: 'text', text: `Add page:${page + 1} to see the next page.` }] : [];
  }
  const targets = [
    { target: page - 1, label: '← Previous' },
    { target: page + 1, label: 'Next →' },
  ].filter(({ target }) => target >= 1 && target <= pages);
  return [
    {
      kind: 'buttons',
      buttons: targets.map(({ target, label }) => ({
        kind: 'press',
        label,
        style: 'plain',
        press: to(target),
      })),
    },
  ];
}
