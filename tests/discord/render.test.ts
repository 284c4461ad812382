import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { messageBody } from '../../src/bot/platforms/discord/api.ts';
import { bar, barsMarkdown, quoteMarkdown, tableMarkdown } from '../../src/bot/platforms/discord/blocks.ts';
import { readId } from '../../src/bot/platforms/discord/ids.ts';
import { render } from '../../src/bot/platforms/discord/render.ts';
import type { Block, View } from '../../src/bot/view.ts';
import { largestViews } from '../support/largestViews.ts';
import { violations } from './schemas.ts';
import { flat, textOf } from './town.ts';
import { anyView, longPress, smallChart } from './views.ts';

const quiet = (error: unknown): never => {
  throw error;
};
const card = (...blocks: Block[]): View => ({ title: 'Title', tone: 'neutral', blocks });

/** What Discord would say to a View posted into a channel. */
async function complaints(view: View): Promise<string[]> {
  const { body, files } = messageBody(await render(view, quiet));
  const plain: unknown = JSON.parse(JSON.stringify(body));
  return violations(
    'POST',
    '/channels/1/messages',
    plain,
    files.map((file) => file.name ?? ''),
  );
}
const shown = async (view: View) => textOf({ components: (await render(view, quiet)).components });

describe('every View fits', () => {
  it('whatever is in it', async () => {
    await fc.assert(
      fc.asyncProperty(anyView, async (view) => {
        expect(await complaints(view)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('with far too much of everything, and says what is missing', async () => {
    const view = card(
      { kind: 'text', text: 'word '.repeat(3000) },
      {
        kind: 'table',
        columns: [{ title: 'n', align: 'right' }],
        rows: new Array(300).fill(['7']),
        more: 10,
      },
      ...new Array<Block>(20).fill({
        kind: 'buttons',
        buttons: [{ kind: 'press', label: 'Go', style: 'plain', press: { command: 'go', args: {} } }],
      }),
      ...new Array<Block>(20).fill({ kind: 'divider' }),
    );
    expect(await complaints(view)).toEqual([]);
    const text = await shown(view);
    expect(text).toContain('…');
    expect(text).toMatch(/and \d+ more/);
    expect(text).toMatch(/\d+ more parts of this card did not fit/);
  });

  it('lets long texts give way before short facts', async () => {
    const text = await shown(
      card(
        { kind: 'text', text: 'long '.repeat(2000) },
        { kind: 'facts', facts: [{ name: 'Closes', value: 'tomorrow' }] },
      ),
    );
    expect(text).toContain('**Closes** tomorrow');
    expect(text).not.toContain('did not fit');
  });
});

describe('every view that exists, at its largest', () => {
  it.each(largestViews())('%s', async (name, view) => {
    expect(await complaints(view)).toEqual([]);
    const text = await shown(view);
    expect(text).not.toMatch(/@(everyone|here)/);
    // Real pages are short enough to be shown whole; these two are given many times a page.
    if (!['article', 'drafts'].includes(name)) expect(text).not.toContain('did not fit');
  });
});

describe('buttons', () => {
  it('carry presses that are read back', async () => {
    const { components } = await render(
      card({
        kind: 'buttons',
        buttons: [
          {
            kind: 'press',
            label: '70%',
            style: 'primary',
            press: { command: 'forecast', args: { question: '7', probability: '70%' } },
          },
          {
            kind: 'press',
            label: 'Exact',
            style: 'plain',
            press: { command: 'forecast', args: { question: '7' } },
            form: true,
          },
          { kind: 'link', label: 'Source', url: 'https://a.example' },
        ],
      }),
      quiet,
    );
    const buttons = flat(components).filter((c) => c.type === 2);
    expect(buttons.map((b) => b.custom_id && readId(b.custom_id))).toEqual([
      { kind: 'run', press: { command: 'forecast', args: { question: '7', probability: '70%' } } },
      { kind: 'form', press: { command: 'forecast', args: { question: '7' } } },
      undefined,
    ]);
    expect(buttons[2].url).toBe('https://a.example/');
  });

  it('of one press twice have two ids that mean the same', async () => {
    const press = {
      kind: 'press',
      label: 'Go',
      style: 'plain',
      press: { command: 'go', args: { n: '1' } },
    } as const;
    const { components } = await render(card({ kind: 'buttons', buttons: [press, press, press] }), quiet);
    const ids = flat(components).flatMap((c) => (c.custom_id ? [c.custom_id] : []));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(readId(id)).toEqual({ kind: 'run', press: press.press });
  });

  it('whose press is too long are shown, but cannot be pressed', async () => {
    const { components } = await render(
      card({ kind: 'buttons', buttons: [{ kind: 'press', label: 'Go', style: 'good', press: longPress }] }),
      quiet,
    );
    expect(flat(components).find((c) => c.type === 2)).toMatchObject({ label: 'Go', disabled: true });
  });

  it('with a question are remembered with it', async () => {
    const { confirms } = await render(
      card({
        kind: 'buttons',
        buttons: [
          {
            kind: 'press',
            label: 'Annul',
            style: 'danger',
            press: { command: 'annul', args: { question: '7' } },
            confirm: 'Really?',
          },
        ],
      }),
      quiet,
    );
    expect([...confirms]).toEqual([['cannul?question=7', 'Really?']]);
  });
});

describe('blocks', () => {
  it('draw small tables in columns, with the reader marked', () => {
    expect(
      tableMarkdown(
        {
          kind: 'table',
          columns: [
            { title: '#', align: 'right' },
            { title: 'Who', align: 'left' },
            { title: 'Brier', align: 'right' },
          ],
          rows: [
            ['1', 'Ann', '0.120'],
            ['2', [{ kind: 'member', name: 'B`ob' }], '0.300'],
          ],
          highlight: 1,
          more: 3,
        },
        1000,
      ),
    ).toBe('```\n  #  Who   Brier\n  1  Ann   0.120\n▸ 2  Bˋob  0.300\n```\n-# and 3 more');
  });

  it('shorten titles, gaps and the widest column before giving columns up, but never so that two cells look alike', () => {
    const standings = (...names: string[]) =>
      tableMarkdown(
        {
          kind: 'table',
          columns: [
            { title: 'Rank', align: 'right' },
            { title: 'Member', align: 'left' },
            { title: 'Brier score', align: 'right' },
            { title: 'Error', align: 'right' },
            { title: 'Questions', align: 'right' },
          ],
          rows: names.map((name, i) => [String(i + 1), name, '0.123', '0.010', '12']),
        },
        1000,
      );
    expect(standings('Ann', 'Bob')).toContain('Rank  Member  Brier score  Error  Questions\n   1  Ann ');
    expect(standings('Ann Lovelace', 'Bob')).toContain(
      'Rank  Member        Brier…  Error  Quest…\n   1  Ann Lovelace   0.123  0.010      12\n',
    );
    expect(standings('Maximiliana of the Mountains', 'Bob')).toContain('1 Maximiliana of the… ');
    expect(standings('Crowd (extremised by size)', 'Crowd (extremised by hand)')).toMatch(
      /^-# Rank · Member/,
    );
  });

  it('draw wide tables, and those with links or times, as lists', () => {
    const columns = [
      { title: 'Question', align: 'left' as const },
      { title: 'Crowd', align: 'right' as const },
    ];
    const long = 'Will it really be so very long that no telephone can show it in a column?';
    expect(tableMarkdown({ kind: 'table', columns, rows: [[long, '70%']] }, 1000)).toBe(
      `-# Question · Crowd\n${long} · 70%`,
    );
    const time = [{ kind: 'time', at: new Date(0), style: 'day' }] as const;
    expect(tableMarkdown({ kind: 'table', columns, rows: [[time, '1%']] }, 1000)).toContain('<t:0:D> · 1%');
  });

  it('shorten tables by whole rows', () => {
    const rows = Array.from({ length: 50 }, (_, i) => [String(i + 1)]);
    const text = tableMarkdown(
      { kind: 'table', columns: [{ title: 'n', align: 'right' }], rows, more: 5 },
      100,
    );
    expect(text.length).toBeLessThanOrEqual(100);
    const rowsShown = text.split('\n').filter((line) => /^ ?\d+$/.test(line)).length;
    expect(text).toContain(`and ${55 - rowsShown} more`);
    expect(rowsShown).toBeGreaterThan(5);
  });

  it('draw bars to an eighth of a letter', () => {
    expect(bar(0, 4)).toBe('    ');
    expect(bar(0.5, 4)).toBe('██  ');
    expect(bar(0.52, 4)).toBe('██▏ ');
    expect(bar(2, 4)).toBe('████');
    expect(barsMarkdown({ kind: 'bars', bars: [{ label: 'YES', fraction: 0.5, note: '50%' }] }, 100)).toBe(
      '```\nYES ██████       50%\n```',
    );
  });

  it('quote every line of a quotation and keep its source', () => {
    expect(quoteMarkdown({ kind: 'quote', text: 'one\n# two', source: 'The Paper' }, 100)).toBe(
      '> one\n> \\# two\n-# — The Paper',
    );
    const long = quoteMarkdown({ kind: 'quote', text: 'word '.repeat(300), source: 'The Paper' }, 200);
    expect(long.length).toBeLessThanOrEqual(200);
    expect(long).toMatch(/…\n-# — The Paper$/);
  });

  it('attach charts with words for those who do not see them', async () => {
    const { files, components } = await render(card({ kind: 'image', chart: smallChart, alt: '' }), quiet);
    expect(files.map(({ name, description }) => ({ name, description }))).toEqual([
      { name: 'chart-1.png', description: 'Empty. No standings yet.' },
    ]);
    expect(flat(components).find((c) => c.type === 12)?.items[0]).toEqual({
      media: { url: 'attachment://chart-1.png' },
      description: 'Empty. No standings yet.',
    });
    expect([...(files[0]?.data.slice(1, 4) ?? [])]).toEqual([...Buffer.from('PNG')]);
  });
});
