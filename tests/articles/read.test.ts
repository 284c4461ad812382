import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { ArticleError } from '../../src/articles/errors.ts';
import { readFeed } from '../../src/articles/feed.ts';
import { dateIn, visibleDate } from '../../src/articles/published.ts';
import { readArticle } from '../../src/articles/read.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const file = (content: Uint8Array, contentType: string) =>
  readArticle({ kind: 'file', bytes: content, contentType });
const codeOf = async (reading: Promise<unknown>): Promise<string> => {
  try {
    await reading;
  } catch (error) {
    if (error instanceof ArticleError) return error.code;
    throw error;
  }
  return 'none';
};

/** A one-page PDF whose lines are drawn one under the other. */
const pdf = (lines: readonly string[]): Uint8Array => {
  const stream = `BT /F1 12 Tf 14 TL 72 720 Td ${lines.map((line) => `(${line}) Tj T*`).join(' ')} ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
    '<< /Title (Harbour outlook) /Author (Ines Falk) /CreationDate (D:20260304120000Z) >>',
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((body, i) => {
    const at = out.length;
    out += `${i + 1} 0 obj\n${body}\nendobj\n`;
    return at;
  });
  const table = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n`;
  for (const at of offsets) out += `${String(at).padStart(10, '0')} 00000 n \n`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R /Info 6 0 R >>\nstartxref\n${table}\n%%EOF`;
  return bytes(out);
};

const page = (
  head: string,
  body = '',
): string => `<!doctype html><html><head><title>Harbour news</title>${head}</head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport</a></nav>
<article><h1>Ferries to run on batteries</h1>${body}
<p>The harbour board said on Monday that every ferry will run on batteries by the end of 2029, two years earlier than planned, after a trial with three boats went well.</p>
<h2>What is next</h2>
<ul><li>Two more boats will be ordered in spring.</li><li>The old terminal is going to close.</li></ul>
<table><tr><th>Boat</th><th>Ready</th></tr><tr><td>Tern</td><td>2027</td></tr></table>
<p>Passengers, the board added, will notice little of it except the quiet, and fares are expected to stay as they are for the coming year at least.</p></article>
<script>document.body.innerHTML = ''</script><footer>All rights reserved.</footer></body></html>`;

describe('readArticle', () => {
  it('keeps plain text to the letter, so that offsets hold', async () => {
    const text = '  Outlook\r\n\r\nActe 1: “Prices will\u00a0fall,” she said…\n\n\tNot before 2028.  ';
    expect((await readArticle({ kind: 'text', text })).text).toBe(text);
    expect((await file(bytes(text), 'text/plain')).text).toBe(text);
  });

  it('takes title, author and date from Markdown and plain text', async () => {
    const matter = await readArticle({
      kind: 'text',
      text: '---\ntitle: "Grid notes"\nauthor: Ola Brandt\ndate: 2026-02-03\n---\n\nThe grid will hold.',
    });
    expect(matter).toMatchObject({ title: 'Grid notes', author: 'Ola Brandt', publishedAt: '2026-02-03' });
    const plain = await readArticle({
      kind: 'text',
      text: 'A quiet year for ferries\nBy Ola Brandt\nPublished 4 May 2026\n\nThe board will wait until the new year before it orders boats.',
    });
    expect(plain).toMatchObject({
      title: 'A quiet year for ferries',
      author: 'Ola Brandt',
      publishedAt: '2026-05-04',
    });
  });

  it('leaves the date open where the text only tells of other dates', async () => {
    const article = await readArticle({
      kind: 'text',
      text: 'The bridge that opened on June 3, 2019 will be closed to lorries from next year, the council of the town has decided.',
    });
    expect(article.publishedAt).toBeNull();
    const told = await readArticle({ kind: 'text', text: article.text, publishedAt: '2026-01-02' });
    expect(told.publishedAt).toBe('2026-01-02');
  });

  it('takes the main text of a page, without navigation, footer and scripts', async () => {
    const article = await file(bytes(page('')), 'text/html');
    expect(article.text).toContain('every ferry will run on batteries by the end of 2029');
    expect(article.text).toContain('## What is next');
    expect(article.text).toContain('- Two more boats will be ordered in spring.\n- The old terminal');
    expect(article.text).toContain('| Tern | 2027 |');
    expect(article.text).not.toMatch(/Sport|All rights reserved|innerHTML/);
  });

  it.each([
    ['<meta property="article:published_time" content="2026-03-01T08:00:00+01:00">', '', '2026-03-01'],
    ['<meta name="citation_publication_date" content="2026/03/02">', '', '2026-03-02'],
    [
      '<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":"NewsArticle","headline":"H","datePublished":"2026-03-03","author":{"name":"Ola Brandt"}}]}</script>',
      '',
      '2026-03-03',
    ],
    ['', '<time datetime="2026-03-04">yesterday</time>', '2026-03-04'],
    ['', '<p>Published: March 5, 2026</p>', '2026-03-05'],
    ['<script type="application/ld+json">{broken</script>', '', null],
  ])('finds the publication date in %s%s', async (head, body, date) => {
    const article = await file(bytes(page(head, body)), 'text/html');
    expect(article.publishedAt).toBe(date);
    if (date === '2026-03-03') expect(article).toMatchObject({ title: 'H', author: 'Ola Brandt' });
  });

  it('recognises pasted HTML', async () => {
    const article = await readArticle({ kind: 'text', text: page('') });
    expect(article.text).not.toContain('<p>');
  });

  it.each([
    [
      'text/plain; charset=iso-8859-1',
      Buffer.from('Der Preis will fall in K\xf6ln and the cafe will close', 'latin1'),
      'Köln',
    ],
    [
      'text/plain',
      Buffer.from('The caf\xe9 will \x93close\x94 and the town will not', 'latin1'),
      'café will “close”',
    ],
    ['text/plain', Buffer.from('\ufeffThe town will close the café', 'utf16le'), 'café'],
    ['text/plain', Buffer.from('\ufeffThe town will close the café', 'utf8'), 'café'],
    [
      'text/html',
      Buffer.from(
        '<html><head><meta charset="windows-1251"></head><body><p>The \xcc\xe8\xf0 station will close and the town will have to do without it.</p></body></html>',
        'latin1',
      ),
      'Мир',
    ],
  ])('reads %s bytes in their encoding', async (type, content, expected) => {
    expect((await file(content, type)).text).toContain(expected);
  });

  it('reads a PDF, its lines joined, its title, author and date', async () => {
    const article = await file(
      pdf([
        'The harbour board will order four boats by the end of',
        'next year. Fares are expected to stay as they are, and the',
        'termi-',
        'nal will close.',
      ]),
      'application/pdf',
    );
    expect(article.text).toBe(
      'The harbour board will order four boats by the end of next year. Fares are expected to stay as they are, and the terminal will close.',
    );
    expect(article).toMatchObject({
      title: 'Harbour outlook',
      author: 'Ines Falk',
      publishedAt: '2026-03-04',
    });
  });

  it('says in one sentence what cannot be read', async () => {
    expect(await codeOf(readArticle({ kind: 'text', text: ' \n\t ' }))).toBe('empty');
    expect(await codeOf(file(new Uint8Array(), 'text/plain'))).toBe('empty');
    expect(await codeOf(file(bytes('<html><body></body></html>'), 'text/html'))).toBe('empty');
    expect(
      await codeOf(file(new Uint8Array([80, 75, 3, 4, 0, 0, 8, 0, 1, 2]), 'application/octet-stream')),
    ).toBe('binary');
    expect(await codeOf(file(bytes('%PDF-1.4 not really'), 'application/pdf'))).toBe('binary');
    expect(await codeOf(file(pdf([]), 'application/pdf'))).toBe('empty');
    expect(await codeOf(file(bytes('x'), 'image/png'))).toBe('not-text');
    expect(await codeOf(file(new Uint8Array(20_000_001).fill(97), 'text/plain'))).toBe('too-large');
    expect(
      await codeOf(
        readArticle({
          kind: 'text',
          text: 'Der Hafen wird im nächsten Jahr nicht mehr mit Diesel fahren, und die Preise werden nach Ansicht der Behörde für die Fahrgäste nicht steigen.',
        }),
      ),
    ).toBe('language');
    expect(await codeOf(readArticle({ kind: 'url', url: 'http://127.0.0.1/' }))).toBe('address');
  });

  it('reads a link, with the address after redirects', async () => {
    const server = createServer((request, response) => {
      if (request.url === '/old') {
        response.writeHead(301, { location: '/new' });
        response.end();
        return;
      }
      response.setHeader('content-type', 'text/html; charset=utf-8');
      response.end(page('<meta name="author" content="Ola Brandt">'));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      const article = await readArticle({ kind: 'url', url: `${base}/old` }, { allow: () => true });
      expect(article).toMatchObject({
        url: `${base}/new`,
        author: 'Ola Brandt',
        title: 'Ferries to run on batteries',
        language: 'en',
      });
    } finally {
      await new Promise((done) => server.close(done));
    }
  });
});

describe('dates', () => {
  it.each([
    ['Posted on 5th June 2025', '2025-06-05'],
    ['June 5, 2025', '2025-06-05'],
    ['Sept. 5, 2025', '2025-09-05'],
    ['2025-06-05T10:00:00Z', '2025-06-05'],
    ['February 30, 2025', null],
    ['in 2025', null],
  ])('reads %s', (text, date) => {
    expect(dateIn(text)).toBe(date);
  });

  it('takes a short dated line and not a date in prose', () => {
    expect(visibleDate('A title\n\n12 March 2026\n\nText.')).toBe('2026-03-12');
    expect(
      visibleDate(
        'A title\n\nOn 12 March 2026 the company that had been founded in the year before was sold to Acme.',
      ),
    ).toBeNull();
  });
});

describe('readFeed', () => {
  it('reads RSS and Atom entries alike', () => {
    const rss = `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>T</title>
      <item><title>A &amp; B</title><link>https://example.com/1</link><guid>one</guid><pubDate>Sun, 22 Nov 2026 08:00:00 GMT</pubDate><content:encoded><![CDATA[<p>Full</p>]]></content:encoded><description>Short</description></item>
      <item><description>nothing to tell it by</description></item></channel></rss>`;
    expect(readFeed(rss)).toEqual([
      {
        id: 'one',
        title: 'A & B',
        url: 'https://example.com/1',
        publishedAt: '2026-11-22',
        content: '<p>Full</p>',
      },
    ]);
    const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>T</title><entry><title type="html">C</title><id>urn:2</id>
      <link rel="self" href="https://example.com/self"/><link href="https://example.com/2"/><updated>2026-11-21T00:00:00Z</updated><summary>Sum</summary></entry></feed>`;
    expect(readFeed(atom)).toEqual([
      { id: 'urn:2', title: 'C', url: 'https://example.com/2', publishedAt: '2026-11-21', content: 'Sum' },
    ]);
  });

  it('refuses what is no feed', () => {
    for (const text of ['', '<html><body>no</body></html>', 'plain words', '{"a":1}']) {
      expect(() => readFeed(text)).toThrow(ArticleError);
    }
  });

  it('does not expand entities without end', () => {
    const laughs = `<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, i) => `<!ENTITY a${i} "${(i ? `&a${i - 1};` : '&a;').repeat(10)}">`).join('')}]><rss version="2.0"><channel><title>&a19;</title><item><title>x</title></item></channel></rss>`;
    const before = performance.now();
    try {
      readFeed(laughs);
    } catch (error) {
      expect(error).toBeInstanceOf(ArticleError);
    }
    expect(performance.now() - before).toBeLessThan(1000);
  });
});
