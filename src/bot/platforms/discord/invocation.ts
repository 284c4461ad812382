import type { Invocation } from '../../app.ts';
import type { FileValue, RawArgs } from '../../command.ts';
import type { Press } from '../../view.ts';
import type { Attachment, Fields, Payload } from './payload.ts';

/** Largest file that is fetched; a text with predictions is far smaller. */
const largestFile = 10 * 1024 * 1024;
const fileTimeout = 20_000;
/** Attachments live here and nowhere else. */
const fileHosts = ['cdn.discordapp.com', 'media.discordapp.net'];

/** Who asks, in Discord's words. `guild` is where it counts: in a direct message it was found elsewhere. */
export function whoOf(
  payload: Payload,
  guild: { id: string; name: string },
  roles: readonly string[],
): Invocation['who'] {
  return {
    place: { platform: 'discord', externalId: guild.id, name: guild.name },
    user: { externalId: payload.user.id, name: payload.user.name },
    platformAdmin: payload.admin,
    roles,
    channel: payload.guild === null || payload.channel === null ? null : `discord:${payload.channel}`,
  };
}

const isFile = (value: string | Attachment): value is Attachment => typeof value !== 'string';

export const hasFiles = (fields: Fields): boolean => Object.values(fields).some(isFile);

/** The arguments that are text: all there is until files are fetched. */
export const textOf = (fields: Fields): Record<string, string> =>
  Object.fromEntries(Object.entries(fields).filter((e): e is [string, string] => typeof e[1] === 'string'));

/** Why a file could not be had, in words for the person. */
export class FileProblem extends Error {}

/** Fetches what was attached. Throws `FileProblem`. `host`: a further place to fetch from, for tests. */
export async function filesOf(fields: Fields, host: string | null): Promise<Record<string, FileValue>> {
  const files: Record<string, FileValue> = {};
  for (const [name, file] of Object.entries(fields)) {
    if (!isFile(file)) continue;
    if (file.size > largestFile)
      throw new FileProblem(`"${file.filename}" is larger than 10 MB. Send the text of it, or a link.`);
    const url = URL.canParse(file.url) ? new URL(file.url) : null;
    if (url === null || !(fileHosts.includes(url.hostname) || url.host === host))
      throw new FileProblem(`"${file.filename}" does not lie where Discord keeps its files.`);
    const response = await fetch(url, { signal: AbortSignal.timeout(fileTimeout) }).catch(() => null);
    if (!response?.ok)
      throw new FileProblem(`"${file.filename}" could not be fetched from Discord. Attach it again.`);
    const bytes = new Uint8Array(await response.arrayBuffer());
    if (bytes.length > largestFile) throw new FileProblem(`"${file.filename}" is larger than 10 MB.`);
    files[name] = { name: file.filename, contentType: file.content_type ?? null, bytes };
  }
  return files;
}

export const invocationOf = (
  payload: Payload,
  who: Invocation['who'],
  press: Press | { command: string; args: RawArgs },
  wantsForm: boolean,
): Invocation => ({
  key: `discord:${payload.id}`,
  command: press.command,
  args: press.args,
  who,
  locale: payload.locale,
  wantsForm,
});
