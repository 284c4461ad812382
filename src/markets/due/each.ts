/**
 * Runs the work for each item, whatever happens with the others: one that fails every time must not hold up those behind it.
 * Answers how many were done.
 *
 * @throws AggregateError at the end, with what went wrong
 */
export async function each<T>(items: readonly T[], run: (item: T) => Promise<boolean>): Promise<number> {
  let done = 0;
  const errors: unknown[] = [];
  for (const item of items) {
    try {
      if (await run(item)) done += 1;
    } catch (error) {
      errors.push(error);
    }
  }
  if (errors.length > 0) throw new AggregateError(errors, `${errors.length} of ${items.length} failed`);
  return done;
}
