import type { types } from '@slack/bolt';
import type { Block, Button } from '../../view.ts';
import { andMore, type Drawing, note } from './drawing.ts';
import { plain } from './escape.ts';
import { limits } from './limits.ts';
import { writePress } from './press.ts';
import { isWebAddress } from './text.ts';

type Known = types.KnownBlock;

/** A block id also holds its number, the command it came from and what it fills. */
const mostInBlockId = limits.blockId - 100;

const styles: Record<string, 'primary' | 'danger'> = {
  primary: 'primary',
  good: 'primary',
  danger: 'danger',
};

/** Null for a press that not even Slack's roomy values hold. */
function buttonElement(button: Button, index: number): types.Button | null {
  const text = plain(button.label, limits.buttonText);
  if (button.kind === 'link')
    return isWebAddress(button.url)
      ? { type: 'button', action_id: `link:${index}`, text, url: button.url }
      : { type: 'button', action_id: `link:${index}`, text };
  const value = writePress(button.press, limits.buttonValue);
  if (value === null) return null;
  const style = styles[button.style];
  return {
    type: 'button',
    action_id: `${button.form === true ? 'form' : 'press'}:${index}`,
    text,
    value,
    ...(style === undefined ? {} : { style }),
    ...(button.confirm === undefined
      ? {}
      : {
          confirm: {
            title: plain('Are you sure?', limits.confirmTitle),
            text: plain(button.confirm, limits.confirmText),
            confirm: plain(button.label, limits.confirmButton),
            deny: plain('Cancel', limits.confirmButton),
          },
        }),
  };
}

/** A row of buttons. */
export function buttons(block: Extract<Block, { kind: 'buttons' }>, drawing: Drawing): Known[] {
  const shown = block.buttons.flatMap((button, i) => buttonElement(button, i) ?? []).slice(0, limits.actions);
  return [
    ...(shown.length === 0 ? [] : [{ type: 'actions' as const, block_id: drawing.id(), elements: shown }]),
    ...andMore(block.buttons.length - shown.length),
  ];
}

/** A menu that runs a command with what is chosen. */
export function select(block: Extract<Block, { kind: 'select' }>, drawing: Drawing): Known[] {
  const fitting = block.options.filter((o) => o.value.length <= limits.optionValue && o.value !== '');
  const options = fitting.slice(0, limits.options).map((option) => ({
    text: plain(option.label, limits.optionText),
    value: option.value,
    ...(option.about === undefined || option.about === ''
      ? {}
      : { description: plain(option.about, limits.optionAbout) }),
  }));
  const press = writePress(block.press, mostInBlockId);
  if (options.length === 0 || press === null) return [note(`${block.placeholder}: nothing to choose from`)];
  return [
    {
      type: 'actions',
      block_id: drawing.id([press, block.fills]),
      elements: [
        {
          type: 'static_select',
          action_id: 'select',
          placeholder: plain(block.placeholder, limits.placeholder),
          options,
        },
      ],
    },
    ...andMore(block.options.length - options.length),
  ];
}

/**
 * Slack lets a person type into a message: Enter sends it (`dispatch_action`). In a modal a field would want a form around
 * it, so there a button opens one.
 */
export function field(block: Extract<Block, { kind: 'field' }>, drawing: Drawing): Known[] {
  if (drawing.surface === 'modal') {
    const form: Button = {
      kind: 'press',
      label: block.label,
      style: 'primary',
      press: block.press,
      form: true,
    };
    return buttons({ kind: 'buttons', buttons: [form] }, drawing);
  }
  const press = writePress(block.press, mostInBlockId);
  if (press === null) return [];
  return [
    {
      type: 'input',
      block_id: drawing.id([press, block.fills]),
      dispatch_action: true,
      optional: true,
      label: plain(block.label, limits.inputLabel),
      element: {
        type: 'plain_text_input',
        action_id: 'field',
        placeholder: plain(block.placeholder, limits.placeholder),
        dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] },
      },
    },
  ];
}
