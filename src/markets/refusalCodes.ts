import type { ArticleErrorCode } from '../articles/index.ts';
import type { RefusalCode } from './core/refusal.ts';

/** What kind of refusal it is for a member when a page or a feed cannot be had or read. */
export const refusalCodes = {
  empty: 'not-understood',
  binary: 'not-understood',
  'too-large': 'too-large',
  address: 'not-allowed',
  unreachable: 'unreachable',
  'not-text': 'not-understood',
  language: 'not-understood',
  model: 'unreachable',
} as const satisfies Record<ArticleErrorCode, RefusalCode>;
