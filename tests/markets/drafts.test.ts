import { beforeAll, expect, it } from 'vitest';
import { addArticle } from '../../src/markets/addArticle.ts';
import { approveDrafts } from '../../src/markets/approveDrafts.ts';
import type { Actor } from '../../src/markets/core/types.ts';
import { draft } from '../../src/markets/draft.ts';
import { drafts } from '../../src/markets/drafts.ts';
import { editDraft } from '../../src/markets/editDraft.ts';
import { rejectDraft } from '../../src/markets/rejectDraft.ts';
import { describeBothEngines, type TestDb } from '../support/database.ts';
import { by, day0, newCommunity, newMember } from '../support/people.ts';
import { differences } from '../support/questions.ts';

/** Of our own writing; `salt` makes another article of it. */
const article = (salt: string) => `Harbour notes ${salt}

The port authority published its plans on Monday. Lindholm Shipping will open a second container terminal in Rotterdam by
the end of 2027. Traffic on the river fell last year.

"We expect freight rates to drop below $1,500 a container by June 2027," said Mara Lindholm, who runs the company.
`;

describeBothEngines('articles and drafts', (open) => {
  let db: TestDb;
  let boss: Actor;
  let ann: Actor;
  beforeAll(async () => {
    db = await open();
    const community = await newCommunity(db);
    boss = await newMember(db, community, 'Boss', { admin: true });
    ann = await newMember(db, community, 'Ann');
  });
  const hand = (actor: Actor, salt: string) =>
    addArticle(db, by(actor), { source: { text: article(salt) }, publishedAt: '2026-11-20' });

  it('keeps an article, its claims and a draft for each, numbered', async () => {
    const { article: kept, drafts: made, known } = await hand(ann, 'one');
    expect(known).toBe(false);
    expect(made.length).toBeGreaterThanOrEqual(2);
    expect(made.map((d) => d.number)).toEqual(made.map((_, i) => i + 1));
    const row = await db.client.article.findUniqueOrThrow({
      where: { id: kept.id ?? 0 },
      include: { claims: true },
    });
    for (const claim of row.claims) expect(row.text.slice(claim.start, claim.end)).toBe(claim.quote);
    expect(made.some((d) => d.speaker?.includes('Lindholm'))).toBe(true);
    expect(made.every((d) => d.closesAt > day0 && d.resolvesBy > d.closesAt)).toBe(true);
    expect(await db.client.notice.count({ where: { kind: 'drafts.waiting' } })).toBe(1);
  });

  it('knows an article that comes again, also twice at once', async () => {
    const again = await hand(boss, 'one');
    expect(again.known).toBe(true);
    const both = await Promise.all([hand(boss, 'two'), hand(boss, 'two')]);
    expect(new Set(both.map((r) => r.article.id)).size).toBe(1);
    expect(both.map((r) => r.drafts.map((d) => d.number))).toEqual([
      both[0]?.drafts.map((d) => d.number),
      both[0]?.drafts.map((d) => d.number),
    ]);
  });

  it('stores nothing of what holds no prediction, and says what came nearest', async () => {
    const before = await db.client.article.count();
    const receipt = await addArticle(db, by(ann), {
      source: { text: 'The bridge was built in 1932. It is painted green. People like to walk over it.' },
      publishedAt: null,
    });
    expect(receipt.article.id).toBeNull();
    expect(receipt.drafts).toEqual([]);
    expect(await db.client.article.count()).toBe(before);
  });

  it('refuses what cannot be read in one sentence', async () => {
    const hand = (text: string) => addArticle(db, by(ann), { source: { text }, publishedAt: null });
    await expect(hand('   ')).rejects.toMatchObject({ name: 'Refusal', code: 'not-understood' });
    await expect(
      addArticle(db, by(ann), { source: { url: 'http://127.0.0.1:1/x' }, publishedAt: null }),
    ).rejects.toMatchObject({ name: 'Refusal', code: 'not-allowed' });
  });

  it('edits words and dates, reads them again, and counts what was edited as decided', async () => {
    const [first] = (await drafts(db, by(boss), { status: 'pending', articleId: null, page: 1, pageSize: 5 }))
      .drafts;
    if (!first) throw new Error('no draft');
    const closesAt = new Date('2027-05-01T12:00:00Z');
    const gap = first.resolvesBy.getTime() - first.closesAt.getTime();
    const edited = await editDraft(db, by(boss), {
      draft: first.number,
      closesAt,
      tags: ['Ports ', 'trade'],
    });
    expect(edited).toMatchObject({
      closesAt,
      horizonProposed: false,
      version: first.version + 1,
      tags: ['ports', 'trade'],
    });
    expect(edited.resolvesBy.getTime() - closesAt.getTime()).toBe(gap);
    const vague = await editDraft(db, by(boss), {
      draft: first.number,
      title: 'Will it be significant soon?',
    });
    expect(vague.findings.length).toBeGreaterThan(0);
    await expect(
      editDraft(db, by(boss), { draft: first.number, resolvesBy: new Date('2027-01-01') }),
    ).rejects.toMatchObject({ code: 'out-of-range' });
    await expect(editDraft(db, by(boss), { draft: first.number, title: ' ' })).rejects.toMatchObject({
      code: 'not-understood',
    });
  });

  it('lets nobody but admins decide', async () => {
    await expect(editDraft(db, by(ann), { draft: 1, title: 'Mine?' })).rejects.toMatchObject({
      code: 'not-allowed',
      hint: expect.stringContaining('Boss'),
    });
    await expect(rejectDraft(db, by(ann), { draft: 1, reason: 'no' })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('rejects once, keeps who and why, and refuses every change afterwards', async () => {
    const rejected = await rejectDraft(db, by(boss), { draft: 2, reason: 'Settled already.' });
    expect(rejected).toMatchObject({
      status: 'rejected',
      reason: 'Settled already.',
      decidedBy: { name: 'Boss' },
    });
    await expect(rejectDraft(db, by(boss), { draft: 2, reason: 'again' })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await expect(editDraft(db, by(boss), { draft: 2, title: 'Will it still change?' })).rejects.toMatchObject(
      {
        code: 'wrong-state',
      },
    );
    expect((await draft(db, by(boss), { draft: 2 })).title).toBe(rejected.title);
    const waiting = await drafts(db, by(boss), { status: 'pending', articleId: null, page: 99, pageSize: 2 });
    expect(waiting.page).toBe(waiting.pages);
    expect(waiting.drafts.map((d) => d.number)).not.toContain(2);
  });

  it('publishes a draft once, however often and at once it is approved', async () => {
    const { drafts: made } = await hand(ann, 'three');
    const [one] = made;
    if (!one) throw new Error('no draft');
    const before = await db.client.question.count();
    const results = await Promise.all(
      [1, 2, 3].map(() => approveDrafts(db, by(boss), { drafts: [one.number, one.number] })),
    );
    expect(results.flatMap((r) => r.approved)).toHaveLength(1);
    expect(results.flatMap((r) => r.refused.map((x) => x.why))).toEqual([
      expect.stringContaining('approved already'),
      expect.stringContaining('approved already'),
    ]);
    expect(await db.client.question.count()).toBe(before + 1);
    const [published] = results.flatMap((r) => r.approved);
    expect(published?.question).toMatchObject({
      title: one.title,
      state: 'open',
      quote: one.quote,
      closesAt: one.closesAt,
    });
    expect(await draft(db, by(boss), { draft: one.number })).toMatchObject({
      status: 'approved',
      question: published?.question.number,
      decidedBy: { name: 'Boss' },
    });
    await expect(
      editDraft(db, by(boss), { draft: one.number, title: 'Will it change?' }),
    ).rejects.toMatchObject({
      code: 'wrong-state',
    });
    await expect(rejectDraft(db, by(boss), { draft: one.number, reason: 'late' })).rejects.toMatchObject({
      code: 'wrong-state',
    });
    expect(await differences(db)).toEqual([]);
  });

  it('gives a delivery that comes again the same question', async () => {
    const { drafts: made } = await hand(ann, 'four');
    const [, two] = made;
    if (!two) throw new Error('no draft');
    const call = by(boss);
    const first = await approveDrafts(db, call, { drafts: [two.number] });
    const again = await approveDrafts(db, call, { drafts: [two.number] });
    expect(again.approved[0]?.question.number).toBe(first.approved[0]?.question.number);
    expect(again.refused).toEqual([]);
  });

  it('approves several, each by itself, and says why one is refused', async () => {
    const { drafts: made } = await hand(ann, 'five');
    const numbers = made.map((d) => d.number);
    const { approved, refused } = await approveDrafts(db, by(boss), { drafts: [...numbers, 999] });
    expect(approved.map((a) => a.draft)).toEqual(numbers);
    expect(refused).toEqual([{ draft: 999, why: expect.stringContaining('no draft D999') }]);
    await expect(approveDrafts(db, by(ann), { drafts: numbers })).rejects.toMatchObject({
      code: 'not-allowed',
    });
  });

  it('marks a draft that asks nearly what a question asks', async () => {
    const { drafts: made } = await hand(boss, 'six');
    expect(made[0]?.similar.length).toBeGreaterThan(0);
  });

  it('keeps a draft from being published before what it leaves open is decided', async () => {
    const { drafts: made } = await hand(ann, 'seven');
    const [one] = made;
    if (!one) throw new Error('no draft');
    const row = await db.client.draft.findFirstOrThrow({
      where: { communityId: boss.communityId, number: one.number },
    });
    const needs = [{ field: 'threshold', why: 'Say how much is enough.' }];
    await db.transaction((tx) =>
      tx.draft.update({
        where: { id: row.id },
        data: { body: JSON.stringify({ ...JSON.parse(row.body), needs }) },
      }),
    );
    const { refused } = await approveDrafts(db, by(boss), { drafts: [one.number] });
    expect(refused[0]?.why).toContain('Say how much is enough.');
    await editDraft(db, by(boss), { draft: one.number, criteria: `${one.criteria} Enough is 10%.` });
    expect((await approveDrafts(db, by(boss), { drafts: [one.number] })).approved).toHaveLength(1);
  });

  it('shows nothing of it to another community', async () => {
    const stranger = await newMember(db, await newCommunity(db), 'Stranger', { admin: true });
    await expect(draft(db, by(stranger), { draft: 1 })).rejects.toMatchObject({ code: 'not-found' });
    await expect(editDraft(db, by(stranger), { draft: 1, title: 'Taken over?' })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect((await hand(stranger, 'one')).known).toBe(false);
  });
});
