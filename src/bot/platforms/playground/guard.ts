import type { MiddlewareHandler } from 'hono';

/**
 * Lets only pages of this very server talk to it. A browser tells the site it thinks it talks to in `Host` and the page
 * it comes from in `Origin`; a foreign value of either is another site reaching for the loopback address (DNS
 * rebinding, cross-site posts).
 *
 * @param port asked at each request, because it is known only once the server listens
 */
export function sameHostOnly(port: () => number): MiddlewareHandler {
  return async (context, next) => {
    const hosts = ['127.0.0.1', 'localhost', '[::1]'].map((name) => `${name}:${port()}`);
    const host = context.req.header('host') ?? '';
    const origin = context.req.header('origin');
    if (!hosts.includes(host)) {
      return context.json(
        { error: `The playground answers on 127.0.0.1:${port()} alone, not as "${host}".` },
        403,
      );
    }
    if (origin !== undefined && !hosts.includes(origin.replace(/^http:\/\//, ''))) {
      return context.json({ error: `Requests from ${origin} are refused.` }, 403);
    }
    await next();
    context.header(
      'Content-Security-Policy',
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'; connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'",
    );
    context.header('X-Content-Type-Options', 'nosniff');
    context.header('Referrer-Policy', 'no-referrer');
  };
}
