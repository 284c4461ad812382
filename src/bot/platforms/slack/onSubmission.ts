import type { types } from '@slack/bolt';
import type { z } from 'zod';
import type { FileValue } from '../../command.ts';
import type { Desk } from './desk.ts';
import { download, FileTrouble } from './files.ts';
import { publishHome } from './home.ts';
import type { FormMemory } from './metadata.ts';
import { blockOfField, type Filled, readState, viewModal } from './modal.ts';
import { submissionSchema } from './payloads.ts';
import { type Decision, decision, fieldErrors, submit, type Verdict } from './submission.ts';
import { invocationOf, notice, type Visitor, visit } from './visitor.ts';

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
  const decided = decision(acknowledge, form.to.channel === null);
  try {
    const team = payload.team?.id ?? payload.user.team_id ?? undefined;
    const visitor = await visit(desk, team, payload.user.id, form.to);
    if (visitor === null) return;
    await run(desk, visitor, payload, { form, filled, decided });
    if (form.to.channel === null) await publishHome(desk, visitor);
  } finally {
    await decided.end();
  }
}

async function run(
  desk: Desk,
  visitor: Visitor,
  { view, trigger_id }: z.infer<typeof submissionSchema>,
  { form, filled, decided }: { form: FormMemory; filled: Filled; decided: Decision },
): Promise<void> {
  const files: Record<string, FileValue> = {};
  for (const [name, file] of Object.entries(filled.files)) {
    try {
      files[name] = await download(visitor.at, file, desk.origins);
    } catch (error) {
      if (!(error instanceof FileTrouble)) throw error;
      await decided.decide({ response_action: 'errors', errors: { [blockOfField(name)]: error.message } });
      return;
    }
  }
  const { command, fixed, to } = form;
  const blocks: types.AnyBlock[] = view.blocks;
  await submit(
    desk,
    {
      to: { at: visitor.at, user: visitor.user, target: to, trigger: null, origin: command, inPlace: null },
      view: { id: view.id, blocks, metadata: view.private_metadata, title: view.title?.text ?? command },
      invocation: invocationOf(visitor, to.channel, {
        id: trigger_id,
        command,
        args: { ...filled.texts, ...files, ...fixed },
        wantsForm: false,
      }),
    },
    decided,
  );
}
