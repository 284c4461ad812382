import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { ArticleError } from '../../src/articles/errors.ts';
import { fetchFeed, fetchPage } from '../../src/articles/fetch.ts';

const servers: Server[] = [];
const serve = async (listener: RequestListener): Promise<string> => {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
};
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

const anywhere = { allow: () => true };
const codeOf = async (fetching: Promise<unknown>): Promise<string> => {
  try {
    await fetching;
  } catch (error) {
    if (error instanceof ArticleError) {
      expect(error.message).toMatch(/^[A-Z].*\.$/);
      expect(error.hint).not.toBe('');
      return error.code;
    }
    throw error;
  }
  return 'none';
};
const html: RequestListener = (_request, response) => {
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.end('<p>Acme will sell its mill.</p>');
};

describe('fetchPage', () => {
  it('brings a page with its type and its address', async () => {
    const base = await serve(html);
    const page = await fetchPage(`${base}/a`, anywhere);
    expect(Buffer.from(page.bytes).toString()).toBe('<p>Acme will sell its mill.</p>');
    expect(page.contentType).toBe('text/html; charset=utf-8');
    expect(page.url).toBe(`${base}/a`);
  });

  it('refuses loopback, private and disguised addresses by default, and never connects', async () => {
    let asked = 0;
    const base = await serve((request, response) => {
      asked++;
      html(request, response);
    });
    const { port } = new URL(base);
    for (const url of [
      base,
      `http://localhost:${port}/`,
      `http://[::1]:${port}/`,
      `http://[::ffff:127.0.0.1]:${port}/`,
      `http://2130706433:${port}/`,
      `http://0x7f.1:${port}/`,
      'http://169.254.169.254/latest/meta-data/',
      'http://10.0.0.1/',
    ]) {
      expect(await codeOf(fetchPage(url))).toBe('address');
    }
    expect(asked).toBe(0);
  });

  it('checks the address that a name resolves to on the connection itself', async () => {
    const base = await serve(html);
    const { port } = new URL(base);
    const seen: string[] = [];
    const allow = (address: string): boolean => {
      seen.push(address);
      return false;
    };
    expect(await codeOf(fetchPage(`http://localhost:${port}/`, { allow }))).toBe('address');
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.every((address) => address === '127.0.0.1' || address === '::1')).toBe(true);
  });

  it('checks again at each redirect', async () => {
    const inner = await serve(html);
    const outer = await serve((_request, response) => {
      response.writeHead(302, { location: `${inner.replace('127.0.0.1', '127.0.0.2')}/secret` });
      response.end();
    });
    expect(await codeOf(fetchPage(outer, { allow: (address) => address === '127.0.0.1' }))).toBe('address');
    const away = await serve((_request, response) => {
      response.writeHead(302, { location: 'file:///etc/passwd' });
      response.end();
    });
    expect(await codeOf(fetchPage(away, anywhere))).toBe('address');
  });

  it('follows five redirects and no more', async () => {
    const base = await serve((request, response) => {
      const left = Number(request.url?.slice(1));
      if (left === 0) return html(request, response);
      response.writeHead(301, { location: `/${left - 1}` });
      response.end();
    });
    expect((await fetchPage(`${base}/5`, anywhere)).url).toBe(`${base}/0`);
    expect(await codeOf(fetchPage(`${base}/6`, anywhere))).toBe('unreachable');
  });

  it('takes only http and https, and no credentials', async () => {
    for (const url of [
      'ftp://example.com/',
      'javascript:alert(1)',
      'http://user:secret@example.com/',
      'nonsense',
    ]) {
      expect(await codeOf(fetchPage(url, anywhere))).toBe('address');
    }
  });

  it('sends no cookie and no authorization', async () => {
    let headers: Record<string, unknown> = {};
    const base = await serve((request, response) => {
      headers = request.headers;
      html(request, response);
    });
    await fetchPage(base, anywhere);
    expect(headers.cookie).toBeUndefined();
    expect(headers.authorization).toBeUndefined();
    expect(headers['user-agent']).toMatch(/^Brierpatch/);
  });

  it('stops at the size limit, also for what unpacks to more', async () => {
    const base = await serve((request, response) => {
      response.setHeader('content-type', 'text/plain');
      if (request.url === '/packed') {
        response.setHeader('content-encoding', 'gzip');
        response.end(gzipSync(Buffer.alloc(2_000_000, 'a')));
      } else response.end(Buffer.alloc(200_001, 'a'));
    });
    expect(await codeOf(fetchPage(base, { ...anywhere, bytes: 200_000 }))).toBe('too-large');
    expect(await codeOf(fetchPage(`${base}/packed`, { ...anywhere, bytes: 1_000_000 }))).toBe('too-large');
    const packed = await fetchPage(`${base}/packed`, { ...anywhere, bytes: 2_000_000 });
    expect(packed.bytes.length).toBe(2_000_000);
  });

  it('ends a page that drips, in the time it has', async () => {
    const base = await serve((_request, response) => {
      response.setHeader('content-type', 'text/plain');
      const drip = setInterval(() => response.write('a'), 20);
      response.on('close', () => clearInterval(drip));
    });
    const before = performance.now();
    expect(await codeOf(fetchPage(base, { ...anywhere, milliseconds: 300 }))).toBe('unreachable');
    expect(performance.now() - before).toBeLessThan(2000);
  });

  it('says what is wrong with a page that is missing, a picture, or no server', async () => {
    const base = await serve((request, response) => {
      if (request.url === '/picture') response.setHeader('content-type', 'image/png');
      else response.statusCode = 404;
      response.end('x');
    });
    await expect(fetchPage(`${base}/gone`, anywhere)).rejects.toThrow(/status 404/);
    expect(await codeOf(fetchPage(`${base}/picture`, anywhere))).toBe('not-text');
    expect(await codeOf(fetchPage('http://127.0.0.1:1/', anywhere))).toBe('unreachable');
    expect(await codeOf(fetchPage('http://no-such-name.invalid/', anywhere))).toBe('unreachable');
  });
});

describe('fetchFeed', () => {
  const feedServer = (robots: string | null, status = 200): Promise<string> =>
    serve((request, response) => {
      if (request.url === '/robots.txt') {
        response.statusCode = robots === null ? 404 : status;
        response.end(robots ?? 'none');
        return;
      }
      response.setHeader('content-type', 'application/rss+xml');
      response.end('<rss version="2.0"><channel><title>T</title></channel></rss>');
    });

  it('reads a feed that robots.txt does not forbid', async () => {
    for (const robots of [null, 'User-agent: *\nDisallow: /private/']) {
      const page = await fetchFeed(`${await feedServer(robots)}/feed`, anywhere);
      expect(page.contentType).toBe('application/rss+xml');
    }
  });

  it('stays away where robots.txt forbids it, or cannot be had', async () => {
    const forbidden = await feedServer('User-agent: Brierpatch\nDisallow: /');
    expect(await codeOf(fetchFeed(`${forbidden}/feed`, anywhere))).toBe('unreachable');
    const broken = await feedServer('oops', 503);
    expect(await codeOf(fetchFeed(`${broken}/feed`, anywhere))).toBe('unreachable');
  });
});
