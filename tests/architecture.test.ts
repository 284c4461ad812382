import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const src = join(root, 'src');

const filesUnder = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === 'generated' ? [] : filesUnder(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });

/** The room a file lives in: the longest of these folders that holds it. */
const rooms = [
  'scoring',
  'articles',
  'markets/core',
  'markets',
  'bot/platforms/discord',
  'bot/platforms/slack',
  'bot/platforms/playground',
  'bot',
  'cli',
  'generated',
];
const roomOf = (path: string): string => {
  const inside = relative(src, path);
  return (
    rooms.filter((room) => inside.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0] ?? 'root'
  );
};

/** Which other rooms each room may import. */
const allowed: Record<string, readonly string[]> = {
  scoring: [],
  articles: [],
  'markets/core': ['scoring'],
  markets: ['markets/core', 'scoring', 'articles', 'generated'],
  bot: ['markets', 'markets/core', 'scoring', 'articles'],
  'bot/platforms/discord': ['bot'],
  'bot/platforms/slack': ['bot'],
  'bot/platforms/playground': ['bot'],
  cli: ['markets', 'markets/core', 'scoring', 'articles', 'bot'],
};
/** Where the whole is put together, and nowhere else. */
const composition = ['bot/main.ts', 'bot/surfaces.ts'];
const onlyIn: Record<string, RegExp> = {
  'discord.js': /^bot\/platforms\/discord\//,
  '@slack/bolt': /^bot\/platforms\/slack\//,
  '@prisma/client': /^(markets|generated)\//,
};

const imports = filesUnder(src).flatMap((file) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport)\s*\(?\s*'([^']+)'/g)].map((m) => ({
    file: relative(src, file),
    from: roomOf(file),
    spec: m[1] ?? '',
    to: (m[1] ?? '').startsWith('.') ? roomOf(resolve(dirname(file), m[1] ?? '')) : null,
  })),
);

describe('imports run one way', () => {
  it('between rooms', () => {
    const wrong = imports.filter(
      (i) =>
        i.to !== null &&
        i.to !== i.from &&
        !composition.includes(i.file) &&
        !(allowed[i.from] ?? []).includes(i.to),
    );
    expect(wrong.map((i) => `${i.file} imports ${i.spec}`)).toEqual([]);
  });

  it.each(Object.entries(onlyIn))('%s appears in its own room alone', (library, home) => {
    const wrong = imports.filter(
      (i) => (i.spec === library || i.spec.startsWith(`${library}/`)) && !home.test(i.file),
    );
    expect(wrong.map((i) => i.file)).toEqual([]);
  });
});
