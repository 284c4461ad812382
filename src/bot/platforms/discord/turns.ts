/** How long something urgent holds others up at most, in milliseconds: a lost acknowledgement must not stop the rest. */
const longestHold = 1000;
/** How long a piece of work keeps its turn at most: what takes longer waits for the network, and is in nobody's way. */
const longestTurn = 2000;

/**
 * Keeps acknowledgements ahead of the work that follows them. Discord gives three seconds to acknowledge and fifteen
 * minutes to answer, so in a burst everyone is acknowledged first, and then the work is done a few pieces at a time: more
 * at once would only wait for one another at the database.
 *
 * @param most pieces of work under way at once
 */
export function turns(most: number) {
  const waiting: (() => void)[] = [];
  let working = 0;
  let urgent = 0;
  const next = (): void => {
    while (urgent === 0 && working < most) {
      const begin = waiting.shift();
      if (begin === undefined) return;
      working += 1;
      begin();
    }
  };
  return {
    /** Does something that nobody else's work may delay. */
    async urgently<T>(act: () => Promise<T>): Promise<T> {
      urgent += 1;
      let held = true;
      const release = () => {
        if (!held) return;
        held = false;
        urgent -= 1;
        next();
      };
      const timer = setTimeout(release, longestHold);
      try {
        return await act();
      } finally {
        clearTimeout(timer);
        release();
      }
    },
    /** Waits for a turn to work. Whoever had one calls what this resolves to when done; twice does no harm. */
    async begin(): Promise<() => void> {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        next();
      });
      let over = false;
      const end = () => {
        if (over) return;
        over = true;
        clearTimeout(timer);
        working -= 1;
        next();
      };
      const timer = setTimeout(end, longestTurn);
      return end;
    },
  };
}
export type Turns = ReturnType<typeof turns>;
