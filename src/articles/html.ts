import type { JSDOM } from 'jsdom';
import { dateIn, visibleDate } from './published.ts';

export interface ReadPage {
  text: string;
  title: string | null;
  author: string | null;
  publishedAt: string | null;
}

/**
 * Above these a page is not taken apart as a tree: no article needs them, and jsdom takes seconds over such a page.
 * What remains is the text without its tags.
 */
const limits = { tags: 6000, depth: 300, metas: 200, tagLength: 20_000, linkedData: 100_000 } as const;

const voidTags = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'p',
  'li',
  'source',
  'wbr',
]);

/** The page without what no article is in, cut out in one pass: scripts, styles, drawings, comments, inlined pictures. */
const slimmed = (html: string): string => {
  const parts: string[] = [];
  let at = 0;
  for (let open = html.indexOf('<'); open >= 0; open = html.indexOf('<', open + 1)) {
    if (open < at) continue;
    const found = /^<(script|style|svg|noscript|template|!--)/i
      .exec(html.slice(open, open + 10))?.[1]
      ?.toLowerCase();
    if (!found) continue;
    const closing = found === '!--' ? '-->' : `</${found}`;
    const end = html.indexOf(closing, open + 4);
    const data = found === 'script' && /application\/ld\+json/i.test(html.slice(open, open + 200));
    if (data && end > 0 && end - open < limits.linkedData) continue;
    parts.push(html.slice(at, open));
    if (end < 0) return parts.join('');
    const after = found === '!--' ? end + 2 : html.indexOf('>', end);
    if (after < 0) return parts.join('');
    at = after + 1;
  }
  parts.push(html.slice(at));
  return parts.join('').replace(/=\s*"data:[^"]*"/g, '=""');
};

/** Whether a tree of the page would be larger than an article needs, counted without building one. */
const isTooLarge = (html: string): boolean => {
  let tags = 0;
  let depth = 0;
  let metas = 0;
  for (let at = html.indexOf('<'); at >= 0; ) {
    const closing = html[at + 1] === '/';
    const name = /^[a-z][a-z0-9]*/i.exec(html.slice(at + (closing ? 2 : 1), at + 20))?.[0]?.toLowerCase();
    const next = html.indexOf('<', at + 1);
    if (
      (next < 0 ? html.length : next) - at > limits.tagLength &&
      html.slice(at, at + limits.tagLength).indexOf('>') < 0
    )
      return true;
    if (name === 'meta') metas++;
    if (name && !voidTags.has(name)) depth = Math.max(0, depth + (closing ? -1 : 1));
    if (++tags > limits.tags || depth > limits.depth || metas > limits.metas) return true;
    at = next;
  }
  return false;
};

/** Text without tags, for pages that are too large or too broken for a tree. One pass from left to right. */
const withoutTags = (html: string): string => {
  const parts: string[] = [];
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) {
      parts.push(html.slice(at));
      break;
    }
    parts.push(html.slice(at, open));
    const skipped = /^<(script|style)\b/i.exec(html.slice(open, open + 8))?.[1];
    const close = skipped ? html.indexOf(`</${skipped}`, open) : html.indexOf('>', open);
    if (close < 0) break;
    parts.push(' ');
    at = close + 1;
  }
  return parts
    .join('')
    .replace(/[ \t]+/g, ' ')
    .trim();
};

const blocks = new Set([
  'P',
  'DIV',
  'SECTION',
  'ARTICLE',
  'BLOCKQUOTE',
  'UL',
  'OL',
  'LI',
  'TABLE',
  'TR',
  'FIGURE',
  'FIGCAPTION',
  'PRE',
  'HEADER',
  'FOOTER',
  'MAIN',
  'ASIDE',
  'DL',
  'DT',
  'DD',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
]);

/** Main content to text: a block a paragraph, headings and lists as in Markdown, a table row a line. */
const textOf = (root: Element): string => {
  const out: string[] = [];
  let line = '';
  const flush = (): void => {
    const text = line.replace(/\s+/g, ' ').trim();
    if (text) out.push(text);
    line = '';
  };
  const walk = (node: Node, prefix: string): void => {
    if (node.nodeType === 3) {
      line += node.nodeValue ?? '';
      return;
    }
    if (node.nodeType !== 1) return;
    const tag = node.nodeName;
    if (tag === 'BR') {
      flush();
      return;
    }
    if (tag === 'TR') {
      flush();
      const cells = Array.from(node.childNodes).filter(
        ({ nodeName }) => nodeName === 'TD' || nodeName === 'TH',
      );
      line = `| ${cells.map((cell) => (cell.textContent ?? '').replace(/\s+/g, ' ').trim()).join(' | ')} |`;
      flush();
      return;
    }
    const block = blocks.has(tag);
    if (block) flush();
    if (/^H[1-6]$/.test(tag)) line = `${'#'.repeat(Number(tag[1]))} `;
    if (tag === 'LI') line = prefix;
    let item = 0;
    for (const child of Array.from(node.childNodes)) {
      if (child.nodeName === 'LI') item++;
      walk(child, tag === 'OL' ? `${item}. ` : '- ');
    }
    if (block) flush();
  };
  walk(root, '- ');
  flush();
  return out
    .map((text, i) => {
      const row = /^(?:\||- |\d+\. )/;
      const together = row.test(text) && row.test(out[i + 1] ?? '');
      return text + (together ? '\n' : '\n\n');
    })
    .join('')
    .trim();
};

const record = (value: unknown): Record<string, unknown> | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? { ...value } : null;

const asText = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() ? value.trim() : null;

/** The first object of a page's JSON-LD that looks like an article. */
const linkedData = (
  document: Document,
): { title: string | null; author: string | null; date: string | null } | null => {
  for (const script of Array.from(document.querySelectorAll('script[type="application/ld+json"]')).slice(
    0,
    20,
  )) {
    let parsed: unknown;
    try {
      parsed = JSON.parse(script.textContent ?? '');
    } catch {
      continue;
    }
    const top = Array.isArray(parsed) ? parsed : [parsed];
    const all = top.flatMap((value) => {
      const graph = record(value)?.['@graph'];
      return Array.isArray(graph) ? [value, ...graph] : [value];
    });
    for (const item of all) {
      const object = record(item);
      const published = asText(object?.datePublished);
      if (!object || !published) continue;
      const authors = Array.isArray(object.author) ? object.author : [object.author];
      const names = authors
        .map((author) => asText(author) ?? asText(record(author)?.name))
        .filter((name) => name !== null);
      return { title: asText(object.headline), author: names.join(', ') || null, date: published };
    }
  }
  return null;
};

const dateSelectors = [
  'meta[property="article:published_time"]',
  'meta[name="article:published_time"]',
  'meta[property="og:article:published_time"]',
  'meta[itemprop="datePublished"]',
  'meta[name="citation_publication_date"]',
  'meta[name="dc.date"]',
  'meta[name="DC.date.issued"]',
  'meta[name="parsely-pub-date"]',
  'meta[name="date"]',
  'meta[name="pubdate"]',
];

const authorSelectors = [
  'meta[name="author"]',
  'meta[property="article:author"]',
  'meta[name="parsely-author"]',
  'meta[name="dc.creator"]',
];

const dateFrom = (value: string | null | undefined): string | null =>
  value ? (dateIn(value.replace(/^(\d{4})[/.](\d{2})[/.](\d{2})/, '$1-$2-$3')) ?? null) : null;

const metaContent = (document: Document, selectors: readonly string[]): string | null => {
  for (const selector of selectors) {
    const content = document.querySelector(selector)?.getAttribute('content')?.trim();
    if (content && !/^https?:/.test(content)) return content;
  }
  return null;
};

/** jsdom takes half a second to load, so only the first page of a process pays for it. */
const parsePage = async (html: string, url: string | null): Promise<JSDOM> => {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  return new JSDOM(html, { ...(url ? { url } : {}), virtualConsole: new VirtualConsole() });
};

/**
 * The main text of a web page with its title, author and publication date (JSON-LD, meta tags, a `time` element, a
 * visible date, in that order). Scripts in the page are not run and nothing that it links to is loaded.
 */
export const readHtml = async (page: string, url: string | null): Promise<ReadPage> => {
  const html = slimmed(page);
  if (isTooLarge(html)) return { text: withoutTags(html), title: null, author: null, publishedAt: null };
  const { Readability } = await import('@mozilla/readability');
  const dom = await parsePage(html, url);
  try {
    const { document } = dom.window;
    const data = linkedData(document);
    const metaDate = metaContent(document, dateSelectors);
    const timeDate = document
      .querySelector('article time[datetime], time[pubdate], time[datetime]')
      ?.getAttribute('datetime');
    const metaAuthor = metaContent(document, authorSelectors);
    const ogTitle = metaContent(document, ['meta[property="og:title"]']);
    const plainTitle = document.title.trim() || null;
    const whole = document.body ? textOf(document.body) : '';
    const article = new Readability(document).parse();
    let text = '';
    if (article?.content) {
      const holder = dom.window.document.createElement('div');
      holder.innerHTML = article.content;
      text = textOf(holder);
    }
    return {
      text: text || whole,
      title: data?.title ?? ogTitle ?? asText(article?.title) ?? plainTitle,
      author: data?.author ?? metaAuthor ?? asText(article?.byline),
      publishedAt:
        dateFrom(data?.date) ??
        dateFrom(metaDate) ??
        dateFrom(timeDate) ??
        visibleDate(whole) ??
        dateFrom(article?.publishedTime),
    };
  } finally {
    dom.window.close();
  }
};
