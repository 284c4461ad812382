/**
 * A number as a label shows it, every digit of it that counts, thousands separated.
 *
 * @example exactNumber(1_250_000.5) === '1,250,000.5'; exactNumber(2e27) === '2e27'
 */
export function exactNumber(value: number): string {
  const size = Math.abs(value);
  if (size >= 1e15 || (size > 0 && size < 0.001))
    return Number(value.toPrecision(15)).toExponential().replace('e+', 'e');
  return value.toLocaleString('en-US', { maximumSignificantDigits: 15 });
}

/** A number's text with its unit, set as people write it. @example withUnit('5', '%') === '5%'; withUnit('5', 'GWh') === '5 GWh' */
export function withUnit(text: string, unit: string | null): string {
  if (unit === null || unit === '') return text;
  if (unit === '%') return `${text}%`;
  if (!/^[$€£¥]$/.test(unit)) return `${text} ${unit}`;
  return text.startsWith('-') ? `-${unit}${text.slice(1)}` : `${unit}${text}`;
}
