import type { ApproveDraftsReceipt } from '../../markets/approveDrafts.ts';
import type { DraftView } from '../../markets/core/drafts.ts';
import type { DraftsInput, DraftsReceipt } from '../../markets/drafts.ts';
import type { Block, Button, Span, Text, View } from '../view.ts';
import type { When } from '../when.ts';
import { count, moment, shorten } from './format.ts';
import { pageButtons } from './pages.ts';

/** One draft: where it comes from, what it would ask, what the admin must decide, and the three decisions. */
export function draftBlocks(d: DraftView, when: When): Block[] {
  return [
    { kind: 'heading', text: `D${d.number} ${d.title}` },
    ...quote(d),
    { kind: 'text', text: shorten(d.criteria, 600) },
    { kind: 'facts', facts: facts(d, when) },
    ...(d.status === 'pending' ? [...notes(d), { kind: 'buttons' as const, buttons: decisions(d) }] : []),
  ];
}

/** One draft as a card of its own. */
export const draftView = (d: DraftView, when: When, headline?: string): View => ({
  title: headline ?? `Draft D${d.number}`,
  tone: d.status === 'rejected' ? 'neutral' : d.needs.length > 0 ? 'warn' : 'info',
  blocks: draftBlocks(d, when),
});

function quote(d: DraftView): Block[] {
  if (d.quote === null) return [];
  const source: Span[] = d.speaker ? [`${d.speaker}, `] : [];
  if (d.article?.url) source.push({ kind: 'link', url: d.article.url, text: d.article.title });
  else if (d.article) source.push(d.article.title);
  if (d.article?.publishedAt) source.push(`, ${d.article.publishedAt}`);
  return [{ kind: 'quote', text: shorten(d.quote, 500), source: source.length > 0 ? source : null }];
}

function facts(d: DraftView, when: When): { name: string; value: Text }[] {
  const proposed = d.horizonProposed ? ' (proposed: the article names no deadline)' : '';
  return [
    { name: 'Kind', value: d.kind === 'binary' ? 'YES or NO' : `${d.kind}: ${d.outcomes.join(', ')}` },
    { name: 'Closes', value: `${moment(d.closesAt, when)}${proposed}` },
    { name: 'Answer expected', value: moment(d.resolvesBy, when) },
    ...(d.tags.length > 0 ? [{ name: 'Tags', value: d.tags.join(', ') }] : []),
    ...(d.question === null ? [] : [{ name: 'Asked as', value: `Q${d.question}` }]),
    ...(d.decidedBy
      ? [{ name: 'Decided by', value: [{ kind: 'member' as const, name: d.decidedBy.name }] }]
      : []),
    ...(d.reason ? [{ name: 'Reason', value: d.reason }] : []),
  ];
}

function notes(d: DraftView): Block[] {
  const list = (title: string, lines: readonly string[]): Block[] =>
    lines.length === 0
      ? []
      : [{ kind: 'text', text: [{ kind: 'bold', text: title }, ...lines.map((line) => `\n• ${line}`)] }];
  return [
    ...list('To decide', d.needs),
    ...list('The reviewer found', d.findings),
    ...list(
      'Nearly the same',
      d.similar.map((q) => `Q${q.number} ${q.title}`),
    ),
  ];
}

function decisions(d: DraftView): Button[] {
  const id = String(d.number);
  return [
    {
      kind: 'press',
      label: 'Approve',
      style: 'good',
      press: { command: 'drafts approve', args: { drafts: id } },
    },
    {
      kind: 'press',
      label: 'Edit…',
      style: 'plain',
      press: { command: 'drafts edit', args: { draft: id } },
      form: true,
    },
    {
      kind: 'press',
      label: 'Reject…',
      style: 'danger',
      press: { command: 'drafts reject', args: { draft: id } },
      form: true,
    },
  ];
}

/** A page of the review queue. */
export function draftsView(r: DraftsReceipt, status: DraftsInput['status'], when: When): View {
  const title = { pending: 'Drafts to decide on', approved: 'Approved drafts', rejected: 'Rejected drafts' }[
    status
  ];
  if (r.drafts.length === 0) {
    return {
      title,
      tone: 'neutral',
      blocks: [{ kind: 'text', text: 'None. Hand in a text, link or file with /article.' }],
    };
  }
  const ready = r.drafts.filter(
    (d) => d.status === 'pending' && d.needs.length === 0 && d.findings.length === 0,
  );
  const all = ready.map((d) => d.number).join(' ');
  return {
    title,
    tone: 'info',
    blocks: [
      ...r.drafts.flatMap((d, i): Block[] => [
        ...(i === 0 ? [] : [{ kind: 'divider' as const }]),
        ...draftBlocks(d, when),
      ]),
      ...(ready.length > 1 && all.length < 60
        ? [
            {
              kind: 'buttons' as const,
              buttons: [
                {
                  kind: 'press' as const,
                  label: `Approve the ${ready.length} that need nothing`,
                  style: 'good' as const,
                  press: { command: 'drafts approve', args: { drafts: all } },
                },
              ],
            },
          ]
        : []),
      ...pageButtons('drafts list', { status }, r.page, r.pages),
    ],
    footer: `${count(r.total, 'draft')}, page ${r.page} of ${r.pages}. Several at once: /drafts approve 3 4 5`,
  };
}

/** Which drafts became questions, and which could not and why. */
export function approvedView(r: ApproveDraftsReceipt, announced: boolean): View {
  return {
    title:
      r.approved.length === 0 ? 'Nothing was approved' : `${count(r.approved.length, 'question')} opened`,
    tone: r.refused.length > 0 ? 'warn' : 'good',
    blocks: [
      ...(r.approved.length === 0
        ? []
        : [
            {
              kind: 'facts' as const,
              facts: r.approved.map((a) => ({
                name: `D${a.draft} → Q${a.question.number}`,
                value: a.question.title,
              })),
            },
          ]),
      ...(r.refused.length === 0
        ? []
        : [
            {
              kind: 'facts' as const,
              facts: r.refused.map((x) => ({ name: `D${x.draft} not approved`, value: x.why })),
            },
          ]),
      ...(r.approved.length === 0
        ? []
        : [
            {
              kind: 'text' as const,
              text: announced
                ? 'They are being announced with forecast buttons.'
                : 'No channel for announcements is set (/setup); /post Q7 shows a question to everyone here.',
            },
            {
              kind: 'buttons' as const,
              buttons: r.approved.slice(0, 5).map((a) => openButton(a.question.number)),
            },
          ]),
    ],
  };
}

const openButton = (number: number): Button => ({
  kind: 'press',
  label: `Open Q${number}`,
  style: 'plain',
  press: { command: 'question', args: { question: String(number) } },
});
