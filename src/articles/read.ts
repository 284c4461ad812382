import { decodeText } from './decode.ts';
import { ArticleError } from './errors.ts';
import { type FetchOptions, fetchPage } from './fetch.ts';
import { type ReadPage, readHtml } from './html.ts';
import { detectLanguage, languageName } from './language.ts';
import { readPdf } from './pdf.ts';
import { visibleDate } from './published.ts';
import type { Article } from './types.ts';

/** The largest attachment or paste that is read. */
export const maxBytes = 20_000_000;

export type ArticleInput =
  | { kind: 'text'; text: string; title?: string; publishedAt?: string; url?: string }
  | { kind: 'file'; bytes: Uint8Array; contentType: string; name?: string; publishedAt?: string }
  | { kind: 'url'; url: string; publishedAt?: string };

const looksHtml = (text: string): boolean =>
  /^\s*(?:<!--|<!doctype html|<html|<head|<body|<article|<div|<p[\s>])/i.test(text.slice(0, 500));

const frontMatter = (text: string, key: string): string | null => {
  const block = /^---\r?\n([\s\S]{0,4000}?)\r?\n---/.exec(text)?.[1];
  const line = block?.split('\n').find((candidate) => candidate.toLowerCase().startsWith(`${key}:`));
  return line
    ? line
        .slice(key.length + 1)
        .trim()
        .replace(/^["']|["']$/g, '') || null
    : null;
};

/** A short first line without the marks of a sentence, or the first Markdown heading. */
const titleOf = (text: string): string | null => {
  const own = frontMatter(text, 'title');
  if (own) return own;
  const heading = /^# +(.{1,200})$/m.exec(text.slice(0, 4000))?.[1];
  if (heading) return heading.trim();
  const first = text.trimStart().split('\n', 1)[0]?.trim() ?? '';
  return first.length > 3 && first.length <= 150 && !/[.!:;,]$/.test(first) ? first : null;
};

const authorOf = (text: string): string | null =>
  frontMatter(text, 'author') ??
  /^(?:by|author:)\s+([A-Z][\p{L}.'’-]+(?: [A-Z][\p{L}.'’-]+){1,3})\s*(?:$|[|,·—–])/imu.exec(
    text.slice(0, 2000),
  )?.[1] ??
  null;

/** Plain text and Markdown are kept to the letter, so that offsets into what was handed in stay valid. */
const readPlain = (text: string): ReadPage => ({
  text,
  title: titleOf(text),
  author: authorOf(text),
  publishedAt: visibleDate(frontMatter(text, 'date') ?? text),
});

const readBytes = async (bytes: Uint8Array, contentType: string, url: string | null): Promise<ReadPage> => {
  if (bytes.length > maxBytes) {
    throw new ArticleError(
      'too-large',
      `That file has ${(bytes.length / 1e6).toFixed(1)} MB; I read up to ${maxBytes / 1e6} MB.`,
      'Hand in the part with the predictions.',
    );
  }
  if (contentType.includes('pdf') || Buffer.from(bytes.subarray(0, 5)).toString('latin1') === '%PDF-')
    return readPdf(bytes);
  if (/^(?:image|audio|video|font)\//.test(contentType)) {
    throw new ArticleError(
      'not-text',
      `I cannot read ${contentType.split(';')[0]}.`,
      'Hand in a text file, a web page or a PDF with text in it.',
    );
  }
  const text = decodeText(bytes, contentType);
  return /html/i.test(contentType) || looksHtml(text) ? readHtml(text, url) : readPlain(text);
};

const readInput = async (
  input: ArticleInput,
  fetchOptions: FetchOptions,
): Promise<ReadPage & { url: string | null }> => {
  switch (input.kind) {
    case 'text': {
      const bytes = new TextEncoder().encode(input.text);
      const page = await readBytes(bytes, 'text/plain; charset=utf-8', input.url ?? null);
      return { ...page, title: input.title ?? page.title, url: input.url ?? null };
    }
    case 'file': {
      const page = await readBytes(input.bytes, input.contentType, null);
      return { ...page, title: page.title ?? input.name ?? null, url: null };
    }
    case 'url': {
      const fetched = await fetchPage(input.url, fetchOptions);
      const page = await readBytes(fetched.bytes, fetched.contentType, fetched.url);
      return { ...page, url: fetched.url };
    }
  }
};

/**
 * Reads what was handed in (pasted text, Markdown or HTML; a text, HTML or PDF file; a link) into an article. Plain
 * text is kept as it is; of a page, the main text. `publishedAt` of the input wins over what the page says; both may
 * be missing, and then the article's date is null and has to be asked for.
 *
 * @throws ArticleError one plain sentence and a hint: `empty`, `binary`, `too-large`, `address`, `unreachable`,
 *   `not-text` or `language`.
 */
export const readArticle = async (input: ArticleInput, fetchOptions: FetchOptions = {}): Promise<Article> => {
  const page = await readInput(input, fetchOptions);
  if (!page.text.trim()) {
    throw new ArticleError(
      'empty',
      'There is no text in that.',
      'Paste the article, attach it as a file, or give a link.',
    );
  }
  const language = detectLanguage(page.text);
  if (language !== 'en' && language !== 'und') {
    throw new ArticleError(
      'language',
      `That text is in ${languageName(language)}; I can only read English.`,
      'Hand in an English version of the article.',
    );
  }
  return {
    text: page.text,
    title: page.title,
    author: page.author,
    publishedAt: input.publishedAt ?? page.publishedAt,
    url: page.url,
    language,
  };
};
