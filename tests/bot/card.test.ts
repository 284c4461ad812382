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

  it('what the outcomes were', async () => {
    const heard = await chat.say('admin Ina', '/outcome add Q2 Somebody else');
    expect(heard.text).toContain('the outcomes were “Apple, Google”');
  });
});
