import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readEnvironment } from '../../src/bot/config.ts';
import { type Running, start } from '../../src/bot/main.ts';
import type { View } from '../../src/bot/view.ts';

/** The whole program on a free port and a new database, as a newcomer starts it. */
export interface OpenPlayground {
  readonly address: string;
  readonly running: Running;
  /** Says one line and returns the last view that it was answered with. */
  say(as: string, text: string): Promise<View>;
  stop(): Promise<void>;
}

const answer = z.object({
  messages: z.array(z.object({ visibility: z.string(), view: z.custom<View>().optional() })),
});

export async function openPlayground(): Promise<OpenPlayground> {
  const folder = await mkdtemp(join(tmpdir(), 'brierpatch-playground-'));
  const said: string[] = [];
  const env = readEnvironment({ PORT: '0', DATABASE_URL: `file:${folder}/test.db`, LOG_LEVEL: 'error' });
  const running = await start(env, (line) => said.push(line));
  const address = /http:\S+/.exec(said.join('\n'))?.[0];
  if (!address) throw new Error(`no address among: ${said.join(' | ')}`);
  return {
    address,
    running,
    say: async (as, text) => {
      const response = await fetch(`${address}api/say`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ as, text }),
      });
      const view = answer.parse(await response.json()).messages.at(-1)?.view;
      if (!view) throw new Error(`no view answered: ${text}`);
      return view;
    },
    stop: async () => {
      await running.stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Two predictions with dates, of our own writing. */
export const article = `Rates and gadgets

20 November 2026

The European Central Bank will cut its deposit rate below 1.5% by 30 June 2027, its former economist Ines Calder said.
Apple will announce a foldable iPhone by the end of 2027. Inflation was low last year.`;

/** The rows of a view's first table as plain text. */
export function rowsOf(view: View): string[][] {
  const table = view.blocks.find((block) => block.kind === 'table');
  return (table?.rows ?? []).map((row) =>
    row.map((cell) =>
      typeof cell === 'string'
        ? cell
        : cell
            .map((s) =>
              typeof s === 'string' ? s : s.kind === 'member' ? s.name : 'text' in s ? s.text : '',
            )
            .join(''),
    ),
  );
}
