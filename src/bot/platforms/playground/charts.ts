import { createHash } from 'node:crypto';
import type { Chart } from '../../view.ts';

/** Charts that stand on somebody's page, by a name made of their data. Old ones are forgotten. */
const kept = 300;

/** Gives each chart an address for as long as it is likely to be looked at. */
export class ChartShelf {
  private readonly charts = new Map<string, Chart>();

  /** The path under which the chart can be fetched. */
  put(chart: Chart): string {
    const name = createHash('sha256').update(JSON.stringify(chart)).digest('hex').slice(0, 24);
    this.charts.delete(name);
    this.charts.set(name, chart);
    const oldest = this.charts.keys().next().value;
    if (this.charts.size > kept && oldest !== undefined) this.charts.delete(oldest);
    return `/charts/${name}.svg`;
  }

  get(name: string): Chart | undefined {
    return this.charts.get(name);
  }
}
