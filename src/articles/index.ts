export { isPublicAddress } from './address.ts';
export { type DraftOptions, draftOf } from './draft.ts';
export { ArticleError, type ArticleErrorCode } from './errors.ts';
export { type FeedEntry, readFeed } from './feed.ts';
export { type Fetched, type FetchOptions, fetchFeed, fetchPage } from './fetch.ts';
export { type ArticleInput, maxBytes, readArticle } from './read.ts';
export { type Finding, type Rule, review } from './reviewer.ts';
export { duplicateFrom, nearest, similarity } from './similar.ts';
export type { Article, Claim, Draft, DraftKind, Need } from './types.ts';
