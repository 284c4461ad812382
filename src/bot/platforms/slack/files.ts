import { z } from 'zod';
import type { FileValue } from '../../command.ts';
import type { Workspace } from './workspaces.ts';

/** A file as Slack describes it in events and forms. */
export const fileSchema = z.object({
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().nullish(),
  url_private_download: z.string().nullish(),
});
export type SlackFile = z.infer<typeof fileSchema>;

const largest = 10 * 1024 * 1024;

export class FileTrouble extends Error {}

/**
 * Fetches a file with the workspace's token. The token goes to Slack's own hosts alone (`origins`); a larger file than
 * 10 MB is not read on.
 */
export async function download(
  at: Workspace,
  file: SlackFile,
  origins: ReadonlySet<string>,
): Promise<FileValue> {
  const name = file.name ?? 'file';
  const url = file.url_private_download ?? '';
  if (!URL.canParse(url) || !origins.has(new URL(url).origin))
    throw new FileTrouble(
      `“${name}” is not kept by Slack itself, so it can't be read. Paste its text or address instead.`,
    );
  if ((file.size ?? 0) > largest) throw new FileTrouble(`“${name}” is larger than 10 MB.`);
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${at.client.token ?? ''}` },
    redirect: 'error',
    signal: AbortSignal.timeout(20_000),
  });
  if (!response.ok || response.body === null) throw new FileTrouble(`Slack did not hand out “${name}”.`);
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body) {
    size += part.byteLength;
    if (size > largest) throw new FileTrouble(`“${name}” is larger than 10 MB.`);
    parts.push(part);
  }
  return { name, contentType: file.mimetype ?? null, bytes: Buffer.concat(parts) };
}
