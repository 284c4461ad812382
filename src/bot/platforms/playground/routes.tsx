/** @jsxImportSource hono/jsx */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { streamSSE } from 'hono/streaming';
import { z } from 'zod';
import type { App } from '../../app.ts';
import type { RawArgs } from '../../command.ts';
import { complete } from '../../handle.ts';
import { decodePress } from '../../press.ts';
import type { View } from '../../view.ts';
import { drawChart } from '../../views/charts.ts';
import { ChartShelf } from './charts.ts';
import { completeLine } from './composer.ts';
import { sameHostOnly } from './guard.ts';
import { MessageHtml, Page } from './page.tsx';
import { type Speaker, speakerById, speakers, whoIs } from './people.ts';
import { type RenderContext, ViewHtml } from './render.tsx';
import type { Message, Room } from './room.ts';
import type { Talk } from './talk.ts';

const require = createRequire(import.meta.url);
const assets: Record<string, { file: string; type: string }> = {
  'style.css': { file: join(import.meta.dirname, 'style.css'), type: 'text/css; charset=utf-8' },
  'client.js': { file: join(import.meta.dirname, 'client.js'), type: 'text/javascript; charset=utf-8' },
  'htmx.js': { file: require.resolve('htmx.org/dist/htmx.min.js'), type: 'text/javascript; charset=utf-8' },
};

/** 20 MB is what an attached article may have; the rest is the form around it. */
const largestBody = 21 * 1024 * 1024;

const sayBody = z.object({ as: z.string(), text: z.string().max(2_000_000) });
const pressBody = z.object({
  as: z.string(),
  command: z.string().max(60),
  args: z.record(z.string(), z.string()),
});

/** What a form was sent out with; null when it came back as something else. */
const fixedIn = (text: string): Record<string, string> | null => {
  try {
    return z.record(z.string(), z.string()).parse(JSON.parse(text || '{}'));
  } catch {
    return null;
  }
};

/** What a script gets of one message. */
const plain = (message: Message) => ({
  id: message.id,
  visibility: message.to === null ? 'public' : 'private',
  ...(message.kind === 'view'
    ? { view: message.view }
    : message.kind === 'form'
      ? { form: message.form }
      : { said: { by: message.by, text: message.text } }),
});

/**
 * Every address of the playground: the page, its parts, and `/api` for scripts.
 *
 * @param port asked at each request, because it is known only once the server listens
 */
export function routes(app: App, room: Room, talk: Talk, port: () => number): Hono {
  const shelf = new ChartShelf();
  const hono = new Hono();
  hono.use(sameHostOnly(port));
  hono.use(
    bodyLimit({ maxSize: largestBody, onError: (c) => c.json({ error: 'That is more than 20 MB.' }, 413) }),
  );
  hono.onError((error, c) => {
    app.log.error({ err: error }, 'playground request failed');
    return c.json({ error: 'Something went wrong here; the log tells more.' }, 500);
  });

  const contextNow = async (speaker: Speaker): Promise<RenderContext> => ({
    now: app.clock(),
    timeZone: await talk.timeZone(speaker),
    chartPath: (chart) => shelf.put(chart),
  });
  const asked = (c: Context, id: string | undefined): Speaker | Response =>
    speakerById(id ?? speakers[0].id) ??
    c.json(
      { error: `Nobody here is called "${id}". Speak as one of: ${speakers.map((s) => s.id).join(', ')}.` },
      400,
    );

  hono.get('/', async (c) => {
    const speaker = asked(c, c.req.query('as'));
    if (speaker instanceof Response) return speaker;
    const context = await contextNow(speaker);
    return c.html(
      <Page speaker={speaker} messages={room.seenBy(speaker.id)} turn={room.turn} context={context} />,
    );
  });

  hono.get('/assets/:name', async (c) => {
    const asset = assets[c.req.param('name')];
    if (!asset) return c.notFound();
    return c.body(await readFile(asset.file), 200, { 'content-type': asset.type });
  });

  hono.get('/charts/:name', async (c) => {
    const chart = shelf.get(c.req.param('name').replace(/\.svg$/, ''));
    if (!chart) return c.notFound();
    return c.body((await drawChart(chart)).svg, 200, { 'content-type': 'image/svg+xml' });
  });

  hono.get('/side', async (c) => {
    const speaker = asked(c, c.req.query('as'));
    if (speaker instanceof Response) return speaker;
    const context = await contextNow(speaker);
    const views: View[] = await talk.side(speaker);
    return c.html(
      <>
        {views.map((view) => (
          <ViewHtml view={view} context={context} />
        ))}
      </>,
    );
  });

  hono.get('/complete', async (c) => {
    const speaker = asked(c, c.req.query('as'));
    if (speaker instanceof Response) return speaker;
    const found = await completeLine(
      app.commands,
      (request) => complete(app, { who: whoIs(speaker), ...request }),
      (c.req.query('text') ?? '').slice(0, 400),
    );
    return c.json(found);
  });

  hono.get('/events', (c) => {
    const speaker = asked(c, c.req.query('as'));
    if (speaker instanceof Response) return speaker;
    // A browser that connects again by itself names the last event that it got.
    const after = Number(c.req.header('last-event-id') ?? c.req.query('after') ?? room.turn);
    return streamSSE(c, async (stream) => {
      const waiting: Message[] = [...room.seenSince(speaker.id, after)];
      let wake: () => void = () => {};
      const deaf = room.listen((message) => {
        if (message.to !== null && message.to !== speaker.id) return;
        waiting.push(message);
        wake();
      });
      stream.onAbort(() => {
        deaf();
        wake();
      });
      while (!stream.aborted) {
        for (let message = waiting.shift(); message; message = waiting.shift()) {
          const html = <MessageHtml message={message} context={await contextNow(speaker)} />;
          await stream.writeSSE({
            event: 'message',
            id: String(message.turn),
            data: JSON.stringify({ id: message.id, html: String(await html) }),
          });
        }
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, 15_000);
          wake = () => {
            clearTimeout(timer);
            resolve();
          };
          if (waiting.length > 0 || stream.aborted) wake();
        });
        if (waiting.length === 0 && !stream.aborted) await stream.writeSSE({ event: 'beat', data: '' });
      }
    });
  });

  const field = (data: FormData, name: string): string => {
    const value = data.get(name);
    return typeof value === 'string' ? value : '';
  };
  const fileOf = async (value: FormDataEntryValue | null) =>
    value instanceof File && value.size > 0
      ? {
          name: value.name,
          contentType: value.type || null,
          bytes: new Uint8Array(await value.arrayBuffer()),
        }
      : null;

  hono.post('/say', async (c) => {
    const data = await c.req.formData();
    const speaker = asked(c, field(data, 'as'));
    if (speaker instanceof Response) return speaker;
    await talk.say(speaker, field(data, 'text'), await fileOf(data.get('file')));
    return c.body(null, 204);
  });

  hono.post('/press', async (c) => {
    const data = await c.req.formData();
    const speaker = asked(c, field(data, 'as'));
    if (speaker instanceof Response) return speaker;
    const press = decodePress(field(data, 'press'));
    const fills = field(data, 'fills');
    if (press) {
      const args = fills === '' ? press.args : { ...press.args, [fills]: field(data, 'value') };
      await talk.invoke(speaker, press.command, args, field(data, 'form') === 'yes');
    }
    return c.body(null, 204);
  });

  hono.post('/submit', async (c) => {
    const data = await c.req.formData();
    const speaker = asked(c, field(data, 'as'));
    if (speaker instanceof Response) return speaker;
    const fixed = fixedIn(field(data, 'fixed'));
    if (!fixed) return c.json({ error: 'The form came back damaged: "fixed" is no JSON of texts.' }, 400);
    const args: Record<string, RawArgs[string]> = { ...fixed };
    for (const [name, value] of data.entries()) {
      if (!name.startsWith('field:')) continue;
      const filled = typeof value === 'string' ? value.trim() : await fileOf(value);
      if (filled) args[name.slice('field:'.length)] = filled;
    }
    await talk.invoke(speaker, field(data, 'command'), args, false);
    return c.body(null, 204);
  });

  hono.get('/api/people', (c) => c.json({ people: speakers }));
  hono.get('/api/messages', (c) => {
    const speaker = asked(c, c.req.query('as'));
    return speaker instanceof Response ? speaker : c.json({ messages: room.seenBy(speaker.id).map(plain) });
  });
  hono.post('/api/say', async (c) => {
    const body = sayBody.safeParse(await c.req.json().catch(() => null));
    if (!body.success) return c.json({ error: 'Send {"as": "admin", "text": "/help"}.' }, 400);
    const speaker = asked(c, body.data.as);
    if (speaker instanceof Response) return speaker;
    return c.json({ messages: (await talk.say(speaker, body.data.text, null)).map(plain) });
  });
  hono.post('/api/press', async (c) => {
    const body = pressBody.safeParse(await c.req.json().catch(() => null));
    if (!body.success)
      return c.json({ error: 'Send {"as": "ada", "command": "forecast", "args": {"question": "7"}}.' }, 400);
    const speaker = asked(c, body.data.as);
    if (speaker instanceof Response) return speaker;
    return c.json({
      messages: (await talk.invoke(speaker, body.data.command, body.data.args, false)).map(plain),
    });
  });
  return hono;
}
