/** @jsxImportSource hono/jsx */
import { FormHtml } from './form.tsx';
import type { Speaker } from './people.ts';
import { speakers } from './people.ts';
import { type RenderContext, ViewHtml } from './render.tsx';
import type { Message } from './room.ts';

const nameOf = (id: string): string => speakers.find((s) => s.id === id)?.name ?? id;

/** One message of the channel as one speaker sees it. */
export function MessageHtml({ message, context }: { message: Message; context: RenderContext }) {
  const alone = message.to === null ? null : <span class="alone">only you can see this</span>;
  return (
    <article class="message" id={`m${message.id}`}>
      {message.kind === 'said' ? (
        <>
          <header>
            <b>{nameOf(message.by)}</b> {alone}
          </header>
          <p class="text">{message.text}</p>
        </>
      ) : (
        <>
          <header>
            <b class="bot">Brierpatch</b> {alone}
          </header>
          {message.kind === 'view' ? (
            <ViewHtml view={message.view} context={context} />
          ) : (
            <FormHtml form={message.form} id={message.id} />
          )}
        </>
      )}
    </article>
  );
}

/** The whole page for one speaker; `turn` is the room's when the messages were read. */
export function Page(props: {
  speaker: Speaker;
  messages: readonly Message[];
  turn: number;
  context: RenderContext;
}) {
  return (
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Brierpatch playground</title>
        <link rel="stylesheet" href="/assets/style.css" />
        <script src="/assets/htmx.js" defer />
        <script src="/assets/client.js" defer />
      </head>
      <body
        data-as={props.speaker.id}
        data-turn={props.turn}
        hx-vals={JSON.stringify({ as: props.speaker.id })}
      >
        <header class="top">
          <h1>Brierpatch</h1>
          <span class="about">playground: everything you say here stays on this machine</span>
          <nav aria-label="Speak as">
            <span>Speak as</span>
            {speakers.map((s) => (
              <a href={`/?as=${s.id}`} class={s.id === props.speaker.id ? 'person current' : 'person'}>
                {s.name}
                {s.admin ? ' (admin)' : ''}
              </a>
            ))}
          </nav>
        </header>
        <main>
          <section class="channel">
            <div id="messages" aria-live="polite">
              {props.messages.map((message) => (
                <MessageHtml message={message} context={props.context} />
              ))}
            </div>
            <form id="composer" hx-post="/say" hx-swap="none" hx-encoding="multipart/form-data">
              <ul id="completions" hidden />
              <textarea
                name="text"
                rows={1}
                placeholder={`Say something as ${props.speaker.name}, or type / for the commands`}
                aria-label="Message"
                autocomplete="off"
              />
              <label class="attach" title="Attach an article (text, HTML or PDF)">
                <input type="file" name="file" />
                <span>Attach</span>
              </label>
              <button type="submit" class="button primary">
                Send
              </button>
            </form>
          </section>
          <aside id="side" hx-get="/side" hx-trigger="load, refresh from:body" hx-swap="innerHTML" />
        </main>
      </body>
    </html>
  );
}
