import type { types } from '@slack/bolt';
import { z } from 'zod';
import type { Form, FormField } from '../../app.ts';
import type { AnyCommand, ArgKind } from '../../command.ts';
import type { Chart, View } from '../../view.ts';
import { blocksOf } from './blocks.ts';
import { plain } from './escape.ts';
import { fileSchema, type SlackFile } from './files.ts';
import { limits } from './limits.ts';
import { render } from './render.ts';

type Element = types.InputBlock['element'];

/** The action id of every field of a form; its block id says which argument it is. */
export const fieldAction = 'value';
const prefix = 'arg:';

const placeholder = (field: FormField) =>
  field.placeholder === null || field.placeholder === ''
    ? {}
    : { placeholder: plain(field.placeholder, limits.placeholder) };

function typed(field: FormField, multiline: boolean): Element {
  const max = Math.min(field.maxLength ?? limits.inputLength, limits.inputLength);
  return {
    type: 'plain_text_input',
    action_id: fieldAction,
    multiline,
    max_length: max,
    ...(field.value === null || field.value === '' ? {} : { initial_value: field.value.slice(0, max) }),
    ...placeholder(field),
  };
}

const option = (label: string, value: string): types.PlainTextOption => ({
  text: plain(label, limits.optionText),
  value,
});

const picked = (field: FormField): types.PlainTextOption | null => {
  if (field.value === null || field.value === '' || field.value.length > limits.optionValue) return null;
  const label = field.choices?.find((choice) => choice.value === field.value)?.label ?? field.value;
  return option(label, field.value);
};

/** Options come while one types, from `complete`. */
function looked(field: FormField): Element {
  const initial = picked(field);
  return {
    type: 'external_select',
    action_id: fieldAction,
    min_query_length: 0,
    placeholder: plain(field.placeholder ?? 'Type to search', limits.placeholder),
    ...(initial === null ? {} : { initial_option: initial }),
  };
}

function chosen(field: FormField): Element {
  const options = (field.choices ?? [])
    .filter((choice) => choice.value.length <= limits.optionValue)
    .slice(0, limits.options)
    .map((choice) => option(choice.label, choice.value));
  if (options.length === 0) return typed(field, false);
  const initial = options.find((o) => o.value === field.value);
  return {
    type: 'static_select',
    action_id: fieldAction,
    options,
    ...(initial === undefined ? {} : { initial_option: initial }),
  };
}

function flag(field: FormField): Element {
  const yes = option('Yes', 'yes');
  const set = field.value !== null && /^(y|yes|true|on|1)$/i.test(field.value);
  return {
    type: 'checkboxes',
    action_id: fieldAction,
    options: [yes],
    ...(set ? { initial_options: [yes] } : {}),
  };
}

const elements = {
  question: looked,
  draft: looked,
  member: looked,
  outcome: looked,
  tag: looked,
  text: (field) => typed(field, false),
  paragraph: (field) => typed(field, true),
  probability: (field) => typed(field, false),
  date: (field) => typed(field, false),
  points: (field) => typed(field, false),
  integer: (field) => typed(field, false),
  choice: chosen,
  flag,
  file: () => ({ type: 'file_input', action_id: fieldAction, max_files: 1 }),
} satisfies Record<ArgKind, (field: FormField) => Element>;

const words = {
  surface: 'modal',
  rich: false,
  pictures: new Map(),
  id: () => 'about',
  takeTable: () => false,
} as const;

/** A form as a modal, a line about each field below it. `metadata` is what its submission gets back. */
export function formModal(form: Form, metadata: string, commands: readonly AnyCommand[]): types.ModalView {
  const args = commands.find((command) => command.name === form.command)?.args ?? {};
  const fields = form.fields.slice(0, limits.blocks.modal - 1);
  return {
    type: 'modal',
    callback_id: 'form',
    title: plain(form.title, limits.viewTitle),
    submit: plain('Send', limits.viewButton),
    close: plain('Cancel', limits.viewButton),
    private_metadata: metadata,
    blocks: [
      ...(form.about === '' ? [] : blocksOf({ kind: 'text', text: form.about }, words)),
      ...fields.map((field): types.InputBlock => {
        const about = args[field.name]?.about;
        return {
          type: 'input',
          block_id: `${prefix}${field.name}`,
          label: plain(field.label, limits.inputLabel),
          optional: !field.required,
          element: elements[field.kind](field),
          ...(about === undefined ? {} : { hint: plain(about, limits.inputHint) }),
        };
      }),
    ],
  };
}

/** A View in a modal of its own: the answer where there is no conversation to put it in. */
export function viewModal(
  view: View,
  origin: string,
  options: { readonly rich?: boolean; readonly pictures?: ReadonlyMap<Chart, string> | undefined } = {},
): types.ModalView {
  return {
    type: 'modal',
    callback_id: 'shown',
    title: plain(view.title, limits.viewTitle),
    close: plain('Close', limits.viewButton),
    blocks: render(view, {
      surface: 'modal',
      origin,
      rich: options.rich ?? true,
      pictures: options.pictures ?? new Map(),
    }).blocks,
  };
}

const stateSchema = z.record(
  z.string(),
  z.record(
    z.string(),
    z.object({
      value: z.string().nullish(),
      selected_option: z.object({ value: z.string() }).nullish(),
      selected_options: z.array(z.object({ value: z.string() })).nullish(),
      files: z.array(fileSchema).nullish(),
    }),
  ),
);

export interface Filled {
  readonly texts: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, SlackFile>>;
}

/** What was typed into a form, from `view.state.values`. Empty fields are absent. */
export function readState(values: unknown): Filled | null {
  const parsed = stateSchema.safeParse(values);
  if (!parsed.success) return null;
  const texts: Record<string, string> = {};
  const files: Record<string, SlackFile> = {};
  for (const [block, actions] of Object.entries(parsed.data)) {
    if (!block.startsWith(prefix)) continue;
    const name = block.slice(prefix.length);
    const field = actions[fieldAction];
    if (field === undefined) continue;
    const text = field.value ?? field.selected_option?.value ?? field.selected_options?.[0]?.value ?? '';
    if (text.trim() !== '') texts[name] = text;
    const file = field.files?.[0];
    if (file !== undefined) files[name] = file;
  }
  return { texts, files };
}

export const blockOfField = (name: string): string => `${prefix}${name}`;
export const fieldOfBlock = (block: string): string | null =>
  block.startsWith(prefix) ? block.slice(prefix.length) : null;
