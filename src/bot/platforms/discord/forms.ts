import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord.js';
import type { Form, FormField } from '../../app.ts';
import type { ArgKind } from '../../command.ts';
import { limits } from './limits.ts';
import { oneLine, shorten } from './text.ts';

/** How each kind of argument is asked for in a form. */
const asked = {
  question: 'line',
  draft: 'line',
  member: 'line',
  outcome: 'line',
  tag: 'line',
  text: 'line',
  paragraph: 'paragraph',
  probability: 'line',
  date: 'line',
  points: 'line',
  integer: 'line',
  choice: 'line',
  flag: 'yes or no',
  file: 'upload',
} satisfies Record<ArgKind, 'line' | 'paragraph' | 'yes or no' | 'upload'>;

const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
];

function component(field: FormField): APIComponentInLabel {
  const { required, name: custom_id } = field;
  const how = asked[field.kind];
  if (how === 'upload') return { type: ComponentType.FileUpload, custom_id, required };
  const choices = how === 'yes or no' ? yesNo : field.choices;
  if (choices !== null && choices.length > 0 && choices.length <= limits.select.options)
    return {
      type: ComponentType.StringSelect,
      custom_id,
      required,
      options: choices.map((choice) => ({
        value: choice.value,
        label: shorten(oneLine(choice.label), limits.select.label),
        ...(choice.value === field.value ? { default: true } : {}),
      })),
    };
  const max_length = Math.min(field.maxLength ?? limits.modal.value, limits.modal.value);
  return {
    type: ComponentType.TextInput,
    custom_id,
    required,
    style: how === 'paragraph' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    max_length,
    ...(field.value ? { value: field.value.slice(0, max_length) } : {}),
    ...(field.placeholder
      ? { placeholder: shorten(oneLine(field.placeholder), limits.modal.placeholder) }
      : {}),
  };
}

/** What was typed already and is longer than a field takes is kept as it is, unseen. */
const fitsField = (field: FormField): boolean => (field.value?.length ?? 0) <= limits.modal.value;

/** The fields that are asked for: those required, then those filled in already, then the others in their order. */
function mostNeeded(fields: readonly FormField[]): readonly FormField[] {
  const weight = (field: FormField) => (field.required ? 0 : field.value === null ? 2 : 1);
  const chosen = fields
    .map((field, i) => ({ field, i }))
    .filter(({ field }) => fitsField(field))
    .sort((a, b) => weight(a.field) - weight(b.field) || a.i - b.i)
    .slice(0, limits.modal.components)
    .map(({ field }) => field);
  return fields.filter((field) => chosen.includes(field));
}

/** What a form already knows and does not ask: it travels with the form. */
export function carried(form: Form): Record<string, string> {
  const asked = mostNeeded(form.fields);
  const unseen = form.fields.flatMap((field) =>
    asked.includes(field) || field.value === null ? [] : [[field.name, field.value] as const],
  );
  return { ...form.fixed, ...Object.fromEntries(unseen) };
}

/**
 * A form as a Discord modal. Discord takes five fields: of more, the most needed are asked for and the last one says
 * which are left to be typed with the command.
 */
export function modal(form: Form, customId: string): APIModalInteractionResponseCallbackData {
  const fields = mostNeeded(form.fields);
  const left = form.fields
    .filter((field) => !fields.includes(field) && field.value === null)
    .map((field) => field.name);
  const last = fields.at(-1);
  const described = (field: FormField): { description?: string } => {
    if (field === last && left.length > 0)
      return {
        description: shorten(
          `More can be typed with /${form.command}: ${left.join(', ')}`,
          limits.modal.description,
        ),
      };
    return field.label.length > limits.modal.label
      ? { description: shorten(oneLine(field.label), limits.modal.description) }
      : {};
  };
  return {
    custom_id: customId,
    title: shorten(oneLine(form.title), limits.modal.title) || form.command,
    components: [
      ...(form.about !== '' && fields.length < limits.modal.components
        ? [{ type: ComponentType.TextDisplay as const, content: shorten(oneLine(form.about), 500) }]
        : []),
      ...fields.map((field) => ({
        type: ComponentType.Label as const,
        label: shorten(oneLine(field.label), limits.modal.label) || field.name,
        ...described(field),
        component: component(field),
      })),
    ],
  };
}
