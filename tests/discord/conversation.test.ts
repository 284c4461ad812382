import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Answered, flat, openTown, type Town } from './town.ts';

const day = 24 * 3_600_000;
let now = new Date('2026-11-22T12:00:00Z');
let town: Town;
beforeAll(async () => {
  town = await openTown({ clock: () => now });
});
afterAll(() => town.close());
afterEach(() => {
  expect(town.proxy.wrong).toEqual([]);
  expect(town.logged.filter((line) => line.level >= 50)).toEqual([]);
});
const wait = (days: number) => {
  now = new Date(now.getTime() + days * day);
};
const article =
  'The national weather service expects that Vienna will see snow before 24 December 2026. Analysts at Example ' +
  'Research predict that inflation in the euro area will fall below 2 percent by March 2027.';
const inflation = 'Will inflation in the euro area fall below 2 percent by March 31, 2027?';

describe('from an article to a leaderboard, all by slash commands, completions, forms and buttons', () => {
  it('an admin hands an article in, edits one draft in a form and approves the other by a button', async () => {
    const drafted = await town.slash('ann', 'article', { text: article, published: '22 Nov 2026' });
    expect(drafted.private).toBe(true);
    expect(drafted.text).toContain('D1 Will Vienna see snow by December 24, 2026?');
    expect(drafted.text).toContain(`D2 ${inflation}`);

    const edit = await town.press('ann', drafted, 'Edit…', 0);
    const known = flat(edit.modal.components).find((c) => c.custom_id === 'title');
    expect(known.value).toBe('Will Vienna see snow by December 24, 2026?');
    const edited = await town.submit('ann', edit, { title: 'Will snow lie in Vienna by December 24, 2026?' });
    expect(edited.text).toContain('Will snow lie in Vienna');

    const queue = await town.press('ann', drafted, 'Review queue');
    const approved = await town.press('ann', queue, 'Approve', 1);
    expect(approved.text).toContain(`**D2 → Q1** ${inflation}`);
  });

  it('the message menu finds predictions too', async () => {
    const found = await town.interact('ann', 2, {
      id: '1',
      name: 'Find predictions',
      type: 3,
      target_id: '55',
      resolved: { messages: { '55': { id: '55', content: article.replaceAll('Vienna', 'Graz') } } },
    });
    expect(found.text).toContain('Will Graz see snow');
  });

  it('members find the question by typing a word of it and forecast in a form', async () => {
    const offered = await town.typing('bob', 'forecast', { question: 'inflation' }, 'question');
    expect(offered).toEqual([{ name: `Q1 ${inflation}`, value: 'Q1' }]);
    const [reading] = await town.typing(
      'bob',
      'forecast',
      { question: 'Q1', probability: '7/10' },
      'probability',
    );
    expect(reading).toMatchObject({ value: '7/10', name: expect.stringContaining('70%') });

    const form = await town.slash('bob', 'forecast', { question: 'Q1' });
    const receipt = await town.submit('bob', form, {
      probability: '7/10',
      reason: 'Energy is cheap @everyone',
    });
    expect(receipt.private).toBe(true);
    expect(receipt.text).toContain('**70% YES**');
  });

  it('and bet, choosing the outcome from what is offered', async () => {
    wait(1);
    expect(await town.typing('cy', 'bet', { question: 'Q1', outcome: 'n' }, 'outcome')).toContainEqual(
      expect.objectContaining({ value: 'NO' }),
    );
    const bet = await town.slash('cy', 'bet', { question: 'Q1', outcome: 'NO', points: '50' });
    expect(bet.text).toContain('shares of NO');
    expect(bet.text).toContain('950 points');
  });

  it('and change their minds by one press on the card', async () => {
    const card = await town.slash('bob', 'question', { question: 'Q1' });
    expect(card.text).not.toContain('@everyone');
    const quick = await town.press('bob', card, '90%');
    expect(quick.text).toContain('~~70%~~ → **90% YES**');
  });

  it('nobody but an admin resolves, whatever is pressed', async () => {
    wait(1);
    const refused = await town.slash('bob', 'resolve', { question: 'Q1', answer: 'YES' });
    expect(refused.private).toBe(true);
    expect(refused.text).toContain('for admins');
    const forged = await town.interact('bob', 3, {
      custom_id: 'yresolve?question=1&answer=YES',
      component_type: 2,
    });
    expect(forged.private).toBe(true);
    expect(forged.text).toContain('for admins');
  });

  it('an admin resolves for everyone to see, and a leaderboard stands', async () => {
    const resolved = await town.slash('ann', 'resolve', { question: 'Q1', answer: 'YES' });
    expect(resolved.private).toBe(false);
    expect(resolved.text).toMatch(/1 {2}Bob {5}0\.1/);

    const mine = await town.press('bob', resolved, 'My score');
    expect(mine.private).toBe(true);
    // Half the time at 70%, half at 90%: (0.18 + 0.02) / 2, computed by hand.
    expect(mine.text).toContain('**Brier score** 0.100');

    const board: Answered = await town.press('bob', resolved, 'Leaderboard');
    expect(board.private).toBe(false);
    expect(board.text).toContain('Bob');
    expect(board.text).toContain('provisional');

    const card = await town.slash('bob', 'me');
    expect(card.private).toBe(true);
    expect(card.files.map((file) => file.name)).toEqual(['chart-1.png']);
    expect(card.data.attachments[0].description).toContain('70% came true 100% (1); 90% came true 100% (1)');
  });

  it('the user menu shows the record of another', async () => {
    const record = await town.interact('ann', 2, {
      id: '1',
      name: 'Track record',
      type: 2,
      target_id: town.people.bob,
      resolved: { users: { [town.people.bob]: { id: town.people.bob, username: 'Bob' } } },
    });
    expect(record.text).toContain('Bob');
    expect(record.text).toContain('0.100');
  });
});

describe('another server', () => {
  it('sees nothing of the first, whatever ids it presses', async () => {
    expect(await town.typing('dora', 'forecast', { question: 'inflation' }, 'question')).toEqual([]);
    expect((await town.slash('dora', 'question', { question: 'Q1' })).text).toContain(
      'There is no question Q1',
    );
    const pressed = await town.interact('dora', 3, { custom_id: 'rexplain?question=1', component_type: 2 });
    expect(pressed.text).not.toContain('inflation');
    const board = await town.slash('dora', 'leaderboard');
    expect(board.text).not.toContain('Bob');
  });
});

describe('settling in', () => {
  it('an admin is guided through the setting up, others are sent to one', async () => {
    const setup = await town.slash('ann', 'setup');
    expect(setup.private).toBe(true);
    expect(flat(setup.data.components).filter((c) => c.type === 2).length).toBeGreaterThan(2);
    expect((await town.slash('bob', 'setup')).text).toContain('Ask Ann');
  });

  it('help fits one card', async () => {
    const help = await town.slash('bob', 'help');
    expect(help.text).toContain('/forecast');
    expect(help.text).not.toContain('did not fit');
  });
});
