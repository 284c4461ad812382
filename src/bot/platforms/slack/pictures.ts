import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Logger } from 'pino';
import { z } from 'zod';
import type { Chart, View } from '../../view.ts';
import { shorten } from './escape.ts';
import { limits } from './limits.ts';
import type { Workspace } from './workspaces.ts';

export interface Pictures {
  readonly draw: (chart: Chart) => Promise<{ readonly png: Uint8Array }>;
  readonly log: Logger;
  /** File ids by workspace and content, so that an unchanged chart is uploaded once. */
  readonly known: Map<string, string>;
}

const uploadSchema = z.object({
  files: z.array(z.object({ files: z.array(z.object({ id: z.string() })).min(1) })).min(1),
});
const infoSchema = z.object({ file: z.object({ mimetype: z.string().optional() }) });

/** An upload is worked on after it was accepted; a block that shows it too early is refused (bolt-python issue 1251). */
const readyAfter = [0, 100, 200, 400, 800, 1600];
const most = 2000;

async function ready(at: Workspace, file: string): Promise<boolean> {
  for (const pause of readyAfter) {
    await wait(pause);
    const info = infoSchema.safeParse(await at.client.files.info({ file }));
    if (info.success && info.data.file.mimetype) return true;
  }
  return false;
}

async function upload(pictures: Pictures, at: Workspace, chart: Chart, alt: string): Promise<string | null> {
  const { png } = await pictures.draw(chart);
  const key = `${at.id}:${createHash('sha256').update(png).update(alt).digest('hex')}`;
  const same = pictures.known.get(key);
  if (same !== undefined) return same;
  const answer = uploadSchema.parse(
    await at.client.files.uploadV2({
      file: Buffer.from(png),
      filename: `${chart.kind}.png`,
      title: shorten(chart.title, limits.imageTitle),
      alt_text: shorten(alt, limits.altText),
    }),
  );
  const id = answer.files[0]?.files[0]?.id;
  if (id === undefined || !(await ready(at, id))) return null;
  if (pictures.known.size >= most) pictures.known.clear();
  pictures.known.set(key, id);
  return id;
}

/** Uploads the charts of a View. One that fails is left out: its alternative text is shown instead. */
export async function picturesFor(
  pictures: Pictures,
  at: Workspace,
  view: View,
): Promise<ReadonlyMap<Chart, string>> {
  const ids = new Map<Chart, string>();
  for (const block of view.blocks) {
    if (block.kind !== 'image') continue;
    try {
      const id = await upload(pictures, at, block.chart, block.alt);
      if (id !== null) ids.set(block.chart, id);
    } catch (error) {
      pictures.log.warn({ err: error, chart: block.chart.title }, 'a chart could not be uploaded');
    }
  }
  return ids;
}
