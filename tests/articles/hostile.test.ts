import { describe, expect, it } from 'vitest';
import { clauseOf } from '../../src/articles/clause.ts';
import { ArticleError } from '../../src/articles/errors.ts';
import { readFeed } from '../../src/articles/feed.ts';
import { proposeDrafts } from '../../src/articles/propose.ts';
import { readArticle } from '../../src/articles/read.ts';

const now = new Date('2026-11-22T09:00:00Z');
const megabyte = 1_000_000;
/** Milliseconds that this process has worked, so that a busy machine cannot make a test fail. */
const cpu = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
/** A crowded machine slows the processor itself; what is slow of its own is slow each time. */
const again = { retry: 2 };
const fill = (unit: string): string => unit.repeat(Math.ceil(megabyte / unit.length)).slice(0, megabyte);

const texts: Record<string, string> = {
  'one word': fill('a'),
  'one sentence of wills': fill('will '),
  commas: fill('Acme, '),
  'nested quotes': fill('"“\''),
  'open brackets': fill('([{'),
  'digits and percent signs': fill('9% '),
  dashes: fill('- '),
  'said that': fill('said that it will '),
  'if clauses': fill('if it, '),
  capitals: fill('Acme Bolt '),
  dates: fill('by June 2027 '),
  'many predictions': fill('Acme will acquire Bolt by June 2027. '),
  'many vague predictions': fill('Open models will keep pace with the closed ones. '),
  pronouns: fill('It will be so. '),
  headings: fill('# Will\n\n- it will\n'),
  'table rows': fill('| a | 80% |\n'),
  'front matter': `---\n${fill('title: a\n')}`,
  spaces: `Acme will${fill(' ')}win`,
  'line breaks': fill('\n'),
};

describe('1 MB of hostile text ends within 2 s', () => {
  it.each(Object.entries(texts))('%s', again, async (_name, text) => {
    const before = cpu();
    try {
      const article = await readArticle({ kind: 'text', text, publishedAt: '2026-11-01' });
      await proposeDrafts(article, now);
    } catch (error) {
      expect(error).toBeInstanceOf(ArticleError);
    }
    expect(cpu() - before).toBeLessThan(2000);
  });

  const pages: Record<string, string> = {
    'deep nesting': `<html><body>${fill('<div>')}`,
    'deep inline nesting': `<html><body>${fill('<b>')}Acme will win.`,
    'many paragraphs': `<html><body>${fill('<p>Acme will win. ')}`,
    'open tags': `<html>${fill('<a href="')}`,
    'open comments': `<html>${fill('<!--')}`,
    attributes: `<html><body><p ${fill('a=b ')}>Acme will win.</p>`,
    tables: `<html><body>${fill('<table><tr><td>')}`,
    scripts: `<html>${fill('<script>')}`,
    'meta tags': `<html><head>${fill('<meta name="author" content="a">')}`,
    'JSON-LD': `<html><head><script type="application/ld+json">${fill('[')}</script></head><body><p>Acme will win the cup.</p>`,
  };
  it.each(Object.entries(pages))('page: %s', again, async (_name, html) => {
    const before = cpu();
    try {
      await readArticle({ kind: 'file', bytes: new TextEncoder().encode(html), contentType: 'text/html' });
    } catch (error) {
      expect(error).toBeInstanceOf(ArticleError);
    }
    expect(cpu() - before).toBeLessThan(2000);
  });

  it.each([
    fill('<item>'),
    `<rss><channel>${fill('<item><title>a</title></item>')}`,
    fill('<![CDATA['),
    fill('{"items":['),
  ])('feed %#', (feed) => {
    const before = cpu();
    try {
      readFeed(feed);
    } catch (error) {
      expect(error).toBeInstanceOf(ArticleError);
    }
    expect(cpu() - before).toBeLessThan(2000);
  });

  it.each(['will ', 'that ', 'said ', 'if a, ', '(', 'a, ', 'means that ', 'to be ', 'Acme Bolt '])(
    'one clause of %s',
    (unit) => {
      const before = cpu();
      clauseOf(`Acme ${fill(unit)} win`);
      expect(cpu() - before).toBeLessThan(500);
    },
  );
});
