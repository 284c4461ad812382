import { beforeAll, expect, it } from 'vitest';
import { describeBothEngines } from '../support/database.ts';
import { type Chat, chatOver } from './support/chat.ts';

/** Written for this test. */
const article = `The compute report

Training runs will cost more than ten billion dollars each by the end of 2027, Maria Lopez of Northwind Research said on Monday. I expect at least three laboratories to publish open weights that match closed models by 2028.

Ferries ran late last year. The number of data centres in the region will double by 2029, according to Northwind Research.`;

const start = new Date('2026-11-22T12:00:00Z');
const days = (n: number): Date => new Date(start.getTime() + n * 86_400_000);

describeBothEngines('from an article to a Brier leaderboard', (open) => {
  let chat: Chat;
  beforeAll(async () => {
    chat = chatOver(await open(), start);
    await chat.say('admin Ina', '/settings channels announcements:here');
  });

  it('finds the predictions of a pasted article and keeps their drafts from those who are no admins', async () => {
    const pasted = await chat.say('Ada', `/article published:"12 Nov 2026" ${article}`);
    expect(pasted.visibility).toBe('private');
    expect(pasted.text).toMatch(/^\d drafts from “The compute report”/);
    expect(pasted.text).toContain('An admin decides which of them are asked.');
    expect(pasted.text).not.toContain('[Approve]');
    const refused = await chat.say('Ada', '/drafts');
    expect(refused.text).toContain('/drafts list is for admins.');
    expect(refused.text).toContain('Ask admin Ina.');
  });

  it('shows the queue to an admin, who approves two at once', async () => {
    const queue = await chat.say('admin Ina', '/drafts');
    expect(queue.text).toContain(
      '“Training runs will cost more than ten billion dollars each by the end of 2027',
    );
    const approved = await chat.say('admin Ina', '/drafts approve 1 2');
    expect(approved.text).toContain('2 questions opened');
    expect(approved.text).toContain('They are being announced');
    const again = await chat.say('admin Ina', '/drafts approve D1');
    expect(again.text).toContain('Nothing was approved');
  });

  it('edits and rejects a draft by forms', async () => {
    const shown = await chat.say('admin Ina', '/drafts show 3');
    const editing = await chat.press('admin Ina', shown, 'Edit…');
    expect(editing.form?.fixed).toEqual({ draft: '3' });
    expect(editing.form?.fields.find((f) => f.name === 'title')?.value).toContain('data centres');
    const edited = await chat.submit('admin Ina', editing.form, { closes: '31 Dec 2028' });
    expect(edited.text).toContain('Closes: Sunday 31 December 2028, 23:59 (UTC)');
    const rejecting = await chat.press('admin Ina', shown, 'Reject…');
    const rejected = await chat.submit('admin Ina', rejecting.form, { reason: 'no source counts them' });
    expect(rejected.text).toContain('Draft D3 rejected');
    expect(rejected.text).toContain('Reason: no source counts them');
  });

  it('takes forecasts and bets of three people by text, button and form', async () => {
    const card = await chat.say('Ada', '/question Q1');
    expect(card.text).toContain('“Training runs will cost');
    expect((await chat.press('Ada', card, '90%')).text).toContain('Your forecast: 90% YES');
    const exact = await chat.press('Bob', card, 'Exact…');
    const bob = await chat.submit('Bob', exact.form, { probability: '1 in 5', stake: '10%' });
    expect(bob.text).toContain('Your forecast: 20% YES (you wrote “1 in 5”)');
    expect(bob.text).toMatch(/You bought [\d.]+ shares of NO/);
    const bet = await chat.press('Cleo', card, 'Bet…');
    expect(bet.form?.fields.map((f) => f.name)).toContain('points');
    const cleo = await chat.submit('Cleo', bet.form, { outcome: 'yes', points: '40' });
    expect(cleo.text).toMatch(/You bought [\d.]+ shares of YES for 40 points/);
    expect(cleo.text).toContain('the price that you left counts as one');
  });

  it('resolves and ranks them by scores that can be checked by hand', async () => {
    chat.now = days(10);
    const resolved = await chat.say('admin Ina', '/resolve Q1 YES because the accounts were published');
    expect(resolved.text).toMatch(/1 \| Ada \| 0\.020 \|/);
    expect(resolved.text).toMatch(/3 \| Bob \| 1\.280 \|/);
    const board = await chat.say('Ada', '/leaderboard');
    expect(board.text).toMatch(/\| Ada \| 0\.020 \|/);
    expect(board.text).toMatch(/\| Bob \| 1\.280 \|/);
    const explained = await chat.press('Bob', resolved, 'My score');
    expect(explained.text).toContain('10 days | 20% | 1.280');
    expect(explained.text).toContain('Coverage: 100%');
    expect(chat.log).toEqual([]);
  });
});
