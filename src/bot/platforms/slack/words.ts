import type { Form, Responder } from '../../app.ts';
import type { AnyCommand } from '../../command.ts';
import type { Block, Span, Text, View } from '../../view.ts';

/**
 * Views speak of "/drafts approve D3"; Slack has one root word, so here that is "/forecast drafts approve D3". Quotations
 * and what people wrote into fields stay as they are, and so does "/link K7M2QX9P", which is for another platform.
 */
export function slackWords(commands: readonly AnyCommand[]) {
  const firsts = [...new Set(commands.map((command) => command.name.split(' ')[0] ?? ''))].filter(
    (word) => word !== 'forecast',
  );
  const called = new RegExp(`(?<![\\w/])/(?!link [2-9A-Z]{8}\\b)(${firsts.join('|')})(?![\\w/])`, 'g');
  const word = (text: string): string => text.replace(called, '/forecast $1');

  const span = (one: Span): Span => {
    if (typeof one === 'string') return word(one);
    return one.kind === 'bold' || one.kind === 'code' || one.kind === 'strike'
      ? { ...one, text: word(one.text) }
      : one;
  };
  const words = (text: Text): Text => (typeof text === 'string' ? word(text) : text.map(span));

  const block = (one: Block): Block => {
    switch (one.kind) {
      case 'text':
        return { ...one, text: words(one.text) };
      case 'facts':
        return { ...one, facts: one.facts.map((f) => ({ name: word(f.name), value: words(f.value) })) };
      case 'table':
        return { ...one, rows: one.rows.map((row) => row.map(words)) };
      case 'heading':
        return { ...one, text: word(one.text) };
      case 'quote':
      case 'bars':
      case 'image':
      case 'divider':
      case 'buttons':
      case 'select':
      case 'field':
        return one;
    }
  };

  const view = (one: View): View => ({
    ...one,
    title: word(one.title),
    blocks: one.blocks.map(block),
    ...(one.footer === undefined ? {} : { footer: words(one.footer) }),
  });
  const form = (one: Form): Form => ({ ...one, about: word(one.about) });

  return {
    word,
    view,
    /** A responder that puts everything into Slack's words on the way. */
    responder: (inner: Responder): Responder => ({
      form: (asked) => inner.form(form(asked)),
      acknowledge: (visibility) => inner.acknowledge(visibility),
      show: (shown, visibility) => inner.show(view(shown), visibility),
      refuse: (refused) => (inner.refuse ?? ((v) => inner.show(v, 'private')))(view(refused)),
    }),
  };
}
export type SlackWords = ReturnType<typeof slackWords>;
