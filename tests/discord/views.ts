import fc from 'fast-check';
import { pressLimit } from '../../src/bot/press.ts';
import type { Block, Button, Chart, Press, Span, Text, View } from '../../src/bot/view.ts';

const nasty = fc.oneof(
  fc.string({ maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
  fc.constantFrom(
    '@everyone',
    '<@1>',
    '```',
    '**',
    '',
    ' ',
    '\n\n',
    '[a](https://a.example)',
    'x'.repeat(500),
  ),
  fc.lorem({ maxCount: 400 }),
);
const span: fc.Arbitrary<Span> = fc.oneof(
  nasty,
  fc.record({ kind: fc.constantFrom('bold' as const, 'strike' as const, 'code' as const), text: nasty }),
  fc.record({ kind: fc.constant('member' as const), name: nasty }),
  fc.record({
    kind: fc.constant('time' as const),
    at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') }),
    style: fc.constantFrom('day' as const, 'minute' as const, 'relative' as const),
  }),
  fc.record({ kind: fc.constant('link' as const), url: fc.oneof(fc.webUrl(), nasty), text: nasty }),
);
const text: fc.Arbitrary<Text> = fc.oneof(nasty, fc.array(span, { maxLength: 6 }));

const press: fc.Arbitrary<Press> = fc.record({
  command: fc.constantFrom('forecast', 'drafts approve', 'resolve'),
  args: fc.dictionary(fc.constantFrom('question', 'outcome', 'page'), fc.string({ maxLength: 40 }), {
    maxKeys: 2,
  }),
});
const button: fc.Arbitrary<Button> = fc.oneof(
  fc
    .record({
      kind: fc.constant('press' as const),
      label: nasty,
      style: fc.constantFrom('primary' as const, 'plain' as const, 'good' as const, 'danger' as const),
      press,
      confirm: fc.option(nasty, { nil: undefined }),
    })
    .map(({ confirm, ...rest }) => (confirm === undefined ? rest : { ...rest, confirm })),
  fc.record({ kind: fc.constant('link' as const), label: nasty, url: fc.oneof(fc.webUrl(), nasty) }),
);

/** Charts are drawn elsewhere and slow; a few known ones stand for all. */
export const smallChart: Chart = { kind: 'standings', title: 'Empty', metric: 'Brier', series: [] };

const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constant('text' as const), text }),
  fc.record({ kind: fc.constant('heading' as const), text: nasty }),
  fc.record({ kind: fc.constant('quote' as const), text: nasty, source: fc.option(text) }),
  fc.record({
    kind: fc.constant('facts' as const),
    facts: fc.array(fc.record({ name: nasty, value: text }), { maxLength: 12 }),
  }),
  fc
    .record({
      columns: fc.array(
        fc.record({ title: nasty, align: fc.constantFrom('left' as const, 'right' as const) }),
        { minLength: 1, maxLength: 5 },
      ),
      rows: fc.array(fc.array(text, { maxLength: 5 }), { maxLength: 40 }),
      highlight: fc.nat(40),
      more: fc.nat(500),
    })
    .map((table) => ({ kind: 'table' as const, ...table })),
  fc.record({
    kind: fc.constant('bars' as const),
    bars: fc.array(
      fc.record({ label: nasty, fraction: fc.double({ min: 0, max: 1, noNaN: true }), note: nasty }),
      { maxLength: 25 },
    ),
  }),
  fc.record({ kind: fc.constant('image' as const), chart: fc.constant(smallChart), alt: nasty }),
  fc.constant({ kind: 'divider' as const }),
  fc.record({ kind: fc.constant('buttons' as const), buttons: fc.array(button, { maxLength: 12 }) }),
  fc.record({
    kind: fc.constant('select' as const),
    placeholder: nasty,
    press,
    fills: fc.constant('outcome'),
    options: fc.uniqueArray(fc.record({ value: fc.string({ maxLength: 120 }), label: nasty, about: nasty }), {
      maxLength: 60,
      selector: (option) => option.value,
    }),
  }),
  fc.record({ kind: fc.constant('field' as const), label: nasty, placeholder: nasty, press, fills: nasty }),
);

/** Any View at all, with hostile text and far more than fits. */
export const anyView: fc.Arbitrary<View> = fc
  .record({
    title: nasty,
    tone: fc.constantFrom(
      'neutral' as const,
      'good' as const,
      'bad' as const,
      'warn' as const,
      'info' as const,
    ),
    blocks: fc.array(block, { maxLength: 30 }),
    footer: fc.option(text, { nil: undefined }),
  })
  .map(({ footer, ...rest }) => (footer === undefined ? rest : { ...rest, footer }));

/** A press that no button can carry. */
export const longPress: Press = { command: 'forecast', args: { reason: 'x'.repeat(pressLimit) } };
