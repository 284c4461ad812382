import type { FileValue } from '../../command.ts';
import type { Desk } from './desk.ts';
import { download, FileTrouble } from './files.ts';
import { publishHome } from './home.ts';
import { blockOfField, readState, viewModal } from './modal.ts';
import { submissionSchema } from './payloads.ts';
import { fieldErrors, submit, type Verdict } from './submission.ts';
import { invocationOf, notice, visit } from './visitor.ts';

/** A form that was sent. */
export async function onSubmission(
  desk: Desk,
  body: unknown,
  acknowledge: (verdict: Verdict) => Promise<void>,
): Promise<void> {
  const payload = submissionSchema.parse(body);
  const { view } = payload;
  const form = desk.forms.read(view.private_metadata);
  const filled = readState(view.state?.values ?? {});
  const command = desk.app.commands.find((c) => c.name === form?.command);
  if (form === null || filled === null || command === undefined) {
    desk.log.warn({ view: view.id }, 'a form that cannot be read any more was sent');
    const expired = notice('This form has expired', 'Please open it again; nothing was done.');
    await acknowledge({ response_action: 'update', view: viewModal(expired, '') });
    return;
  }
  const errors = fieldErrors(desk, command, filled);
  if (Object.keys(errors).length > 0) {
    await acknowledge({ response_action: 'errors', errors });
    return;
  }
  const user = payload.user.id;
  const visitor = await visit(desk, payload.team?.id ?? payload.user.team_id ?? undefined, user, form.to);
  if (visitor === null) {
    await acknowledge(undefined);
    return;
  }
  const files: Record<string, FileValue> = {};
  for (const [name, file] of Object.entries(filled.files)) {
    try {
      files[name] = await download(visitor.at, file, desk.origins);
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
      await acknowledge({ response_action: 'errors', errors: { [blockOfField(name)]: error.message } });
      return;
    }
  }
  const { channel } = form.to;
  await submit(
    desk,
    {
      to: { at: visitor.at, user, target: form.to, trigger: null, origin: command.name, inPlace: null },
      view: {
        id: view.id,
        blocks: view.blocks,
        metadata: view.private_metadata,
        title: view.title?.text ?? command.name,
      },
      invocation: invocationOf(visitor, channel, {
        id: payload.trigger_id,
        command: command.name,
        args: { ...filled.texts, ...files, ...form.fixed },
        wantsForm: false,
      }),
    },
    acknowledge,
  );
  if (channel === null) await publishHome(desk, visitor);
}
