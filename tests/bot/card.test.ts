import { beforeAll, describe, expect, it } from 'vitest';
import type { Db } from '../../src/markets/db.ts';
import { type Chat, chatOver, sqlite } from './support/chat.ts';

const open = sqlite();

describe('a card says', () => {
  let db: Db;
  let chat: Chat;
  beforeAll(async () => {
    db = await open();
    chat = chatOver(db, new Date('2026-11-22T12:00:00Z'));
    await chat.say('admin Ina', '/ask Will the secret be kept? closes:2 Dec 2026 private:yes');
    await chat.say('admin Ina', '/ask Who wins? closes:2 Dec 2026 outcomes:Apple; Google');
  });

  it('that a question is private, and says nothing of it for others', async () => {
    expect((await chat.say('Bob', '/question Q1')).text).toContain('Private: seen in this channel alone');
    expect((await chat.say('Bob', '/question Q2')).text).not.toContain('Private');
  });

  it('how deep a market became', async () => {
    const heard = await chat.say('admin Ina', '/liquidity add Q2 200');
    const [, now, was] = /200 points added\..* is now ([\d.,]+), it was ([\d.,]+)\./.exec(heard.text) ?? [];
    // The house's loss is at most b ln 2: 200 points more let b grow by 200 / ln 2.
    expect(Number(now?.replace(',', '')) - Number(was?.replace(',', ''))).toBeCloseTo(200 / Math.log(2), 0);
    expect(heard.text).toContain('Q2 Who wins?');
  });

  it('the percentiles that were typed, not those that the bins kept', async () => {
    await chat.say('admin Ina', '/ask How many birds? closes:2 Dec 2026 range:0 to 10000');
    await chat.say('Ada', '/forecast Q3 2000 / 4k / 9000');
    const mended = await chat.say('Ada', '/forecast Q3 3000 / 5000 / 9500');
    expect(mended.text).toContain('2,000 / 4,000 / 9,000 → 3,000 / 5,000 / 9,500');
    const card = (await chat.say('Ada', '/question Q3')).text;
    expect(card).toContain('Ada 4,000 → 5,000');
    expect(card).toContain('Your forecast: 3,000 / 5,000 / 9,500');
    // Probabilities of the bins tell percentiles only roughly.
    await chat.say('Bob', '/forecast Q3 0% 0% 10% 20% 20% 20% 20% 10% 0% 0%');
    expect((await chat.say('Bob', '/forecast Q3 3000 / 5000 / 9500')).text).toMatch(
      /about [\d,]+ .* → 3,000/,
    );
  });

  it('and those of dates as of the day they were typed', async () => {
    await chat.say(
      'admin Ina',
      '/ask When will it open? closes:1 Dec 2027 kind:date range:Jan 2027 to Dec 2030',
    );
    await chat.say('Ada', '/forecast Q4 in 100 days / in 200 days / in 300 days');
    const after = chatOver(db, new Date('2026-12-22T12:00:00Z'));
    expect((await after.say('Ada', '/question Q4')).text).toMatch(
      /Your forecast: .*2 Mar 2027 .*10 Jun 2027/,
    );
  });

  it('what the outcomes were', async () => {
    const heard = await chat.say('admin Ina', '/outcome add Q2 Somebody else');
    expect(heard.text).toContain('the outcomes were “Apple, Google”');
  });
});
