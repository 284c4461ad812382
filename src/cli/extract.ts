import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { isDate } from '../articles/days.ts';
import {
  type Article,
  ArticleError,
  type ArticleErrorCode,
  type ArticleInput,
  type Proposal,
  proposeDrafts,
  readArticle,
} from '../articles/index.ts';
import { Refusal, type RefusalCode } from '../markets/core/refusal.ts';
import type { CliResult } from './cli.ts';

const USAGE = 'Write: extract FILE|URL|- [--published YYYY-MM-DD]';

const CODES: Record<ArticleErrorCode, RefusalCode> = {
  empty: 'not-understood',
  binary: 'not-understood',
  'too-large': 'too-large',
  address: 'unreachable',
  unreachable: 'unreachable',
  'not-text': 'not-understood',
  language: 'not-understood',
  model: 'try-again',
};

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.htm': 'text/html',
  '.pdf': 'application/pdf',
};

/**
 * `extract FILE|URL|- [--published DATE]`: the predictions in an article with a draft for each, by rules alone. Plain text
 * is taken as it is, so the offsets are those of the file.
 */
export async function extract(args: string[]): Promise<CliResult> {
  const { source, published } = readArguments(args);
  const article = await articleOf(source, published);
  const { claims, nearest } = await proposeDrafts(article, new Date(), {});
  return {
    json: {
      article: { title: article.title, publishedAt: article.publishedAt },
      claims: claims.map(({ claim, draft, findings }) => ({ ...claim, draft: { ...draft, findings } })),
      nearest,
    },
    text: claims.length ? claims.map(lines).join('\n\n') : nothing(nearest),
  };
}

function readArguments(args: string[]): { source: string; published: string | null } {
  let source: string | null = null;
  let published: string | null = null;
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? '';
    if (arg === '--published' || arg.startsWith('--published=')) {
      published = arg.includes('=') ? arg.slice(arg.indexOf('=') + 1) : (args[++i] ?? '');
      if (!isDate(published))
        throw new Refusal('not-understood', `"${published}" is no date.`, 'Write --published 2026-03-01.');
    } else if (source === null && (arg === '-' || !arg.startsWith('-'))) source = arg;
    else throw new Refusal('not-understood', `I do not know what to do with "${arg}".`, USAGE);
  }
  if (source === null) throw new Refusal('not-understood', 'Name the article to read.', USAGE);
  return { source, published };
}

async function articleOf(source: string, published: string | null): Promise<Article> {
  try {
    return await readArticle({
      ...(await inputOf(source)),
      ...(published ? { publishedAt: published } : {}),
    });
  } catch (error) {
    if (error instanceof ArticleError) throw new Refusal(CODES[error.code], error.message, error.hint);
    throw error;
  }
}

async function inputOf(source: string): Promise<ArticleInput> {
  if (/^[a-z][a-z+.-]*:\/\//i.test(source)) return { kind: 'url', url: source };
  const bytes = source === '-' ? await buffer(process.stdin) : await readFile(source).catch(() => null);
  if (!bytes) throw new Refusal('not-found', `I cannot read the file "${source}".`, USAGE);
  return { kind: 'file', bytes, contentType: TYPES[extname(source).toLowerCase()] ?? '' };
}

function lines({ claim, draft }: Proposal): string {
  const facts = [
    claim.speaker,
    claim.hedge.words && `"${claim.hedge.words}"`,
    claim.statedProbability === null ? null : `${Math.round(claim.statedProbability * 100)}%`,
    claim.deadline ? `until ${claim.deadline} (${claim.deadlineText})` : 'no deadline',
    claim.expired ? 'expired' : null,
  ];
  return [
    claim.quote.replace(/\s+/g, ' '),
    `  ${facts.filter(Boolean).join(' · ')}`,
    `  ${draft.title}`,
    ...draft.needs.map((need) => `  to decide: ${need.why}`),
  ].join('\n');
}

function nothing(nearest: readonly string[]): string {
  if (!nearest.length) return 'I found no predictions.';
  return [
    'I found no predictions; here are the sentences that come nearest:',
    ...nearest.map((quote) => `- ${quote.replace(/\s+/g, ' ')}`),
  ].join('\n');
}
