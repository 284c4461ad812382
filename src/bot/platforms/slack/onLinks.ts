import { answer } from './answer.ts';
import type { Desk } from './desk.ts';
import { linksSchema } from './payloads.ts';
import { render } from './render.ts';
import { invocationOf, visit } from './visitor.ts';

/** The question that an address leads to: "https://forecasts.example.org/q/7". */
export function questionOfLink(url: string): string | null {
  if (!URL.canParse(url)) return null;
  return /\/q(?:uestions?)?\/[Qq]?(\d{1,9})\/?$/.exec(new URL(url).pathname)?.[1] ?? null;
}

/**
 * Shows the card below a link to a question, as everybody in the conversation may see it: it is the answer of `post`, asked
 * by whoever wrote the link. What that refuses is not unfurled.
 */
export async function onLinks(desk: Desk, body: unknown): Promise<void> {
  const { team_id, event_id, event } = linksSchema.parse(body);
  // A link that is only being written has no message yet.
  if (event.channel === 'COMPOSER') return;
  const links = event.links.flatMap(({ url }) => {
    const question = questionOfLink(url);
    return question === null ? [] : [{ url, question }];
  });
  if (links.length === 0) return;
  const visitor = await visit(desk, team_id, event.user, null);
  if (visitor === null) return;
  const { client } = visitor.at;
  for (const [i, { url, question }] of links.entries()) {
    const asked = { command: 'post', args: { question }, wantsForm: false };
    await answer(desk, invocationOf(visitor, event.channel, { ...asked, id: `${event_id}:${i}` }), {
      form: async () => undefined,
      acknowledge: async () => undefined,
      refuse: async () => undefined,
      async show(view) {
        const { blocks } = render(view, { surface: 'message', origin: asked.command, rich: false });
        // Fields to type into stand in messages, not below links.
        const shown = blocks.filter((block) => block.type !== 'input');
        await client.chat.unfurl({
          channel: event.channel,
          ts: event.message_ts,
          unfurls: { [url]: { blocks: shown } },
        });
      },
    });
  }
}
