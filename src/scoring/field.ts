/** Integrals of the field at one moment. */
export interface FieldAt {
  /** Of the median Brier score of the standing forecasts; constant while there are none. */
  readonly median: number;
  /** Of the mean logarithmic score of the standing forecasts. */
  readonly meanLog: number;
  /** Time in which at least one forecast stood. */
  readonly active: number;
}

/**
 * What all members together had, as running integrals over time: what the scores of lines that are no members (the crowd, the
 * market) are measured against. Between two recorded moments the integrands are constant, so the integrals are straight lines.
 */
export class Field {
  readonly #at = [0];
  readonly #integrals: FieldAt[] = [{ median: 0, meanLog: 0, active: 0 }];

  /** Records the integrals from the opening to `at`, a later moment each time. */
  record(at: number, median: number, meanLog: number, active: number): void {
    this.#at.push(at);
    this.#integrals.push({ median, meanLog, active });
  }

  /** A function that reads the integrals at moments that never go back from one call to the next. */
  reader(): (moment: number) => FieldAt {
    const at = this.#at;
    const integrals = this.#integrals;
    let j = 0;
    return (moment) => {
      while (j < at.length - 1 && (at[j] ?? 0) < moment) j++;
      const after = integrals[j];
      const before = integrals[j - 1];
      if (!after) throw new Error('a field begins with its opening');
      const start = at[j - 1] ?? 0;
      const width = (at[j] ?? 0) - start;
      if (!before || moment >= (at[j] ?? 0)) return after;
      const share = (moment - start) / width;
      const between = (low: number, high: number): number => low + share * (high - low);
      return {
        median: between(before.median, after.median),
        meanLog: between(before.meanLog, after.meanLog),
        active: between(before.active, after.active),
      };
    };
  }
}
