import type { TimedForecast, Vector } from './types.ts';

/**
 * A question's forecasts as spans of time: forecast i of member `owner[i]` stood from `from[i]` to `to[i]`, in
 * milliseconds from the opening. What was said before the opening stands from the opening; what was said at the end or
 * later, and what was replaced within the same millisecond, stood for no time (`from === to`).
 */
export interface Spans {
  readonly duration: number;
  readonly members: readonly string[];
  readonly owner: readonly number[];
  readonly from: readonly number[];
  readonly to: readonly number[];
  /** Null for a withdrawal, which stands for no time itself. */
  readonly p: readonly (Vector | null)[];
}

/** Cuts checked forecasts, in time order, into spans over `opensAt..endsAt`. O(F). */
export function spansOf(forecasts: readonly TimedForecast[], opensAt: number, endsAt: number): Spans {
  const duration = Math.max(0, endsAt - opensAt);
  const indexOf = new Map<string, number>();
  const latest: number[] = [];
  const owner: number[] = [];
  const from: number[] = [];
  const to: number[] = [];
  const p: (Vector | null)[] = [];
  let i = 0;
  for (const { member: name, at, p: said } of forecasts) {
    const start = Math.min(duration, Math.max(0, at - opensAt));
    let member = indexOf.get(name);
    if (member === undefined) {
      member = indexOf.size;
      indexOf.set(name, member);
    } else {
      const before = latest[member] ?? 0;
      if (p[before] !== null) to[before] = start;
    }
    latest[member] = i;
    owner.push(member);
    from.push(start);
    to.push(said === null ? start : duration);
    p.push(said);
    i++;
  }
  return { duration, members: [...indexOf.keys()], owner, from, to, p };
}

/** What a sweep tells as it walks through time. Of one moment, all that falls is told before the next stretch. */
export interface SweepVisitor {
  /** Forecast i begins to stand. */
  stand(i: number): void;
  /** Forecast i, which stood, stands no longer. Not told for those that stand at the end. */
  fall(i: number): void;
  /** Between two moments, `from < to`, the standing forecasts did not change. */
  stretch(from: number, to: number): void;
}

/**
 * Walks once through a question's time, from opening to end. A forecast falls only where its member's next one is dated,
 * so the forecasts' own order is the order of events and nothing needs sorting. O(F) calls.
 */
export function sweep(spans: Spans, visit: SweepVisitor): void {
  const { duration, owner, from, to } = spans;
  const standing = new Array<number>(spans.members.length).fill(-1);
  let now = 0;
  for (let i = 0; i < owner.length; i++) {
    const at = from[i] ?? 0;
    if (at >= duration) break;
    if (at > now) {
      visit.stretch(now, at);
      now = at;
    }
    const member = owner[i] ?? 0;
    const before = standing[member] ?? -1;
    if (before >= 0) visit.fall(before);
    const stands = (to[i] ?? 0) > at;
    standing[member] = stands ? i : -1;
    if (stands) visit.stand(i);
  }
  if (duration > now) visit.stretch(now, duration);
}
