/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import type { Form, FormField } from '../../app.ts';
import type { ArgKind } from '../../command.ts';

/** Unique on the page as long as a form is open once, which is what a person sees. */
const idOf = (field: FormField): string => `field-${field.name}`;

const input =
  (type: string) =>
  (field: FormField): Child => (
    <input
      type={type}
      id={idOf(field)}
      name={`field:${field.name}`}
      required={field.required}
      value={field.value ?? ''}
      placeholder={field.placeholder ?? ''}
      {...(field.maxLength ? { maxlength: field.maxLength } : {})}
      autocomplete="off"
    />
  );
const paragraph = (field: FormField): Child => (
  <textarea
    id={idOf(field)}
    name={`field:${field.name}`}
    required={field.required}
    placeholder={field.placeholder ?? ''}
    rows={5}
    {...(field.maxLength ? { maxlength: field.maxLength } : {})}
  >
    {field.value ?? ''}
  </textarea>
);
const select = (field: FormField): Child => (
  <select id={idOf(field)} name={`field:${field.name}`} required={field.required}>
    {field.required ? null : <option value="" />}
    {(field.choices ?? []).map((choice) => (
      <option value={choice.value} selected={choice.value === field.value}>
        {choice.label}
      </option>
    ))}
  </select>
);
const flag = (field: FormField): Child => (
  <input
    type="checkbox"
    id={idOf(field)}
    name={`field:${field.name}`}
    value="yes"
    checked={field.value === 'yes'}
  />
);

/** How each kind of argument is asked for in a form of the page. */
const controls = {
  question: input('text'),
  draft: input('text'),
  member: input('text'),
  outcome: input('text'),
  tag: input('text'),
  text: input('text'),
  paragraph,
  probability: input('text'),
  date: input('text'),
  points: input('text'),
  integer: input('text'),
  choice: select,
  flag,
  file: input('file'),
} satisfies Record<ArgKind, (field: FormField) => Child>;

const controlFor = (field: FormField): Child =>
  field.choices && field.choices.length > 0 && field.kind !== 'flag'
    ? select(field)
    : controls[field.kind](field);

/** A form as HTML; submitting it runs the command with what was fixed and what was filled in. */
export function FormHtml({ form, id }: { form: Form; id: number }) {
  return (
    <form class="view form" hx-post="/submit" hx-swap="none" hx-encoding="multipart/form-data">
      <h3>{form.title}</h3>
      <p>{form.about}</p>
      <input type="hidden" name="message" value={String(id)} />
      <input type="hidden" name="command" value={form.command} />
      <input type="hidden" name="fixed" value={JSON.stringify(form.fixed)} />
      {form.fields.map((field) => (
        <label class="field" for={idOf(field)}>
          <span>
            {field.label}
            {field.required ? '' : ' (optional)'}
          </span>
          {controlFor(field)}
        </label>
      ))}
      <div class="buttons">
        <button type="submit" class="button primary">
          Send
        </button>
      </div>
    </form>
  );
}
