import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { createRequire } from 'node:module';
import { isIP, type LookupFunction } from 'node:net';
import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib';
import { Agent, request } from 'undici';
import { isPublicAddress } from './address.ts';
import { ArticleError } from './errors.ts';

/** The package's typings describe a default export that its CommonJS module does not have. */
const robotsParser: (
  url: string,
  robots: string,
) => { isAllowed: (url: string, agent: string) => boolean | undefined } = createRequire(import.meta.url)(
  'robots-parser',
);

export const fetchLimits = { milliseconds: 10_000, bytes: 5_000_000, redirects: 5 } as const;

/** How we introduce ourselves, also to robots.txt. */
export const userAgent = 'Brierpatch/0.1 (reads articles that a community hands in)';

export interface FetchOptions {
  /** Whether an IP address may be connected to. The default allows public addresses only. */
  allow?: (address: string) => boolean;
  /** Time for everything, redirects and body included. */
  milliseconds?: number;
  /** Size of the body, after decompression. */
  bytes?: number;
}

export interface Fetched {
  bytes: Uint8Array;
  contentType: string;
  /** After redirects. */
  url: string;
}

const readable =
  /^(?:text\/[\w.+-]+|application\/(?:pdf|xhtml\+xml|xml|rss\+xml|atom\+xml|rdf\+xml|json|feed\+json))$/;

const refusedAddress = (host: string): ArticleError =>
  new ArticleError(
    'address',
    `I only fetch pages from public addresses, and ${host} is not one.`,
    'Paste the text of the article instead.',
  );

const unreachable = (host: string, why: string): ArticleError =>
  new ArticleError(
    'unreachable',
    `I could not fetch the page from ${host}: ${why}.`,
    'Paste the text of the article instead.',
  );

/**
 * An agent whose connections go to the very addresses that were checked: the check sits inside the lookup that the
 * socket uses, so a name that resolves differently the second time (DNS rebinding) gains nothing.
 */
const guardedAgent = (allow: (address: string) => boolean): Agent => {
  const lookup: LookupFunction = (hostname, options, callback) => {
    dnsLookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return callback(error, []);
      if (found.length === 0 || !found.every(({ address }) => allow(address))) {
        return callback(refusedAddress(hostname), []);
      }
      if (options.all) return callback(null, found);
      return callback(null, found[0]?.address ?? '', found[0]?.family);
    });
  };
  return new Agent({ connect: { lookup }, headersTimeout: fetchLimits.milliseconds });
};

const checkedUrl = (address: string, base: string | undefined, allow: (address: string) => boolean): URL => {
  let url: URL;
  try {
    url = new URL(address, base);
  } catch {
    throw new ArticleError(
      'address',
      'That is not a web address.',
      'Give a full link, like https://example.com/article.',
    );
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') {
    throw new ArticleError(
      'address',
      'I only fetch http and https links.',
      'Paste the text of the article instead.',
    );
  }
  if (url.username || url.password) {
    throw new ArticleError(
      'address',
      'I do not fetch links that carry a user name or password.',
      'Give the link without them.',
    );
  }
  // A literal address never reaches the lookup.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) && !allow(host)) throw refusedAddress(host);
  return url;
};

const decompressed = (body: Buffer, encoding: string, limit: number): Buffer => {
  const options = { maxOutputLength: limit };
  switch (encoding) {
    case '':
    case 'identity':
      return body;
    case 'gzip':
    case 'x-gzip':
      return gunzipSync(body, options);
    case 'deflate':
      return inflateSync(body, options);
    case 'br':
      return brotliDecompressSync(body, options);
    default:
      throw new Error(`unknown encoding ${encoding}`);
  }
};

const headerOf = (value: string | string[] | undefined): string =>
  (Array.isArray(value) ? value[0] : value) ?? '';

interface Reply extends Fetched {
  status: number;
}

const get = async (address: string, options: FetchOptions): Promise<Reply> => {
  const allow = options.allow ?? isPublicAddress;
  const limit = options.bytes ?? fetchLimits.bytes;
  const tooLarge = (host: string): ArticleError =>
    new ArticleError(
      'too-large',
      `The page from ${host} is larger than ${Math.round(limit / 1e6)} MB.`,
      'Paste the part with the predictions instead.',
    );
  const signal = AbortSignal.timeout(options.milliseconds ?? fetchLimits.milliseconds);
  const dispatcher = guardedAgent(allow);
  let url = checkedUrl(address, undefined, allow);
  try {
    for (let hop = 0; ; hop++) {
      const { statusCode, headers, body } = await request(url, {
        dispatcher,
        signal,
        headers: {
          'user-agent': userAgent,
          accept: 'text/html,application/xhtml+xml,text/*;q=0.9,application/pdf;q=0.8,*/*;q=0.1',
          'accept-encoding': 'identity',
        },
      });
      // A body that is left unread emits an error when it is destroyed.
      body.on('error', () => undefined);
      const location = headerOf(headers.location);
      if (statusCode >= 300 && statusCode < 400 && location) {
        body.destroy();
        if (hop === fetchLimits.redirects) throw unreachable(url.host, 'it redirects too often');
        url = checkedUrl(location, url.href, allow);
        continue;
      }
      const chunks: Buffer[] = [];
      let size = 0;
      for await (const chunk of body) {
        const bytes = Buffer.from(chunk);
        size += bytes.length;
        if (size > limit) throw tooLarge(url.host);
        chunks.push(bytes);
      }
      let bytes: Buffer;
      try {
        bytes = decompressed(
          Buffer.concat(chunks),
          headerOf(headers['content-encoding']).trim().toLowerCase(),
          limit,
        );
      } catch (error) {
        if (error instanceof RangeError) throw tooLarge(url.host);
        throw unreachable(url.host, 'its compression cannot be read');
      }
      return { bytes, contentType: headerOf(headers['content-type']), url: url.href, status: statusCode };
    }
  } catch (error) {
    if (error instanceof ArticleError) throw error;
    if (error instanceof Error && error.cause instanceof ArticleError) throw error.cause;
    if (signal.aborted) throw unreachable(url.host, 'it took too long to answer');
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw unreachable(url.host, code === 'ENOTFOUND' ? 'there is no such site' : 'the connection failed');
  } finally {
    void dispatcher.destroy();
  }
};

/**
 * The one door to the network. Fetches a page over http(s) from a public address: the address is checked on the
 * connection itself and again at each redirect, credentials are neither accepted nor sent, and time, size and number
 * of redirects are bounded by {@link fetchLimits}.
 *
 * @throws ArticleError `address`, `unreachable`, `too-large` or `not-text`.
 */
export const fetchPage = async (address: string, options: FetchOptions = {}): Promise<Fetched> => {
  const { status, ...page } = await get(address, options);
  const host = new URL(page.url).host;
  if (status < 200 || status > 299) throw unreachable(host, `it answered with status ${status}`);
  const type = page.contentType.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type && !readable.test(type)) {
    throw new ArticleError(
      'not-text',
      `The link leads to ${type}, not to a page with text.`,
      'Give a link to a page, a text file or a PDF.',
    );
  }
  return page;
};

/**
 * Fetches a feed that is watched, if the site's robots.txt lets us. A robots.txt that is missing (4xx) allows; one
 * that cannot be had forbids (RFC 9309, 2.3.1.4).
 *
 * @throws ArticleError as {@link fetchPage}, and `unreachable` where robots.txt forbids.
 */
export const fetchFeed = async (address: string, options: FetchOptions = {}): Promise<Fetched> => {
  const robotsUrl = new URL('/robots.txt', checkedUrl(address, undefined, options.allow ?? isPublicAddress))
    .href;
  const robots = await get(robotsUrl, options);
  const host = new URL(address).host;
  if (robots.status >= 500) throw unreachable(host, 'its robots.txt cannot be read');
  if (robots.status < 400) {
    const rules = robotsParser(robotsUrl, Buffer.from(robots.bytes).toString('utf8'));
    if (rules.isAllowed(address, 'Brierpatch') === false) {
      throw new ArticleError(
        'unreachable',
        `The site ${host} asks robots not to read this feed.`,
        'Hand in its articles one by one instead.',
      );
    }
  }
  return fetchPage(address, options);
};
