import type { Block, Button, Text } from '../view.ts';

/** A button that runs a command at once. */
export const press = (label: string, command: string, args: Record<string, string> = {}): Button => ({
  kind: 'press',
  label,
  style: 'plain',
  press: { command, args },
});

/** A button that opens a command's form. */
export const form = (label: string, command: string, args: Record<string, string> = {}): Button => ({
  kind: 'press',
  label,
  style: 'primary',
  press: { command, args },
  form: true,
});

export const text = (value: Text): Block => ({ kind: 'text', text: value });
export const buttons = (...all: readonly Button[]): Block => ({ kind: 'buttons', buttons: all });

/** "a, b, and c". */
export const list = (words: readonly string[]): string => new Intl.ListFormat('en').format(words);

/** Whoever reads a direct message can end its kind there. */
export const muted = 'You can turn these messages off with /notify.';
