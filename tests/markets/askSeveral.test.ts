import { expect, it } from 'vitest';
import { askSeveral } from '../../src/markets/askSeveral.ts';
import { describeBothEngines } from '../support/database.ts';
import { by } from '../support/people.ts';
import { asking, differences } from '../support/questions.ts';
import { newWorld } from '../support/world.ts';

describeBothEngines('several questions asked in one', (open) => {
  it('are all there, in one group, and once', async () => {
    const db = await open();
    const w = await newWorld(db);
    const call = by(w.admin);
    const input = asking({ title: 'Who will open an office here?', outcomes: ['Apple', 'Google'] });
    const opened = await askSeveral(db, call, input);
    expect(opened.map(({ kind, title }) => [kind, title])).toEqual([
      ['binary', 'Who will open an office here? Apple'],
      ['binary', 'Who will open an office here? Google'],
    ]);
    expect(await askSeveral(db, call, input)).toEqual(opened);
    expect(await db.client.question.count({ where: { groupKey: call.key } })).toBe(2);
    expect(await differences(db)).toEqual([]);
  });

  it('leave nothing behind when one of them is refused', async () => {
    const db = await open();
    const w = await newWorld(db);
    const questions = await db.client.question.count();
    const postings = await db.client.posting.count();
    const title = `Who will ${'really '.repeat(38)}come?`;
    const refused = askSeveral(db, by(w.admin), asking({ title, outcomes: ['Apple', 'x'.repeat(80)] }));
    await expect(refused).rejects.toThrow('A title may have 300 characters at most.');
    expect(await db.client.question.count()).toBe(questions);
    expect(await db.client.posting.count()).toBe(postings);
  });
});
