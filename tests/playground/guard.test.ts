import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { sameHostOnly } from '../../src/bot/platforms/playground/guard.ts';

const page = new Hono().use(sameHostOnly(() => 3000)).all('/', (c) => c.text('inside'));
const ask = (headers: Record<string, string>) =>
  page.request('http://127.0.0.1:3000/', { method: 'POST', headers });

describe('only pages of this server may talk to it', () => {
  it.each<[string, Record<string, string>, number]>([
    ['its own address', { host: '127.0.0.1:3000' }, 200],
    ['localhost', { host: 'localhost:3000', origin: 'http://localhost:3000' }, 200],
    ['a foreign host (DNS rebinding)', { host: 'evil.example:3000' }, 403],
    ['another port', { host: '127.0.0.1:3001' }, 403],
    ['a foreign origin (cross-site post)', { host: '127.0.0.1:3000', origin: 'https://evil.example' }, 403],
    ['an opaque origin (sandboxed frame)', { host: '127.0.0.1:3000', origin: 'null' }, 403],
    ['no host at all', {}, 403],
  ])('%s', async (_case, headers, status) => {
    expect((await ask(headers)).status).toBe(status);
  });
});
