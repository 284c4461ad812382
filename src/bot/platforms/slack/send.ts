import { webApi } from '@slack/bolt';
import type { Logger } from 'pino';
import type { Chart, View } from '../../view.ts';
import type { Surface } from './limits.ts';
import { type Pictures, picturesFor } from './pictures.ts';
import { chartsOf, type Rendered, render } from './render.ts';
import type { Workspace } from './workspaces.ts';

/** Slack's own word for what went wrong; null when the failure is not Slack's answer. */
export const slackError = (error: unknown): string | null =>
  error instanceof webApi.WebAPIPlatformError ? String(error.data.error) : null;

/** What Slack calls a message it cannot lay out. */
const unlayable = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_blocks_too_long',
  'invalid_arguments',
]);
export const isUnlayable = (error: unknown): boolean => unlayable.has(slackError(error) ?? '');

/**
 * Renders a View and hands it to `put`; should Slack refuse the layout after all, again without tables and pictures, and
 * at last as plain text. A refusal is logged, since it is a bug of the renderer, but the person still gets their answer.
 */
export async function withFallback<T>(
  to: { readonly at: Workspace; readonly log: Logger; readonly pictures: Pictures },
  view: View,
  options: { readonly surface: Surface; readonly origin: string },
  put: (rendered: Rendered) => Promise<T>,
): Promise<T> {
  const charts = chartsOf(view);
  const pictures: ReadonlyMap<Chart, string> =
    charts.length === 0 ? new Map() : await picturesFor(to.pictures, to.at, view);
  try {
    return await put(render(view, { ...options, pictures }));
  } catch (error) {
    if (!isUnlayable(error)) throw error;
    to.log.error({ err: error, title: view.title }, 'Slack refused a layout; sending it plainer');
  }
  const plainer = render(view, { ...options, rich: false });
  try {
    return await put(plainer);
  } catch (error) {
    if (!isUnlayable(error)) throw error;
    to.log.error(
      { error, title: view.title },
      'Slack refused the plainer layout too; sending the text alone',
    );
  }
  return put({ text: plainer.text, blocks: [] });
}
