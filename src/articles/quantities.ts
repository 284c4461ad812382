/** A number that a claim hangs on, with what is counted. */
export interface Quantity {
  value: number;
  unit: string;
  /** As it stands in the text: "$21bn", "about 120,000 people". */
  text: string;
  /** "more than", "at least" and the like, or null where the number is a point forecast. */
  bound: 'least' | 'most' | null;
}

const scale: Record<string, number> = {
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

/** 2 significant digits: 0.375 stays 0.38, 93,750 becomes 94,000. */
const rounded = (value: number): number => Number(value.toPrecision(2));

const spelled = (value: number): string => {
  if (Math.abs(value) >= 1e12) return `${rounded(value / 1e12)} trillion`;
  if (Math.abs(value) >= 1e9) return `${rounded(value / 1e9)} billion`;
  if (Math.abs(value) >= 1e6) return `${rounded(value / 1e6)} million`;
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
};

const withUnit = (value: number, unit: string): string => {
  if (unit === '%') return `${spelled(value)}%`;
  if (/^[$€£]$/.test(unit)) return `${unit}${spelled(value)}`;
  return spelled(value);
};

const number =
  /(?<money>[$€£])?(?<digits>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)\s?(?<scale>thousand|million|billion|trillion|bn|tn|mn|[kmb](?![a-z]))?\s?(?<percent>%|percent\b|per cent\b|percentage points?\b)?/i;

/** Reads the first number of a phrase with its unit: `'$21bn'` is 21,000,000,000 `$`; `'4.6%'` is 4.6 `%`. */
export const quantityIn = (phrase: string): Quantity | null => {
  const found = number.exec(phrase);
  if (!found?.groups?.digits) return null;
  const { digits, money, percent } = found.groups;
  const factor = found.groups.scale ? (scale[found.groups.scale.toLowerCase()] ?? 1) : 1;
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
    value: Number(digits.replaceAll(',', '')) * factor,
    unit: percent ? '%' : (money ?? ''),
    text: found[0].trim(),
    bound,
  };
};

/**
 * Bins around a point forecast, open at both ends: half, three quarters, the forecast itself, five quarters and one
 * and a half times it. 4% gives the edges 2, 3, 4, 5, 6.
 */
export const binsAround = (value: number, unit: string): { edges: number[]; outcomes: string[] } => {
  const edges = [...new Set([0.5, 0.75, 1, 1.25, 1.5].map((factor) => rounded(value * factor)))]
    .filter((edge) => unit !== '%' || value > 100 || edge < 100)
    .sort((a, b) => a - b);
  const show = (edge: number): string => withUnit(edge, unit);
  const outcomes = [
    `below ${show(edges[0] ?? 0)}`,
    ...edges.slice(1).map((edge, i) => `${show(edges[i] ?? 0)} to below ${show(edge)}`),
    `${show(edges.at(-1) ?? 0)} or more`,
  ];
  return { edges, outcomes };
};
