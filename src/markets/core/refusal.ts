/** Every way in which a member's request can be refused. A code is stable: tests and platforms may depend on it. */
export type RefusalCode =
  | 'not-understood'
  | 'not-found'
  | 'not-allowed'
  | 'wrong-state'
  | 'out-of-range'
  | 'insufficient'
  | 'duplicate'
  | 'hidden'
  | 'too-large'
  | 'unreachable'
  | 'try-again';

/**
 * The one expected error: something a member asked for that cannot be done.
 *
 * `message` is a plain sentence saying what was understood and what is wrong; `hint` says what to write instead.
 * Platforms show both to the member alone. Anything else that is thrown is a bug: it is logged with a reference.
 *
 * @example throw new Refusal('insufficient', 'You staked 500 points but hold 320.', 'Stake 320 points or fewer.')
 */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  readonly code: RefusalCode;
  readonly hint: string | undefined;

  constructor(code: RefusalCode, message: string, hint?: string) {
    super(message);
    this.code = code;
    this.hint = hint;
  }
}
