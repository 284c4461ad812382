import { createHash } from 'node:crypto';
import {
  type Article,
  ArticleError,
  type ArticleInput,
  type FetchOptions,
  type Proposal,
  type Proposed,
  type ProposeOptions,
  proposeDrafts,
  readArticle,
} from '../articles/index.ts';
import type { DraftView } from './core/drafts.ts';
import { Refusal } from './core/refusal.ts';
import type { Call } from './core/types.ts';
import type { Db, Tx } from './db.ts';
import { draftInclude, draftViews, keepFindings } from './draftRow.ts';
import { faultOf } from './faults.ts';
import { notify } from './notices.ts';
import { refusalCodes } from './refusalCodes.ts';

export type AddArticleInput = {
  source:
    | { text: string }
    | { url: string }
    | { file: { name: string; contentType: string | null; bytes: Uint8Array } };
  publishedAt: string | null;
};

export type AddArticleReceipt = {
  article: {
    /** Null when nothing was found and nothing stored. */
    id: number | null;
    title: string;
    publishedAt: string | null;
    url: string | null;
  };
  drafts: readonly DraftView[];
  /** True when the same text had been handed in before. */
  known: boolean;
  by: 'rules' | 'model';
  /** Why the model was not used although it is configured. */
  reason: string | null;
  /** With no claims: the sentences that came nearest. */
  nearest: readonly string[];
};

/** How articles are fetched and read here: tests and operators may set it, members may not. */
export interface Reading {
  readonly fetch?: FetchOptions;
  readonly propose?: ProposeOptions;
}

/** Stores an article (text, file or fetched URL), finds its claims and puts a draft for each in the queue. */
export async function addArticle(
  db: Db,
  call: Call,
  input: AddArticleInput,
  reading: Reading = {},
): Promise<AddArticleReceipt> {
  const article = await read(input, reading);
  const sha256 = createHash('sha256').update(article.text).digest('hex');
  const known = await knownArticle(db, call, sha256);
  if (known) return known;
  // Minutes may pass here while a model reads: no transaction is open meanwhile.
  const proposed = await proposeDrafts(article, call.now, reading.propose);
  if (proposed.claims.length === 0) {
    return { ...receiptOf(article, null), drafts: [], known: false, ...how(proposed) };
  }
  try {
    const { id, drafts } = await db.transaction((tx) => store(tx, call, article, sha256, proposed));
    return { ...receiptOf(article, id), drafts, known: false, ...how(proposed) };
  } catch (error) {
    // Handed in twice at once: the other one stored it.
    const stored = faultOf(error) === 'duplicate' ? await knownArticle(db, call, sha256) : null;
    if (stored) return stored;
    throw error;
  }
}

const titleOf = (article: Article): string =>
  article.title ?? article.url ?? `${article.text.trim().slice(0, 60)}…`;

const receiptOf = (article: Article, id: number | null) => ({
  article: { id, title: titleOf(article), publishedAt: article.publishedAt, url: article.url },
});

const how = ({ by, reason, nearest }: Proposed) => ({ by, reason, nearest });

async function read(input: AddArticleInput, { fetch }: Reading): Promise<Article> {
  try {
    return await readArticle(handedIn(input), fetch);
  } catch (error) {
    if (error instanceof ArticleError) throw new Refusal(refusalCodes[error.code], error.message, error.hint);
    throw error;
  }
}

function handedIn({ source, publishedAt }: AddArticleInput): ArticleInput {
  const when = publishedAt === null ? {} : { publishedAt };
  if ('text' in source) return { kind: 'text', text: source.text, ...when };
  if ('url' in source) return { kind: 'url', url: source.url, ...when };
  const { name, contentType, bytes } = source.file;
  return { kind: 'file', name, contentType: contentType ?? '', bytes, ...when };
}

async function knownArticle(db: Db, { actor }: Call, sha256: string): Promise<AddArticleReceipt | null> {
  const { communityId } = actor;
  const row = await db.client.article.findUnique({
    where: { communityId_sha256: { communityId, sha256 } },
    include: { drafts: { include: draftInclude, orderBy: { number: 'asc' } } },
  });
  if (!row) return null;
  const { id, title, publishedAt, url } = row;
  return {
    article: { id, title, publishedAt, url },
    drafts: await draftViews(db.client, actor, row.drafts),
    known: true,
    by: 'rules',
    reason: null,
    nearest: [],
  };
}

async function store(
  tx: Tx,
  { actor, now }: Call,
  article: Article,
  sha256: string,
  { claims }: Proposed,
): Promise<{ id: number; drafts: DraftView[] }> {
  const { communityId, memberId } = actor;
  const title = titleOf(article);
  const { id } = await tx.article.create({
    data: { ...article, title, communityId, sha256, addedById: memberId, createdAt: now },
  });
  const { nextDraft } = await tx.community.update({
    where: { id: communityId },
    data: { nextDraft: { increment: claims.length } },
  });
  const first = nextDraft - claims.length;
  for (const [i, proposal] of claims.entries()) {
    const claimId = await storeClaim(tx, id, proposal);
    await tx.draft.create({
      data: {
        communityId,
        number: first + i,
        articleId: id,
        claimId,
        body: JSON.stringify(proposal.draft),
        findings: keepFindings(proposal.findings),
        createdAt: now,
      },
    });
  }
  await tx.audit.create({
    data: { communityId, memberId, act: 'add-article', subject: `article:${id}`, at: now },
  });
  // An admin who hands an article in has the drafts before them.
  if (!actor.admin) {
    await notify(tx, {
      communityId,
      key: `drafts:${communityId}:${id}`,
      kind: 'drafts.waiting',
      payload: { count: claims.length, article: title },
      audience: 'admins',
      dueAt: now,
    });
  }
  const rows = await tx.draft.findMany({
    where: { articleId: id },
    include: draftInclude,
    orderBy: { number: 'asc' },
  });
  return { id, drafts: await draftViews(tx, actor, rows) };
}

/** A claim stands at one place of the text; several drafts may come of it. */
async function storeClaim(tx: Tx, articleId: number, { claim }: Proposal): Promise<number> {
  const { start, end, quote, speaker } = claim;
  const { id } = await tx.claim.upsert({
    where: { articleId_start_end: { articleId, start, end } },
    create: { articleId, start, end, quote, speaker, found: JSON.stringify(claim) },
    update: {},
  });
  return id;
}
