/** A number that a claim hangs on. */
export interface Quantity {
  /** The number, or the middle of a range. */
  value: number;
  /** Ends of a stated range, or null. */
  range: readonly [low: number, high: number] | null;
  /** `%`, a currency sign, or empty. */
  unit: string;
  /** As it stands in the text: "$21bn", "120,000", "3-5%". */
  text: string;
  /** "more than", "at least" and the like, or null where the number is a point forecast. */
  bound: 'least' | 'most' | null;
}

const scales: Record<string, number> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  b: 1e9,
  billion: 1e9,
  tn: 1e12,
  trillion: 1e12,
};

/** 2 significant digits: 0.375 becomes 0.38, 93,750 becomes 94,000. */
const rounded = (value: number): number => Number(value.toPrecision(2));

const spelled = (value: number): string => {
  const size = Math.abs(value);
  const exact = (divided: number): string => String(Number(divided.toPrecision(4)));
  if (size >= 1e12) return `${exact(value / 1e12)} trillion`;
  if (size >= 1e9) return `${exact(value / 1e9)} billion`;
  if (size >= 1e6) return `${exact(value / 1e6)} million`;
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
};

/** `21e9`, `$` as `'$21 billion'`; `4.6`, `%` as `'4.6%'`. */
export const withUnit = (value: number, unit: string): string => {
  if (unit === '%') return `${spelled(value)}%`;
  return /^[$€£]$/.test(unit) ? `${unit}${spelled(value)}` : spelled(value);
};

const digits = '\\d{1,3}(?:,\\d{3})+|\\d+(?:\\.\\d+)?';
const scale = 'thousand|million|billion|trillion|bn|tn|mn|[kmb](?![a-z])';
const percent = '%|percent\\b|per cent\\b|percentage points?\\b';
const number = new RegExp(
  `(?<money>[$€£])?(?<low>${digits})\\s?(?<lowScale>${scale})?\\s?(?:${percent})?(?:\\s?(?:-|–|to|and)\\s?[$€£]?(?<high>${digits}))?\\s?(?<scale>${scale})?\\s?(?<percent>${percent})?`,
  'i',
);

/**
 * Reads the first number or range of a phrase with its unit: `'$21bn'` is 21,000,000,000 `$`; `'3-5%'` is 4 `%` with
 * the range 3 to 5. Null where there is none.
 */
export const quantityIn = (phrase: string): Quantity | null => {
  const found = number.exec(phrase);
  const groups = found?.groups;
  if (!found || !groups?.low) return null;
  const factorOf = (word: string | undefined): number => (word ? (scales[word.toLowerCase()] ?? 1) : 1);
  const read = (text: string, factor: number): number => Number(text.replaceAll(',', '')) * factor;
  const factor = factorOf(groups.scale ?? groups.lowScale);
  const low = read(groups.low, groups.lowScale ? factorOf(groups.lowScale) : factor);
  const high = groups.high ? read(groups.high, factor) : low;
  const before = phrase.slice(0, found.index).toLowerCase();
  const bound =
    /(?:more than|at least|over|above|exceed\w*|upwards of|no less than|greater than|north of|minimum of|>) ?$/.test(
      before,
    )
      ? 'least'
      : /(?:less than|fewer than|at most|under|below|up to|no more than|<) ?$/.test(before)
        ? 'most'
        : null;
  return {
    value: (low + high) / 2,
    range: high > low ? [low, high] : null,
    unit: new RegExp(percent, 'i').test(found[0]) ? '%' : (groups.money ?? ''),
    text: found[0].trim(),
    bound,
  };
};

/**
 * Bins around a forecast, open at both ends: half, three quarters, the forecast itself, five quarters and one and a
 * half times it; around a range, its ends and middle with half a range to either side. 4% gives the edges 2, 3, 4, 5, 6.
 */
export const binsAround = ({ value, range, unit }: Quantity): { edges: number[]; outcomes: string[] } => {
  const [low, high] = range ?? [value, value];
  const steps = range
    ? [low - (high - low) / 2, low, value, high, high + (high - low) / 2]
    : [0.5, 0.75, 1, 1.25, 1.5].map((factor) => value * factor);
  const exact = (step: number): number =>
    step === value || step === low || step === high ? step : rounded(step);
  const edges = [...new Set(steps.map(exact))]
    .filter((edge) => edge > 0 && (unit !== '%' || value > 100 || edge < 100))
    .sort((a, b) => a - b);
  const show = (edge: number | undefined): string => withUnit(edge ?? 0, unit);
  const outcomes = [
    `below ${show(edges[0])}`,
    ...edges.slice(1).map((edge, i) => `${show(edges[i])} to below ${show(edge)}`),
    `${show(edges.at(-1))} or more`,
  ];
  return { edges, outcomes };
};
