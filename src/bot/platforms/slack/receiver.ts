import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { HTTPModuleFunctions, HTTPReceiver, type HTTPReceiverOptions } from '@slack/bolt';
import type { Logger } from 'pino';

/** A request may be this old, or this far ahead of our clock (docs.slack.dev: verifying requests from Slack). */
const allowedSkew = 5 * 60;
const largestBody = 1024 * 1024;
const remembered = 20_000;

/** The body may not have been read to its end, so the connection serves no further request. */
const refuse = (response: ServerResponse, status: number): void => {
  response.writeHead(status, { connection: 'close' }).end();
};

/** True for what Bolt can read on: a form, or a JSON object. JSON `null` would bring Bolt down. */
function isReadable(request: IncomingMessage, body: string): boolean {
  const form = request.headers['content-type'] === 'application/x-www-form-urlencoded';
  const json = form ? new URLSearchParams(body).get('payload') : body;
  if (json === null) return true;
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/**
 * Bolt's HTTP receiver behind three checks that Bolt leaves out: timestamps from the future, a request that comes a
 * second time word for word (Slack signs each retry anew), and bodies that are no object.
 */
export function strictReceiver(options: HTTPReceiverOptions, log: Logger, now: () => number): HTTPReceiver {
  const receiver = new HTTPReceiver({ ...options, bodyLimit: largestBody });
  const inner: RequestListener = receiver.requestListener;
  const seen = new Map<string, number>();

  function replayed(signature: string): boolean {
    const first = seen.get(signature);
    if (seen.size > remembered)
      for (const [key, at] of seen) if (at < now() - allowedSkew * 2000) seen.delete(key);
    if (seen.size > remembered) seen.clear();
    seen.set(signature, now());
    return first !== undefined;
  }

  async function guard(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const stamp = Number(request.headers['x-slack-request-timestamp']);
    if (stamp > now() / 1000 + allowedSkew) {
      log.warn('refused a Slack request from the future');
      return refuse(response, 401);
    }
    // Bolt goes on with what is buffered here.
    const buffered = await HTTPModuleFunctions.bufferIncomingMessage(request, largestBody);
    const signature = request.headers['x-slack-signature'];
    if (typeof signature === 'string' && replayed(`${stamp}:${signature}`)) {
      log.warn('refused a Slack request that came a second time');
      return refuse(response, 401);
    }
    if (!isReadable(request, buffered.rawBody.toString())) {
      log.warn('refused a Slack request that is no object');
      return refuse(response, typeof signature === 'string' ? 400 : 401);
    }
    inner(request, response);
  }

  receiver.requestListener = (request, response) => {
    if (request.method !== 'POST') return inner(request, response);
    guard(request, response).catch((error: unknown) => {
      log.warn({ err: error }, 'refused a Slack request that could not be read');
      if (!response.headersSent) refuse(response, HTTPModuleFunctions.isRawBodyError(error) ? 413 : 400);
    });
  };
  return receiver;
}
