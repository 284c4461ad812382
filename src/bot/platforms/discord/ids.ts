import { decodePress, encodePress } from '../../press.ts';
import type { Press } from '../../view.ts';
import { limits } from './limits.ts';

/** What a custom id asks for. It comes back from outside and carries no authority. */
export type Id =
  | { readonly kind: 'run' | 'form' | 'confirm' | 'confirmed' | 'submit'; readonly press: Press }
  | { readonly kind: 'select'; readonly press: Press; readonly fills: string }
  /** Arguments too long for an id, kept in memory under a token. */
  | { readonly kind: 'pending'; readonly token: string }
  | { readonly kind: 'cancel' };

const marks = { run: 'r', form: 'f', confirm: 'c', confirmed: 'y', submit: 'm' } as const;
const kinds: Readonly<Record<string, keyof typeof marks>> = {
  r: 'run',
  f: 'form',
  c: 'confirm',
  y: 'confirmed',
  m: 'submit',
};

/**
 * One mark, then the press. Null when it is longer than Discord takes. A select's `fills` travels as the last argument,
 * left empty.
 *
 * @example writeId({ kind: 'run', press: { command: 'close', args: { question: '7' } } }) // 'rclose?question=7'
 */
export function writeId(id: Id): string | null {
  if (id.kind === 'cancel') return 'x';
  if (id.kind === 'pending') return `p${id.token}`;
  const args =
    id.kind === 'select' ? { ...withoutKey(id.press.args, id.fills), [id.fills]: '' } : id.press.args;
  try {
    const text = `${id.kind === 'select' ? 's' : marks[id.kind]}${encodePress({ ...id.press, args })}`;
    return text.length <= limits.customId ? text : null;
  } catch {
    return null;
  }
}

/** Reads a custom id; null for anything that this program did not write. */
export function readId(text: string): Id | null {
  if (text.length > limits.customId) return null;
  if (text === 'x') return { kind: 'cancel' };
  const mark = text[0] ?? '';
  if (mark === 'p') return /^p[\w-]{8,40}$/.test(text) ? { kind: 'pending', token: text.slice(1) } : null;
  const press = decodePress(text.slice(1));
  if (press === null) return null;
  // "~" tells two equal buttons of one message apart and says nothing.
  const args = withoutKey(press.args, '~');
  if (mark === 's') {
    const fills = Object.keys(args).at(-1);
    if (fills === undefined || args[fills] !== '') return null;
    return { kind: 'select', press: { ...press, args: withoutKey(args, fills) }, fills };
  }
  const kind = kinds[mark];
  return kind === undefined ? null : { kind, press: { ...press, args } };
}

function withoutKey(args: Readonly<Record<string, string>>, key: string): Record<string, string> {
  return Object.fromEntries(Object.entries(args).filter(([name]) => name !== key));
}

/** The same id again with a number that means nothing: Discord refuses two equal ones in a message. */
export function distinctId(id: string, nth: number): string | null {
  const text = `${id}${id.includes('?') ? '&' : '?'}~=${nth}`;
  return text.length <= limits.customId ? text : null;
}
