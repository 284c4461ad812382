import type { Block, Button } from '../view.ts';

/** Buttons to the page before and the page after, as the same command again; none when there is one page. */
export function pageButtons(
  command: string,
  args: Readonly<Record<string, string | null>>,
  page: number,
  pages: number,
): Block[] {
  if (pages <= 1) return [];
  const to = (target: number, label: string): Button[] => {
    if (target < 1 || target > pages) return [];
    const given = Object.entries({ ...args, page: String(target) }).flatMap(([k, v]) =>
      v === null ? [] : [[k, v]],
    );
    return [{ kind: 'press', label, style: 'plain', press: { command, args: Object.fromEntries(given) } }];
  };
  return [{ kind: 'buttons', buttons: [...to(page - 1, '← Previous'), ...to(page + 1, 'Next →')] }];
}
