import type { App, Invocation, Responder } from './app.ts';

/**
 * Answers one invocation on any surface: missing arguments -> form; acknowledge; run; show; refusal -> private message;
 * anything else -> logged once with a reference, which is what the person sees. Never throws. A repeated delivery (same
 * key) shows the first answer again.
 */
export async function handle(_app: App, _invocation: Invocation, _responder: Responder): Promise<void> {
  throw new Error('being built');
}

export interface CompletionRequest {
  readonly who: Invocation['who'];
  readonly command: string;
  readonly arg: string;
  readonly typed: string;
  /** What has been typed into the other arguments so far. */
  readonly args: Readonly<Record<string, string>>;
}

/** Completions for one argument while it is typed; at most 25, only what the person may see. Never throws. */
export async function complete(
  _app: App,
  _request: CompletionRequest,
): Promise<readonly { readonly value: string; readonly label: string }[]> {
  throw new Error('being built');
}
