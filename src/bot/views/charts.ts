import { createRequire } from 'node:module';
import type { Chart } from '../view.ts';

export { altText } from './charts.alt.ts';

/** Pixels per unit of the drawing: sharp on screens of double density, where most people read chats. */
const scale = 2;

const fonts = ['DejaVuSans.ttf', 'DejaVuSans-Bold.ttf'].map((file) =>
  createRequire(import.meta.url).resolve(`dejavu-fonts-ttf/ttf/${file}`),
);

/** Loaded at the first chart: Vega and resvg cost memory that a community without charts does not pay. */
const load = async () => {
  const [vega, lite, resvg, specs] = await Promise.all([
    import('vega'),
    import('vega-lite'),
    import('@resvg/resvg-js'),
    import('./charts.specs.ts'),
  ]);
  return { vega, lite, Resvg: resvg.Resvg, chartSpec: specs.chartSpec };
};
let loaded: ReturnType<typeof load> | undefined;

/**
 * Draws a chart once for all surfaces: Vega-Lite to SVG, and the SVG to PNG with the font that ships with the program
 * (a bare machine has none).
 *
 * @returns the SVG as text, and a PNG of twice its size, about 1,150 pixels wide
 */
export async function drawChart(chart: Chart): Promise<{ svg: string; png: Uint8Array }> {
  loaded ??= load();
  const { vega, lite, Resvg, chartSpec } = await loaded;
  const view = new vega.View(vega.parse(lite.compile(chartSpec(chart)).spec), { renderer: 'none' });
  try {
    const svg = await view.toSVG();
    const png = new Resvg(svg, {
      font: { fontFiles: fonts, loadSystemFonts: false, defaultFontFamily: 'DejaVu Sans' },
      fitTo: { mode: 'zoom', value: scale },
    })
      .render()
      .asPng();
    return { svg, png };
  } finally {
    view.finalize();
  }
}
