/** Slack tries again within an hour at most. */
const remembered = 60 * 60_000;
const most = 50_000;

/**
 * Remembers which deliveries this process has taken up, so that one which comes again (a retry, a replay, a second
 * connection) is acknowledged and left alone: its answer is on its way. Across processes and restarts the invocation's
 * key in the database does the same.
 */
export function takenUp(now: () => number) {
  const seen = new Map<string, number>();
  return (key: string): boolean => {
    const before = seen.get(key);
    if (before !== undefined && before > now() - remembered) return false;
    if (seen.size >= most) for (const [old, at] of seen) if (at < now() - remembered) seen.delete(old);
    if (seen.size >= most) seen.clear();
    seen.set(key, now());
    return true;
  };
}
