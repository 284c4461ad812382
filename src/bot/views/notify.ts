import type { Notify } from '../../markets/core/settings.ts';
import type { Button, View } from '../view.ts';

const about: Readonly<Record<keyof Notify, string>> = {
  scores: 'Your score and how it came about, when a question resolves',
  edits: 'Changes of questions that you forecast on',
  reminders: 'Questions that close soon, in one message a day',
};

/** Which direct messages a member gets, each with the button that turns it. */
export function notifyView(notify: Notify): View {
  const names: readonly (keyof Notify)[] = ['scores', 'edits', 'reminders'];
  const button = (name: keyof Notify): Button => ({
    kind: 'press',
    label: `${notify[name] ? 'Stop' : 'Send'} ${name}`,
    style: notify[name] ? 'plain' : 'primary',
    press: { command: 'notify', args: { [name]: notify[name] ? 'no' : 'yes' } },
  });
  return {
    title: 'Direct messages to you',
    tone: 'info',
    blocks: [
      {
        kind: 'facts',
        facts: names.map((name) => ({ name: `${name}: ${notify[name] ? 'on' : 'off'}`, value: about[name] })),
      },
      { kind: 'buttons', buttons: names.map(button) },
    ],
  };
}
