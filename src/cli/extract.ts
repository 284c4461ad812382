import { readFile } from 'node:fs/promises';
import { text as readStream } from 'node:stream/consumers';
import { findClaims, nearestSentences } from '../articles/claims.ts';
import { isDate } from '../articles/days.ts';
import { detectLanguage, languageName } from '../articles/language.ts';
import type { Article, Claim } from '../articles/types.ts';
import { Refusal } from '../markets/core/refusal.ts';
import type { CliResult } from './cli.ts';

const USAGE = 'Write: extract FILE|URL|- [--published YYYY-MM-DD]';

/** `extract FILE|URL|- [--published DATE]`: the predictions in an article. Text is taken as it is, so offsets hold. */
export async function extract(args: string[]): Promise<CliResult> {
  const { source, published } = readArguments(args);
  const article = await articleOf(source, published);
  const now = new Date().toISOString().slice(0, 10);
  const claims = findClaims(article, now);
  return {
    json: {
      article: { title: article.title, publishedAt: article.publishedAt },
      claims: claims.map((claim) => ({
        start: claim.start,
        end: claim.end,
        quote: claim.quote,
        speaker: claim.speaker,
        hedge: claim.hedge,
        deadline: claim.deadline,
        deadlineText: claim.deadlineText,
        expired: claim.expired,
        statedProbability: claim.statedProbability,
        heading: claim.heading,
        group: claim.group,
        draft: null,
      })),
    },
    text: claims.length ? claims.map(line).join('\n\n') : nothing(article),
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

async function articleOf(source: string, publishedAt: string | null): Promise<Article> {
  const text =
    source === '-' ? await readStream(process.stdin) : await readFile(source, 'utf8').catch(() => null);
  if (text === null) throw new Refusal('not-found', `I cannot read the file "${source}".`, USAGE);
  const language = detectLanguage(text);
  if (language !== 'en' && language !== 'und')
    throw new Refusal(
      'not-understood',
      `This text seems to be in ${languageName(language)}; I find predictions in English texts only.`,
      'Hand in an English version.',
    );
  return { text, title: null, author: null, publishedAt, url: null, language };
}

function line(claim: Claim): string {
  const facts = [
    claim.speaker,
    `"${claim.hedge.words}"`,
    claim.statedProbability === null ? null : `${Math.round(claim.statedProbability * 100)}%`,
    claim.deadline ? `by ${claim.deadline} (${claim.deadlineText})` : 'no deadline',
    claim.expired ? 'expired' : null,
  ];
  return `${claim.quote.replace(/\s+/g, ' ')}\n  ${facts.filter(Boolean).join(' · ')}`;
}

function nothing(article: Article): string {
  const nearest = nearestSentences(article, 3).map(({ quote }) => `- ${quote.replace(/\s+/g, ' ')}`);
  if (!nearest.length) return 'I found no predictions.';
  return ['I found no predictions; here are the sentences that come nearest:', ...nearest].join('\n');
}
