import type { AddArticleReceipt } from '../../markets/addArticle.ts';
import type { Block, Span, View } from '../view.ts';
import type { When } from '../when.ts';
import { draftBlocks } from './drafts.ts';
import { count, shorten } from './format.ts';

const mostShown = 5;

/** What was found in an article: the drafts for an admin to decide on, or why there are none. */
export function articleReceipt(r: AddArticleReceipt, admin: boolean, when: When): View {
  const source: Span =
    r.article.url === null
      ? { kind: 'bold', text: r.article.title }
      : { kind: 'link', url: r.article.url, text: r.article.title };
  const dated =
    r.article.publishedAt === null
      ? ', of unknown date: relative deadlines could not be counted (add published:)'
      : ` of ${r.article.publishedAt}`;
  if (r.drafts.length === 0) {
    return {
      title: 'No predictions found',
      tone: 'warn',
      blocks: [
        {
          kind: 'text',
          text: [
            source,
            `${dated}. I found none in it${r.nearest.length > 0 ? '; these sentences came nearest:' : '.'}`,
          ],
        },
        ...r.nearest.map((text): Block => ({ kind: 'quote', text: shorten(text, 300), source: null })),
        {
          kind: 'buttons',
          buttons: [
            {
              kind: 'press',
              label: 'Ask a question…',
              style: 'primary',
              press: { command: 'ask', args: {} },
              form: true,
            },
          ],
        },
      ],
    };
  }
  const pending = r.drafts.filter((d) => d.status === 'pending');
  const shown = admin ? pending.slice(0, mostShown) : [];
  const more = pending.length - shown.length;
  return {
    title: `${count(r.drafts.length, 'draft')} from “${shorten(r.article.title, 80)}”`,
    tone: 'good',
    blocks: [
      {
        kind: 'text',
        text: [
          source,
          `${dated}.${r.known ? ' It had been handed in before; these are its drafts.' : ''}${admin ? '' : ' An admin decides which of them are asked.'}`,
        ],
      },
      ...(r.reason ? [{ kind: 'text' as const, text: `Read by rules alone: ${r.reason}` }] : []),
      ...shown.flatMap((d): Block[] => [{ kind: 'divider' }, ...draftBlocks(d, when)]),
      ...(admin && more > 0
        ? [{ kind: 'text' as const, text: `${count(more, 'more draft')} in the queue.` }]
        : []),
      {
        kind: 'buttons',
        buttons: [
          {
            kind: 'press',
            label: 'Review queue',
            style: 'plain',
            press: { command: 'drafts list', args: {} },
          },
        ],
      },
    ],
  };
}
