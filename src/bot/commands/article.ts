import { type AddArticleInput, addArticle } from '../../markets/addArticle.ts';
import { Refusal } from '../../markets/core/refusal.ts';
import { arg, limits, optional } from '../args.ts';
import { command, type FileValue } from '../command.ts';
import { readPublished } from '../parse/published.ts';
import { articleReceipt } from '../views/articleReceipt.ts';
import { whenOf } from './shared.ts';

export const article = command({
  name: 'article',
  about: 'Find the predictions in an article (text, link or file) and draft questions from them',
  args: {
    text: optional(
      arg.paragraph('The text itself, or a link', { positional: 'rest', maxLength: limits.article }),
    ),
    url: optional(arg.text('A link to it', { maxLength: 2000 })),
    file: optional(arg.file('Text, Markdown, HTML or PDF')),
    published: optional(arg.date('When it was published, if the text does not tell')),
  },
  visibility: 'private',
  admin: false,
  examples: [
    '/article https://example.org/outlook-2027',
    '/article published:"12 Nov 2026" Open models will match closed ones by 2028.',
  ],
  run: async (context, args) => {
    const when = whenOf(context);
    const input = {
      source: sourceOf(args),
      publishedAt: args.published === undefined ? null : readPublished(args.published, when),
    };
    const receipt = await addArticle(context.db, context.call, input, context.app.reading);
    return articleReceipt(receipt, context.actor.admin, when);
  },
});

function sourceOf(args: {
  text: string | undefined;
  url: string | undefined;
  file: FileValue | undefined;
}): AddArticleInput['source'] {
  const { text, url, file } = args;
  const given = [text, url, file].filter((one) => one !== undefined).length;
  if (given === 0) {
    throw new Refusal(
      'not-understood',
      'There is no article.',
      'Paste its text after /article, or give url: or a file.',
    );
  }
  if (given > 1)
    throw new Refusal(
      'not-understood',
      'I can read one of text, url and file at a time.',
      'Hand them in one after the other.',
    );
  if (file !== undefined) return { file };
  if (url !== undefined) return { url };
  const only = text ?? '';
  // Slack wraps links in angle brackets, with the shown text after a bar.
  const link = /^<?(https?:\/\/[^\s<>|]+)(?:\|[^>]*)?>?$/i.exec(only)?.[1];
  return link === undefined ? { text: only } : { url: link };
}
