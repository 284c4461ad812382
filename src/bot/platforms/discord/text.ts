import type { Span, Text } from '../../view.ts';

/** Controls, and the marks that turn the direction of text around: they could make a card read as another. */
const invisible = /[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Characters that Discord's markdown gives a meaning anywhere in a line. */
const special = /[\\*_~`|<>[\]]/g;
/** Addresses are left whole, or their underscores would be escaped and the link broken. `<...>` keeps previews away. */
const address = /https?:\/\/[^\s<>`"|\\)\]]+/gi;

/** Text on one line, without control characters. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').replace(invisible, '').trim();
}

/** Letters as people see them; made once, since making one costs more than using it. */
const letters = new Intl.Segmenter();

/** Cuts to at most `max` code units at a grapheme, ending in "…" when something was cut. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  let end = 0;
  for (const { index, segment } of letters.segment(text)) {
    if (index + segment.length > max - 1) break;
    end = index + segment.length;
  }
  return `${text.slice(0, end).trimEnd()}…`;
}

/** `escapeMarkdown` of discord.js leaves these alone; a word joiner keeps them from being read as a mention. */
const withoutPing = (text: string): string => text.replace(/@(?=everyone|here)/gi, '@\u2060');

function escapeLine(line: string): string {
  return (
    withoutPing(line)
      .replace(special, '\\$&')
      // Headings, lists and small print are markdown at the start of a line alone, and before a space.
      .replace(/^(\s*)(#{1,3}|-#|[+-])(?=\s|$)/, '$1\\$2')
      .replace(/^(\s*\d+)\.(?=\s|$)/, '$1\\.')
  );
}

/**
 * Makes plain text safe inside Discord's markdown: nothing in it formats, mentions, or looks like a custom emoji, a
 * timestamp or a masked link. Bare web addresses stay addresses.
 *
 * @example escaped('**@everyone** <@1>') // '\\*\\*@\u2060everyone\\*\\* \\<@1\\>'
 */
export function escaped(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(invisible, ''))
    .join('\n')
    .replace(/\n{3,}/g, '\n\n');
  let out = '';
  let from = 0;
  const plain = (part: string, lineStart: boolean): string =>
    part
      .split('\n')
      .map((line, i) => (i > 0 || lineStart ? escapeLine(line) : escapeLine(`\u0000${line}`).slice(1)))
      .join('\n');
  for (const match of clean.matchAll(address)) {
    out += plain(clean.slice(from, match.index), from === 0);
    out += `<${match[0]}>`;
    from = match.index + match[0].length;
  }
  return out + plain(clean.slice(from), from === 0);
}

/** Text inside a code span or block, where nothing is escaped: backticks become look-alikes. */
export function inCode(text: string): string {
  return withoutPing(oneLine(text).replaceAll('`', 'ˋ'));
}

const timeStyle = { day: 'D', minute: 'f', relative: 'R' } as const;

/** Only web addresses become links; anything else shows as its text. */
export function safeUrl(url: string): string | null {
  try {
    const parsed = new URL(url);
    return parsed.protocol === 'https:' || parsed.protocol === 'http:'
      ? parsed.href
          .replace(/[()<>\s]/g, encodeURIComponent)
          .replaceAll('(', '%28')
          .replaceAll(')', '%29')
      : null;
  } catch {
    return null;
  }
}

function spanMarkdown(span: Span): string {
  if (typeof span === 'string') return escaped(span);
  switch (span.kind) {
    case 'bold':
      return span.text === '' ? '' : `**${escaped(span.text)}**`;
    case 'strike':
      return span.text === '' ? '' : `~~${escaped(span.text)}~~`;
    case 'code':
      return span.text === '' ? '' : `\`${inCode(span.text)}\``;
    case 'member':
      return `**${escaped(oneLine(span.name))}**`;
    case 'time':
      return `<t:${Math.floor(span.at.getTime() / 1000)}:${timeStyle[span.style]}>`;
    case 'link': {
      const url = safeUrl(span.url);
      const text = escaped(oneLine(span.text).replace(/https?:\/\//gi, ''));
      return url === null ? text : `[${text}](<${url}>)`;
    }
  }
}

/** A run of text as Discord markdown. */
export function markdown(text: Text): string {
  return typeof text === 'string' ? escaped(text) : text.map(spanMarkdown).join('');
}

/** A run of text without any formatting, for places that take none (code blocks, labels). Times in UTC. */
export function plain(text: Text): string {
  const one = (span: Span): string => {
    if (typeof span === 'string') return span;
    switch (span.kind) {
      case 'bold':
      case 'strike':
      case 'code':
      case 'link':
        return span.text;
      case 'member':
        return span.name;
      case 'time':
        return span.style === 'minute'
          ? `${span.at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
          : span.at.toISOString().slice(0, 10);
    }
  };
  return typeof text === 'string' ? text : text.map(one).join('');
}

/** The first spans of a text that make at most `max` code units of markdown; the span that does not fit is cut. */
export function within(text: Text, max: number): string {
  const whole = markdown(text);
  if (whole.length <= max) return whole;
  const spans: readonly Span[] = typeof text === 'string' ? [text] : text;
  let out = '';
  for (const span of spans) {
    const next = spanMarkdown(span);
    if (out.length + next.length < max) {
      out += next;
      continue;
    }
    if (typeof span === 'string') {
      // Escaping lengthens; take away until it fits.
      let room = max - out.length - 1;
      while (room > 0 && escaped(span.slice(0, room)).length > max - out.length - 1)
        room -= Math.max(1, escaped(span.slice(0, room)).length - (max - out.length - 1));
      if (room > 0) out += escaped(shorten(span, Math.max(1, room)));
    }
    return out.endsWith('…') ? out : `${out}…`;
  }
  return out;
}

/** Columns that a text takes in a fixed-width font: Asian letters and pictures count double. */
export function columns(text: string): number {
  if (/^[\x20-\x7e]*$/.test(text)) return text.length;
  let width = 0;
  for (const { segment } of letters.segment(text))
    width +=
      /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\uff00-\uff60\p{Emoji_Presentation}]/u.test(
        segment,
      )
        ? 2
        : 1;
  return width;
}

/** Pads or cuts to exactly `width` columns. */
export function pad(text: string, width: number, align: 'left' | 'right'): string {
  let cut = text;
  if (columns(cut) > width) {
    const graphemes = [...letters.segment(cut)].map((s) => s.segment);
    let taken = 0;
    const fitting = graphemes.findIndex((grapheme) => {
      taken += columns(grapheme);
      return taken > width - 1;
    });
    cut = `${graphemes.slice(0, Math.max(0, fitting)).join('')}…`;
  }
  const space = ' '.repeat(Math.max(0, width - columns(cut)));
  return align === 'left' ? cut + space : space + cut;
}
