import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/bot/commands/index.ts';
import { formModal, viewModal } from '../../src/bot/platforms/slack/modal.ts';
import { render, renderAll } from '../../src/bot/platforms/slack/render.ts';
import type { Block, Chart, View } from '../../src/bot/view.ts';
import { hostile, largestViews } from '../support/largestViews.ts';
import { problemsOfBlocks, problemsOfView } from './counterpart/documented.ts';
import { list, objects, text, wordsOf } from './counterpart/json.ts';

const surfaces = ['message', 'modal', 'home'] as const;

const chart: Chart = { kind: 'calibration', title: hostile, bins: [] };
const pictures = (view: View): Map<Chart, string> =>
  new Map(view.blocks.flatMap((b) => (b.kind === 'image' ? [[b.chart, 'F0123ABCD']] : [])));

/** What Slack reads as markup: every mrkdwn text, whatever block it stands in. */
const marked = (blocks: unknown): string[] =>
  [...objects(blocks)].filter((o) => o.type === 'mrkdwn').map((o) => text(o.text));

function expectHarmless(blocks: unknown): void {
  for (const mark of marked(blocks)) {
    // Only a date or a link of ours, whole, with nothing before or after it.
    expect(mark).toMatch(/^<(!date\^\d+\^[^|<>]*\|[^<>]*|https?:\/\/[^|<>]+\|[^|<>*_~`]+)>$/);
  }
  for (const object of objects(blocks)) {
    expect(object.type).not.toBe('broadcast');
    expect(object.type).not.toBe('user');
    if (object.type === 'plain_text') expect(object.emoji).not.toBe(true);
  }
}

describe('every view at its largest', () => {
  it.each(largestViews())('%s is what Slack takes, wherever it is shown', (_, view) => {
    for (const surface of surfaces)
      for (const rich of [true, false]) {
        const { blocks, text: fallback } = render(view, {
          surface,
          origin: 'drafts approve',
          rich,
          pictures: pictures(view),
        });
        expect(problemsOfBlocks(blocks, surface)).toEqual([]);
        expect(fallback.length).toBeGreaterThan(0);
        expect(fallback).not.toMatch(/<[!@#h]/);
        expectHarmless(blocks);
      }
    expect(problemsOfView(viewModal(view, 'drafts approve', { pictures: pictures(view) }))).toEqual([]);
  });

  it('App Home takes all of them at once and says what it left out', () => {
    const views = largestViews().map(([, view]) => view);
    const blocks = renderAll(views, { surface: 'home', origin: '' });
    expect(problemsOfBlocks(blocks, 'home')).toEqual([]);
    expect(wordsOf(blocks)).toMatch(/and \d+ more parts not shown here/);
  });
});

describe('any view', () => {
  const words = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 4000 }),
    fc.constantFrom('', ' ', hostile, hostile.repeat(60), '\n\n', '😀'.repeat(2000)),
  );
  const span = fc.oneof(
    words,
    fc.record({ kind: fc.constantFrom('bold' as const, 'strike' as const, 'code' as const), text: words }),
    fc.record({ kind: fc.constant('member' as const), name: words }),
    fc.record({
      kind: fc.constant('time' as const),
      at: fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
      style: fc.constantFrom('day' as const, 'minute' as const, 'relative' as const),
    }),
    fc.record({
      kind: fc.constant('link' as const),
      url: fc.oneof(fc.webUrl(), words, fc.constant('javascript:alert(1)')),
      text: words,
    }),
  );
  const line = fc.oneof(words, fc.array(span, { maxLength: 12 }));
  const button = fc.oneof(
    fc.record({
      kind: fc.constant('press' as const),
      label: words,
      style: fc.constantFrom('primary' as const, 'plain' as const, 'good' as const, 'danger' as const),
      press: fc.constant({ command: 'forecast', args: { question: '7' } }),
      confirm: words,
    }),
    fc.record({ kind: fc.constant('link' as const), label: words, url: fc.oneof(fc.webUrl(), words) }),
  );
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ kind: fc.constant('text' as const), text: line }),
    fc.record({ kind: fc.constant('heading' as const), text: words }),
    fc.record({ kind: fc.constant('quote' as const), text: words, source: fc.option(line) }),
    fc.record({
      kind: fc.constant('facts' as const),
      facts: fc.array(fc.record({ name: words, value: line }), { maxLength: 30 }),
    }),
    fc.record({
      kind: fc.constant('table' as const),
      columns: fc.array(
        fc.record({ title: words, align: fc.constantFrom('left' as const, 'right' as const) }),
        {
          minLength: 1,
          maxLength: 25,
        },
      ),
      rows: fc.array(fc.array(line, { maxLength: 8 }), { maxLength: 150 }),
      highlight: fc.nat(200),
      more: fc.nat(10),
    }),
    fc.record({
      kind: fc.constant('bars' as const),
      bars: fc.array(fc.record({ label: words, fraction: fc.double(), note: words }), { maxLength: 150 }),
    }),
    fc.record({ kind: fc.constant('image' as const), chart: fc.constant(chart), alt: words }),
    fc.constant({ kind: 'divider' as const }),
    fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 60 }) }),
    fc.record({
      kind: fc.constant('select' as const),
      placeholder: words,
      press: fc.constant({ command: 'resolve', args: { question: '7' } }),
      fills: fc.constant('outcome'),
      options: fc.uniqueArray(fc.record({ value: words, label: words, about: words }), {
        maxLength: 150,
        selector: (o) => o.value,
      }),
    }),
    fc.record({
      kind: fc.constant('field' as const),
      label: words,
      placeholder: words,
      press: fc.constant({ command: 'forecast', args: { question: '7' } }),
      fills: fc.constant('probability'),
    }),
  );
  const view: fc.Arbitrary<View> = fc.record({
    title: words,
    tone: fc.constantFrom(
      'neutral' as const,
      'good' as const,
      'bad' as const,
      'warn' as const,
      'info' as const,
    ),
    blocks: fc.array(block, { maxLength: 30 }),
    footer: line,
  });

  it('is what Slack takes', () => {
    fc.assert(
      fc.property(view, fc.constantFrom(...surfaces), fc.boolean(), (one, surface, rich) => {
        const { blocks } = render(one, {
          surface,
          origin: 'leaderboard',
          rich,
          pictures: new Map([[chart, 'F0123ABCD']]),
        });
        expect(problemsOfBlocks(blocks, surface)).toEqual([]);
        expectHarmless(blocks);
      }),
      { numRuns: 100 },
    );
  });
});

describe('shortening', () => {
  const buttons: Block = {
    kind: 'buttons',
    buttons: [{ kind: 'press', label: 'Resolve', style: 'primary', press: { command: 'resolve', args: {} } }],
  };
  const paragraph = (i: number): Block => ({ kind: 'text', text: `paragraph ${i}` });

  it('counts what it leaves out and keeps the buttons that stand last', () => {
    const view: View = {
      title: 'Long',
      tone: 'neutral',
      blocks: [...Array.from({ length: 80 }, (_, i) => paragraph(i)), buttons],
    };
    const { blocks } = render(view, { surface: 'message', origin: '' });
    expect(blocks).toHaveLength(50);
    const words = wordsOf(blocks);
    expect(words).toContain('paragraph 46');
    expect(words).not.toContain('paragraph 47');
    expect(words).toContain('and 33 more parts not shown here');
    expect(words).toContain('Resolve');
  });

  it('shows no draft without its buttons', () => {
    const [, queue] = largestViews().find(([name]) => name === 'drafts') ?? [];
    if (queue === undefined) throw new Error('no queue');
    const { blocks } = render(queue, { surface: 'message', origin: 'drafts list' });
    const drafts = blocks.filter((b) => b.type === 'header').length - 1;
    const decisions = [...objects(blocks)].filter(
      (o) => o.type === 'button' && text(o.value).startsWith('drafts approve'),
    );
    expect(drafts).toBeGreaterThan(0);
    expect(decisions).toHaveLength(drafts);
    expect(wordsOf(blocks)).toMatch(/and \d+ more parts/);
  });

  it('says how many rows and bars are missing', () => {
    const rows = Array.from({ length: 200 }, (_, i) => [`row ${i}`, `${'x'.repeat(30)}`]);
    const view: View = {
      title: 'Table',
      tone: 'neutral',
      blocks: [
        {
          kind: 'table',
          columns: [
            { title: 'a', align: 'left' },
            { title: 'b', align: 'right' },
          ],
          rows,
          more: 7,
        },
      ],
    };
    for (const rich of [true, false]) {
      const { blocks } = render(view, { surface: 'message', origin: '', rich });
      const shown = (wordsOf(blocks).match(/row \d+/g) ?? []).length;
      expect(shown).toBeGreaterThan(40);
      expect(wordsOf(blocks)).toContain(`and ${207 - shown} more`);
    }
  });

  it('draws one native table a message and lines for the rest', () => {
    const table: Block = {
      kind: 'table',
      columns: [{ title: 'a', align: 'left' }],
      rows: [['x']],
      highlight: 0,
    };
    const view: View = { title: 'Two', tone: 'neutral', blocks: [table, table] };
    const types = (surface: (typeof surfaces)[number]) =>
      render(view, { surface, origin: '' }).blocks.map((b) => b.type);
    expect(types('message')).toEqual(['header', 'table', 'rich_text']);
    expect(types('modal')).toEqual(['header', 'rich_text', 'rich_text']);
  });
});

describe('forms', () => {
  it.each(commands.map((c) => [c.name, c] as const))(
    'of /%s fit a modal, empty and filled',
    (name, command) => {
      const fields = (value: string | null) =>
        Object.entries(command.args).map(([arg, { kind, required, choices, maxLength, placeholder }]) => ({
          name: arg,
          label: arg,
          kind,
          required,
          value,
          placeholder: placeholder ?? null,
          choices: choices ?? null,
          maxLength: maxLength ?? null,
        }));
      for (const value of [null, '', 'yes', hostile.repeat(200)]) {
        const form = { title: name, about: command.about, command: name, fixed: {}, fields: fields(value) };
        const modal = formModal(form, '{}', commands);
        if (form.fields.length > 0) expect(problemsOfView(modal)).toEqual([]);
        expect(list(modal.blocks).length).toBe(form.fields.length + 1);
      }
    },
  );
});
