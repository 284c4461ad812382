import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ran, sampleCommands } from './samples.ts';
import { flat, openTown, type Town } from './town.ts';

let town: Town;
beforeAll(async () => {
  town = await openTown({ commands: sampleCommands });
});
afterAll(() => town.close());
beforeEach(() => {
  ran.length = 0;
  town.proxy.wrong.length = 0;
});
afterEach(() => expect(town.proxy.wrong).toEqual([]));

const stateOf = (answered: { interaction: { id: string } }) =>
  town.proxy.interactions.get(answered.interaction.id);
const requestsOf = (answered: { interaction: { token: string } }) =>
  town.proxy.seen.filter((s) => s.path.includes(answered.interaction.token)).map((s) => s.method);

describe('a slash command', () => {
  it('is acknowledged as private at once and then filled in', async () => {
    const answered = await town.slash('bob', 'whisper', { text: 'psst @everyone' });
    expect(answered.text).toBe('## Bob whispers\npsst @\u2060everyone \\[discord:2001  false\\]');
    expect(stateOf(answered)).toMatchObject({ type: 5, ephemeral: true });
    expect(requestsOf(answered)).toEqual(['POST', 'PATCH']);
    expect(answered.data.allowed_mentions).toEqual({ parse: [] });
  });

  it('is seen by everyone when it is public', async () => {
    const answered = await town.slash('bob', 'shout', { text: 'hello' });
    expect(stateOf(answered)).toMatchObject({ type: 5, ephemeral: false });
    expect(answered.text).toContain('hello');
  });

  it('knows admins by what Discord says of them now', async () => {
    expect((await town.slash('ann', 'whisper', { text: 'x' })).text).toContain('true');
    expect((await town.slash('bob', 'whisper', { text: 'x' })).text).toContain('false');
  });

  it('that is refused takes its public placeholder back and tells the person alone', async () => {
    const answered = await town.slash('bob', 'refuse');
    expect(requestsOf(answered)).toEqual(['POST', 'DELETE', 'POST']);
    expect(answered).toMatchObject({ private: true });
    expect(answered.text).toContain('You may not.');
    expect(answered.text).toContain('Ask Ann.');
  });

  it('that falls over shows a reference that the log has, and no reason', async () => {
    const answered = await town.slash('bob', 'break');
    expect(answered.private).toBe(true);
    expect(answered.text).not.toContain('secret');
    const reference = /`(\w{8})`/.exec(answered.text)?.[1];
    expect(
      town.logged.find((line) => 'reference' in line && line.reference === reference)?.err?.message,
    ).toBe('the secret reason');
  });

  it('that this program does not have is refused', async () => {
    expect((await town.slash('bob', 'nonsense')).text).toContain('There is no command "nonsense"');
  });
});

describe('a form', () => {
  it('asks for what is missing and runs with what was written', async () => {
    const form = await town.slash('bob', 'whisper');
    expect(form.modal).toMatchObject({ title: 'Whisper', custom_id: 'mwhisper' });
    const answered = await town.submit('bob', form, { text: 'written' });
    expect(answered.text).toContain('written');
    expect(answered.private).toBe(true);
  });

  it('that is sent back empty is asked for again by a button, since Discord opens no form from a form', async () => {
    const form = await town.slash('bob', 'shout');
    const again = await town.submit('bob', form, { text: '  ' });
    expect(again.private).toBe(true);
    const second = await town.press('bob', again, 'Fill in');
    expect(second.modal).not.toBeNull();
    expect((await town.submit('bob', second, { text: 'at last' })).text).toContain('at last');
    expect(ran).toEqual(['shout at last']);
  });

  it('begun by one person is not for another', async () => {
    const form = await town.slash('bob', 'shout');
    const again = await town.submit('bob', form, { text: '' });
    expect((await town.press('cy', again, 'Fill in')).text).toContain('open too long');
  });
});

describe('a button', () => {
  it('runs its command for whoever presses it', async () => {
    const panel = await town.slash('ann', 'panel');
    const answered = await town.press('bob', panel, 'Run');
    expect(answered.text).toContain('Bob whispers');
    expect(answered.private).toBe(true);
  });

  it('opens a form with what is known filled in', async () => {
    const panel = await town.slash('ann', 'panel');
    const form = await town.press('bob', panel, 'Form');
    expect(flat(form.modal.components).find((c) => c.custom_id === 'text')?.value).toBe('old');
    expect((await town.submit('bob', form, { text: 'new' })).text).toContain('new');
    const typed = await town.press('bob', panel, 'Type');
    expect((await town.submit('bob', typed, { text: 'typed' })).text).toContain('typed');
  });

  it('asks first where it was told to, then tells everyone', async () => {
    const panel = await town.slash('ann', 'panel');
    const prompt = await town.press('bob', panel, 'Sure');
    expect(prompt.private).toBe(true);
    expect(prompt.text).toContain('Everybody will hear it.');
    expect(ran).toEqual([]);
    const answered = await town.press('bob', prompt, 'Yes, do it');
    expect(ran).toEqual(['shout done']);
    expect(answered.private).toBe(false);
    expect(answered.text).toContain('done');
    // The question goes away once it is answered.
    await town.until('removal', () => (requestsOf(answered).includes('DELETE') ? true : null));
  });

  it('can be thought better of', async () => {
    const panel = await town.slash('ann', 'panel');
    const prompt = await town.press('bob', panel, 'Sure');
    const id = flat(prompt.data.components).find((c) => c.label === 'No').custom_id;
    const before = town.proxy.seen.length;
    await town.twin.simulateInteraction({
      type: 3,
      channelId: '2001',
      userId: town.people.bob,
      data: { custom_id: id, component_type: 2 },
      ...(prompt.messageId === null ? {} : { messageId: prompt.messageId }),
    });
    await town.until('removal', () =>
      town.proxy.seen.slice(before).some((s) => s.method === 'DELETE') ? true : null,
    );
    expect(ran).toEqual([]);
  });

  it('that is refused leaves the card as it is', async () => {
    const own = await town.slash('bob', 'own');
    const next = await town.press('bob', own, 'Next');
    // The next card stands where the first one stood.
    expect(next.messageId).toBe(own.messageId);
    expect(next.text).toContain('Own 2');
    const refused = await town.press('bob', next, 'Odd');
    expect(refused.private).toBe(true);
    expect(refused.text).toContain('There is no nine.');
    expect(requestsOf(refused)).toEqual(['POST', 'POST']);
    const now = (await town.messages()).find((m) => m.id === own.messageId);
    expect(JSON.stringify(now.components)).toContain('Own 2');
  });

  it('of a public command on a card of one’s own is answered for everyone', async () => {
    const own = await town.slash('bob', 'own');
    const aloud = await town.press('bob', own, 'Aloud');
    expect(aloud.private).toBe(false);
    expect(aloud.messageId).not.toBe(own.messageId);
    expect(aloud.text).toContain('all of you');
  });

  it('confirmed on a card of one’s own is answered in its place', async () => {
    const own = await town.slash('bob', 'own');
    const prompt = await town.press('bob', own, 'Sure');
    const answered = await town.press('bob', prompt, 'Yes, do it');
    expect(answered.text).toContain('Own 7');
    expect(answered.messageId).toBe(prompt.messageId);
  });

  it('turns a public page in place', async () => {
    const first = await town.slash('bob', 'pages');
    const second = await town.press('cy', first, 'Next');
    expect(second.messageId).toBe(first.messageId);
    expect(second.text).toContain('Page 2');
    expect(requestsOf(second)).toEqual(['POST', 'PATCH']);
  });
});

it('a choice from a menu fills its argument', async () => {
  const panel = await town.slash('ann', 'panel');
  expect((await town.choose('bob', panel, 'two')).text).toContain('two');
});

it('menus on messages and people run their commands', async () => {
  const message = {
    id: '55',
    content: 'It will rain by 2027.',
    embeds: [{ title: 'News', description: 'More rain' }],
  };
  const found = await town.interact('bob', 2, {
    id: '1',
    name: 'Find predictions',
    type: 3,
    target_id: '55',
    resolved: { messages: { '55': message } },
  });
  expect(found.text).toContain('It will rain by 2027.');
  const about = await town.interact('bob', 2, {
    id: '1',
    name: 'Track record',
    type: 2,
    target_id: town.people.ann,
    resolved: {
      users: { [town.people.ann]: { id: town.people.ann, username: 'ann', global_name: 'Ann A.' } },
    },
  });
  expect(about.text).toContain('About Ann A.');
});

it('completes what is typed, within what Discord takes', async () => {
  expect(await town.typing('bob', 'pick', { kind: 'a' }, 'kind')).toEqual([{ name: 'An A', value: 'a' }]);
  const [reading] = await town.typing('bob', 'pick', { when: '24 Dec 2030' }, 'when');
  expect(reading?.value).toBe('24 Dec 2030');
  expect(reading?.name).toContain('24 December 2030');
  expect(await town.typing('bob', 'pick', { when: 'x'.repeat(300) }, 'when')).toEqual([]);
  expect(await town.typing('bob', 'nonsense', { what: '' }, 'what')).toEqual([]);
});

it('options of other types arrive as text', async () => {
  expect((await town.slash('bob', 'pick', { flag: true })).text).toContain(
    '\\{"flag":true\\}'.replaceAll('\\', ''),
  );
  expect((await town.slash('bob', 'own', { number: 3 })).text).toContain('Own 3');
});

it('charts are uploaded with their words', async () => {
  const answered = await town.slash('bob', 'picture');
  expect(answered.files.map((file) => file.name)).toEqual(['chart-1.png']);
  expect(answered.files[0]?.bytes.length).toBeGreaterThan(1000);
  expect(answered.data.attachments).toEqual([
    { id: '0', filename: 'chart-1.png', description: 'Nothing yet' },
  ]);
});

describe('an attached file', () => {
  const attach = (command: string, file: object, more: object[] = []) =>
    town.interact('bob', 2, {
      id: '1',
      name: command,
      type: 1,
      options: [{ name: 'file', type: 11, value: '77' }, ...more],
      resolved: { attachments: { '77': { id: '77', ...file } } },
    });

  it('is fetched after the acknowledgement', async () => {
    const url = town.proxy.keepFile('a.txt', new TextEncoder().encode('It will snow.'));
    const answered = await attach('article', {
      filename: 'a.txt',
      content_type: 'text/plain',
      size: 13,
      url,
    });
    expect(answered.text).toContain('a.txt text/plain It will snow.');
  });

  it.each([
    ['too large', { size: 99_000_000, url: 'https://cdn.discordapp.com/a' }, 'larger than 10 MB'],
    ['elsewhere', { size: 1, url: 'http://169.254.169.254/latest' }, 'does not lie where'],
    ['no address', { size: 1, url: 'nonsense' }, 'does not lie where'],
  ])('that is %s is refused in words', async (_, file, words) => {
    const answered = await attach('article', { filename: 'a.txt', ...file });
    expect(answered.text).toContain(words);
  });

  it('that is gone is refused in words', async () => {
    const url = town.proxy.keepFile('b.txt', new Uint8Array()).replace('b.txt', 'missing.txt');
    expect((await attach('article', { filename: 'b.txt', size: 1, url })).text).toContain(
      'could not be fetched',
    );
  });

  it('stays while a form asks for the rest', async () => {
    const url = town.proxy.keepFile('c.txt', new TextEncoder().encode('The box'));
    const ask = await attach('label', { filename: 'c.txt', size: 7, url });
    const form = await town.press('bob', ask, 'Fill in');
    expect((await town.submit('bob', form, { words: 'heavy' })).text).toContain('The box is heavy');
  });
});

it('a text too long for a form is kept beside it', async () => {
  const long = 'word '.repeat(1100);
  const form = await town.slash('bob', 'whisper', { text: long.slice(0, 4001) });
  expect(form.text).toContain('longer than 4,000');
});
