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

/**
 * What a person meant, from text as Slack sends it in events: `<https://a|b>` becomes the address, `<#C1|general>` a
 * channel's reference, `<@U1|ada>` a name, and entities are themselves again.
 *
 * @param mention how a mention without a label is written
 */
export function readText(text: string, team: string, mention: (userId: string) => string): string {
  return text
    .replace(/<([^<>]*)>/g, (_whole, inside: string) => {
      const [target = '', label] = inside.split('|', 2);
      if (target.startsWith('@')) return label === undefined ? mention(target.slice(1)) : `@${label}`;
      if (target.startsWith('#')) return `slack:${team}/${target.slice(1)}`;
      if (target.startsWith('!')) return label ?? '';
      return target.replace(/^mailto:/, '');
    })
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
