import type { types } from '@slack/bolt';
import type { Span, Text } from '../../view.ts';
import { escapeControl, shorten } from './escape.ts';
import { limits } from './limits.ts';

type RichElement = types.RichTextElement;

const iso = (at: Date, style: 'day' | 'minute' | 'relative'): string =>
  style === 'day' ? at.toISOString().slice(0, 10) : `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;

/** Slack shows a date in the reader's own time zone (docs.slack.dev/messaging/formatting/#date-formatting). */
const dateFormats = { day: '{date}', minute: '{date} at {time}', relative: '{ago}' } as const;

const seconds = (at: Date): number => Math.floor(at.getTime() / 1000);

const plainSpan = (span: Span): string => {
  if (typeof span === 'string') return span;
  switch (span.kind) {
    case 'bold':
    case 'strike':
    case 'code':
      return span.text;
    case 'member':
      return span.name;
    case 'time':
      return iso(span.at, span.style);
    case 'link':
      return span.text;
  }
};

const spans = (text: Text): readonly Span[] => (typeof text === 'string' ? [text] : text);

/** The words alone, for places that take no formatting. */
export const plainOf = (text: Text): string => spans(text).map(plainSpan).join('');

/** Only addresses that a browser opens; anything else is shown as words. */
export const isWebAddress = (url: string): boolean =>
  url.length <= limits.url && /^https?:\/\//i.test(url) && URL.canParse(url);

function richSpan(span: Span): RichElement {
  if (typeof span === 'string') return { type: 'text', text: span };
  switch (span.kind) {
    case 'bold':
      return { type: 'text', text: span.text, style: { bold: true } };
    case 'strike':
      return { type: 'text', text: span.text, style: { strike: true } };
    case 'code':
      return { type: 'text', text: span.text, style: { code: true } };
    case 'member':
      return { type: 'text', text: span.name };
    case 'time':
      return {
        type: 'date',
        timestamp: seconds(span.at),
        // Slack writes the first letter of a date large, unless something stands before it.
        format: `\u200B${dateFormats[span.style]}`,
        fallback: iso(span.at, span.style),
      };
    case 'link':
      return isWebAddress(span.url)
        ? { type: 'link', url: span.url, text: span.text }
        : { type: 'text', text: span.text };
  }
}

/** Rich text carries no markup, so nothing in it can be forged. Slack refuses what is empty. */
export function richElements(text: Text, max: number): RichElement[] {
  if (plainOf(text).trim() === '') return [{ type: 'text', text: '–' }];
  const elements: RichElement[] = [];
  let left = max;
  for (const span of spans(text)) {
    const words = plainSpan(span);
    if (words === '') continue;
    if (left <= 1) break;
    if (words.length <= left) elements.push(richSpan(span));
    else elements.push({ type: 'text', text: shorten(words, left) });
    left -= words.length;
  }
  return elements;
}

/** A footer: words as plain text, only times and links as mrkdwn, whose own text is stripped of its signs. */
export function contextElements(text: Text): (types.PlainTextElement | types.MrkdwnElement)[] {
  const elements: (types.PlainTextElement | types.MrkdwnElement)[] = [];
  let words = '';
  const flush = () => {
    if (words.trim() !== '')
      elements.push({ type: 'plain_text', text: shorten(words.trim(), limits.plainText), emoji: false });
    words = '';
  };
  for (const span of spans(text)) {
    const marked = elements.length < limits.contextElements - 2 ? mrkdwnSpan(span) : null;
    if (marked === null) words += plainSpan(span);
    else {
      flush();
      elements.push({ type: 'mrkdwn', text: marked, verbatim: true });
    }
  }
  flush();
  return elements;
}

function mrkdwnSpan(span: Span): string | null {
  if (typeof span === 'string') return null;
  if (span.kind === 'time')
    return `<!date^${seconds(span.at)}^${dateFormats[span.style]}|${iso(span.at, span.style)}>`;
  if (span.kind === 'link' && isWebAddress(span.url)) {
    const label = escapeControl(shorten(span.text.replace(/[|*_~`\s]+/g, ' ').trim(), 200));
    const marked = `<${escapeControl(span.url).replaceAll('|', '%7C')}|${label === '' ? 'link' : label}>`;
    return marked.length <= limits.plainText ? marked : null;
  }
  return null;
}
