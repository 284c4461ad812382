import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type DueWork, startDue } from '../../src/bot/due.ts';
import { openTown, type Town, textOf } from './town.ts';

const day = 24 * 3_600_000;
let now = new Date('2026-11-22T12:00:00Z');
let town: Town;
let due: DueWork;
beforeAll(async () => {
  town = await openTown({ clock: () => now });
  // Far apart: the tests say when a round is.
  due = startDue(town.app, [town.platform], 3_600_000);
});
afterAll(async () => {
  await due.stop();
  await town.close();
});
afterEach(() => expect(town.proxy.wrong).toEqual([]));

const cards = async (channel = '2001') =>
  (await town.messages(channel)).map((m) => ({ id: m.id, text: textOf(m) }));
const found = async (words: string, channel?: string) =>
  (await cards(channel)).filter((card) => card.text.includes(words));

describe('what is due, on Discord', () => {
  it('announces a new question with its card and a thread of its own', async () => {
    await town.slash('ann', 'settings channels', { announcements: '<#2001>', threads: true });
    await town.slash('bob', 'ask', {
      title: 'Will it snow by Christmas?',
      closes: '25 Dec 2026',
      kind: 'binary',
    });
    const before = (await cards()).length;
    await due.round();
    const after = await cards();
    expect(after.length).toBe(before + 1);
    expect(after.at(-1)?.text).toContain('Q1 Will it snow by Christmas?');
    const [thread] = await town.twin.channel('2001').getThreads();
    expect(thread).toMatchObject({ name: 'Q1 Will it snow by Christmas?' });
    await due.round();
    expect((await cards()).length).toBe(before + 1);
  });

  it('keeps the card up to date', async () => {
    const [card] = (await cards()).slice(-1);
    await town.slash('bob', 'forecast', { question: 'Q1', probability: '85%' });
    await due.round();
    const again = (await cards()).find((one) => one.id === card?.id);
    expect(again?.text).not.toBe(card?.text);
    expect(again?.text).toContain('85%');
  });

  it('tells of a resolution in the channel and each forecaster their score in private', async () => {
    now = new Date(now.getTime() + 10 * day);
    await town.slash('ann', 'resolve', { question: 'Q1', answer: 'NO' });
    await due.round();
    const told = await found('Your score', `9${town.people.bob.slice(1)}`);
    expect(told.length + (await found('Brier', `9${town.people.bob.slice(1)}`)).length).toBeGreaterThan(0);
    expect((await found('Resolved NO')).length).toBeGreaterThan(0);
  });

  it('gives up on a channel that was deleted, and says so once in the log', async () => {
    await town.slash('ann', 'settings channels', { announcements: '<#2999>' });
    await town.slash('bob', 'ask', { title: 'Will it rain?', closes: '25 Dec 2027', kind: 'binary' });
    await due.round();
    await due.round();
    const lines = town.logged.filter((line) => 'why' in line && line.why === 'The channel was deleted.');
    expect(lines.length).toBe(1);
  });
});
