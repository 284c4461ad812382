import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { article, type OpenPlayground, openPlayground, rowsOf } from './support.ts';

describe('a conversation in the playground', () => {
  let playground: OpenPlayground;
  beforeAll(async () => {
    playground = await openPlayground();
  });
  afterAll(() => playground.stop());

  it('goes from an article to Brier scores that can be checked by hand', async () => {
    const { say } = playground;
    const found = await say('admin', `/article ${article}`);
    expect(JSON.stringify(found)).toContain('deposit rate');

    const approved = JSON.stringify(await say('admin', '/drafts approve 1 2'));
    const number = Number(/D1 → Q(\d+)/.exec(approved)?.[1]);
    expect(number).toBeGreaterThan(1);

    await say('ada', `/forecast Q${number} 90% stake:50`);
    await say('ben', `/forecast Q${number} 3:2`);
    await say('chloe', `/forecast Q${number} 1 in 5`);
    const bet = await say('chloe', `/bet Q${number} NO 20`);
    expect(bet.tone).toBe('good');

    // (0.1² + 0.1²), (0.4² + 0.4²), (0.8² + 0.8²): nobody changed their mind, so time does not matter.
    const resolved = rowsOf(await say('admin', `/resolve Q${number} YES`));
    expect(resolved.map((row) => [row[1], row[2]])).toEqual([
      ['Ada', '0.020'],
      ['Ben', '0.320'],
      ['Chloe', '1.280'],
    ]);
    const board = rowsOf(await say('ada', '/leaderboard'));
    expect(board.find((row) => row[1] === 'Ada')?.slice(2, 3)).toEqual(['0.020']);
  });

  it.each<[string, string, RegExp]>([
    ['ada', '/forecast Q99999 70%', /Q99999/],
    ['ada', '/forecast Q7 maybe', /maybe/],
    ['ada', '/resolve Q7 YES', /Robin/],
    ['ada', '/nonsense', /nonsense/],
    ['ada', '/bet Q7 YES -5', /-5/],
  ])('refuses what %s cannot mean by %s', async (as, text, told) => {
    const refused = await playground.say(as, text);
    expect(refused.tone).toBe('warn');
    expect(JSON.stringify(refused)).toMatch(told);
  });

  it('sends a page that connects again what came meanwhile, to its speaker alone', async () => {
    const heard = async (as: string, after: number, wanted: RegExp): Promise<string> => {
      const response = await fetch(`${playground.address}events?as=${as}&after=${after}`);
      const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
      let text = '';
      while (reader && !wanted.test(text)) {
        const { value, done } = await reader.read();
        if (done) break;
        text += value;
      }
      await reader?.cancel();
      return text;
    };
    const page = await (await fetch(`${playground.address}?as=ada`)).text();
    const turn = Number(/data-turn="(\d+)"/.exec(page)?.[1]);
    await playground.say('ben', '/question Q3');
    await playground.say('ada', '/question Q1');
    await playground.say('ada', '/question Q2');
    const missed = await heard('ada', turn, /Q2 /);
    expect(missed.indexOf('Q1 ')).toBeLessThan(missed.indexOf('Q2 '));
    expect(missed).not.toContain('Q3 ');
    const last = Number([...missed.matchAll(/^id: ?(\d+)$/gm)].at(-1)?.[1]);
    expect(await heard('ada', last - 1, /Q2 /)).not.toContain('Q1 ');
  });

  it.each(['{"question', '[1]', '{"question":7}'])('answers 400 to a form with %s in it', async (fixed) => {
    const body = new FormData();
    for (const [name, value] of Object.entries({ as: 'ada', command: 'help', fixed })) body.set(name, value);
    const response = await fetch(`${playground.address}submit`, { method: 'POST', body });
    expect(response.status).toBe(400);
  });

  it.each<[string, unknown]>([
    ['nothing', {}],
    ['a stranger', { as: 'mallory', text: '/help' }],
    ['no text', { as: 'ada' }],
  ])('answers 400 to %s', async (_case, body) => {
    const response = await fetch(`${playground.address}api/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    expect(response.status).toBe(400);
  });
});
