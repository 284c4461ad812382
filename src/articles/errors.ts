export type ArticleErrorCode =
  | 'empty'
  | 'binary'
  | 'too-large'
  | 'address'
  | 'unreachable'
  | 'not-text'
  | 'language'
  | 'model';

/**
 * What can be wrong with something that was handed in to be read. `message` is one plain sentence for the person who
 * handed it in, `hint` says what to do instead. The services turn it into their own refusal.
 */
export class ArticleError extends Error {
  readonly code: ArticleErrorCode;
  readonly hint: string;

  constructor(code: ArticleErrorCode, message: string, hint: string) {
    super(message);
    this.name = 'ArticleError';
    this.code = code;
    this.hint = hint;
  }
}
