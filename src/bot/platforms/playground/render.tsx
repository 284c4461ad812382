/** @jsxImportSource hono/jsx */

import { TZDate } from '@date-fns/tz';
import { format } from 'date-fns';
import { formatDistance } from 'date-fns/formatDistance';
import type { Child } from 'hono/jsx';
import { encodePress } from '../../press.ts';
import type { Block, Button, Chart, Span, Text, View } from '../../view.ts';

/** What rendering needs to know besides the view. */
export interface RenderContext {
  readonly now: Date;
  readonly timeZone: string;
  /** The address of a chart's picture. */
  readonly chartPath: (chart: Chart) => string;
}

const timeStyles = {
  day: (at: Date, c: RenderContext) => format(new TZDate(at, c.timeZone), 'd MMM yyyy'),
  minute: (at: Date, c: RenderContext) => format(new TZDate(at, c.timeZone), 'd MMM yyyy HH:mm'),
  relative: (at: Date, c: RenderContext) => formatDistance(at, c.now, { addSuffix: true }),
} as const;

function SpanHtml({ span, context }: { span: Span; context: RenderContext }) {
  if (typeof span === 'string') return <>{span}</>;
  switch (span.kind) {
    case 'bold':
      return <strong>{span.text}</strong>;
    case 'strike':
      return <s>{span.text}</s>;
    case 'code':
      return <code>{span.text}</code>;
    case 'member':
      return <span class="member">{span.name}</span>;
    case 'time':
      return (
        <time
          datetime={span.at.toISOString()}
          title={`${timeStyles.minute(span.at, context)} ${context.timeZone}`}
        >
          {timeStyles[span.style](span.at, context)}
        </time>
      );
    case 'link':
      return /^https?:\/\//.test(span.url) ? (
        <a href={span.url} rel="noreferrer" target="_blank">
          {span.text}
        </a>
      ) : (
        <>{span.text}</>
      );
  }
}

function TextHtml({ text, context }: { text: Text; context: RenderContext }) {
  if (typeof text === 'string') return <>{text}</>;
  return (
    <>
      {text.map((span) => (
        <SpanHtml span={span} context={context} />
      ))}
    </>
  );
}

function ButtonHtml({ button }: { button: Button }) {
  if (button.kind === 'link') {
    return (
      <a class="button plain" href={button.url} rel="noreferrer" target="_blank">
        {button.label}
      </a>
    );
  }
  return (
    <button
      type="button"
      class={`button ${button.style}`}
      hx-post="/press"
      hx-swap="none"
      hx-vals={JSON.stringify({ press: encodePress(button.press), ...(button.form ? { form: 'yes' } : {}) })}
      {...(button.confirm ? { 'hx-confirm': button.confirm } : {})}
    >
      {button.label}
    </button>
  );
}

type Rendering = {
  [K in Block['kind']]: (block: Extract<Block, { kind: K }>, context: RenderContext) => Child;
};

const blocks: Rendering = {
  text: (b, c) => (
    <p>
      <TextHtml text={b.text} context={c} />
    </p>
  ),
  heading: (b) => <h4>{b.text}</h4>,
  quote: (b, c) => (
    <blockquote>
      {b.text}
      {b.source ? (
        <footer>
          <TextHtml text={b.source} context={c} />
        </footer>
      ) : null}
    </blockquote>
  ),
  facts: (b, c) => (
    <dl>
      {b.facts.map((fact) => (
        <div>
          <dt>{fact.name}</dt>
          <dd>
            <TextHtml text={fact.value} context={c} />
          </dd>
        </div>
      ))}
    </dl>
  ),
  table: (b, c) => (
    <div class="scroll">
      <table>
        <thead>
          <tr>
            {b.columns.map((column) => (
              <th class={column.align}>{column.title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {b.rows.map((row, i) => (
            <tr class={i === b.highlight ? 'own' : ''}>
              {row.map((cell, j) => (
                <td class={b.columns[j]?.align ?? 'left'}>
                  <TextHtml text={cell} context={c} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {b.more ? <p class="more">and {b.more} more</p> : null}
    </div>
  ),
  bars: (b) => (
    <div class="bars">
      {b.bars.map((bar) => (
        <div class="bar">
          <span class="label">{bar.label}</span>
          <span class="track">
            <span
              class="fill"
              style={`width:${(Math.min(1, Math.max(0, bar.fraction)) * 100).toFixed(1)}%`}
            />
          </span>
          <span class="note">{bar.note}</span>
        </div>
      ))}
    </div>
  ),
  image: (b, c) => <img src={c.chartPath(b.chart)} alt={b.alt} loading="lazy" />,
  divider: () => <hr />,
  buttons: (b) => (
    <div class="buttons">
      {b.buttons.map((button) => (
        <ButtonHtml button={button} />
      ))}
    </div>
  ),
  select: (b) => (
    <form class="inline" hx-post="/press" hx-swap="none" hx-trigger="change">
      <input type="hidden" name="press" value={encodePress(b.press)} />
      <input type="hidden" name="fills" value={b.fills} />
      <select name="value" aria-label={b.placeholder}>
        <option value="">{b.placeholder}</option>
        {b.options.map((option) => (
          <option value={option.value} title={option.about}>
            {option.label}
          </option>
        ))}
      </select>
    </form>
  ),
  field: (b) => (
    <form class="inline" hx-post="/press" hx-swap="none">
      <input type="hidden" name="press" value={encodePress(b.press)} />
      <input type="hidden" name="fills" value={b.fills} />
      <label>
        {b.label}{' '}
        <input
          type="text"
          name="value"
          placeholder={b.placeholder}
          required
          maxlength={200}
          autocomplete="off"
        />
      </label>
      <button type="submit" class="button plain">
        Send
      </button>
    </form>
  ),
};

function renderBlock<K extends Block['kind']>(
  block: Extract<Block, { kind: K }>,
  kind: K,
  context: RenderContext,
): Child {
  return blocks[kind](block, context);
}

/** One View as HTML. Every string is escaped by the JSX runtime. */
export function ViewHtml({ view, context }: { view: View; context: RenderContext }) {
  return (
    <section class={`view ${view.tone}`}>
      <h3>{view.title}</h3>
      {view.blocks.map((block) => renderBlock(block, block.kind, context))}
      {view.footer ? (
        <footer>
          <TextHtml text={view.footer} context={context} />
        </footer>
      ) : null}
    </section>
  );
}
