import { qualified } from './people.ts';

/**
 * Slack reads `&`, `<` and `>` as control characters wherever text is mrkdwn (docs.slack.dev/messaging/formatting):
 * unescaped, `<!channel>` calls everybody and `<https://a|b>` forges a link.
 */
export const escapeControl = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Cuts to `max` UTF-16 units with an ellipsis, never through a surrogate pair. */
export function shorten(text: string, max: number): string {
  if (text.length <= max) return text;
  const cut = text.slice(0, max - 1);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

/** `plain_text` must hold something that can be seen. */
export const plain = (text: string, max: number): { type: 'plain_text'; text: string; emoji: false } => ({
  type: 'plain_text',
  text: shorten(text.trim() === '' ? '–' : text, max),
  emoji: false,
});

/** Ids of the people whom a text from Slack mentions. */
export const mentioned = (text: string): string[] =>
  [...text.matchAll(/<@([A-Z0-9]+)(?:\|[^>]*)?>/g)].flatMap((match) => match[1] ?? []);

/**
 * What a person meant, from text as Slack sends it: `<https://a|b>` becomes the address, `<#C1|general>` a channel's
 * reference, `<@U1|ada>` a name, a user group its id, and entities are themselves again.
 *
 * @param names of people, by id
 */
export function readText(text: string, team: string, names: ReadonlyMap<string, string>): string {
  return text
    .replace(/<([^<>]*)>/g, (_whole, inside: string) => {
      const [target = '', label] = inside.split('|', 2);
      if (target.startsWith('@')) return `@${names.get(target.slice(1)) ?? label ?? target.slice(1)}`;
      if (target.startsWith('#')) return `slack:${qualified(team, target.slice(1))}`;
      if (target.startsWith('!subteam^')) return target.slice('!subteam^'.length);
      if (target.startsWith('!')) return label ?? '';
      return target.replace(/^mailto:/, '');
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
