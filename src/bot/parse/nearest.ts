/** Edits (insert, delete, replace) that turn one text into another: Levenshtein's distance, two rows at a time. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/**
 * The known word that a mistyped one probably means, or null: at most a third of its letters wrong, or a common beginning.
 *
 * @example nearest('leaderbord', ['leaderboard', 'link']) // 'leaderboard'
 */
export function nearest(typed: string, known: readonly string[]): string | null {
  const t = typed.trim().toLowerCase().slice(0, 60);
  if (t === '') return null;
  let best: { word: string; cost: number } | null = null;
  for (const word of known) {
    const w = word.toLowerCase().slice(0, 60);
    const cost = t.length >= 2 && w.startsWith(t) ? 0 : distance(t, w);
    if (cost <= Math.max(1, Math.floor(Math.max(t.length, w.length) / 3)) && (!best || cost < best.cost)) {
      best = { word, cost };
    }
  }
  return best?.word ?? null;
}
