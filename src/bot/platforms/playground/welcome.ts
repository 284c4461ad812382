import type { Button, View } from '../../view.ts';

const press = (label: string, command: string, args: Readonly<Record<string, string>>): Button => ({
  kind: 'press',
  label,
  style: 'plain',
  press: { command, args },
});

/** The first message in the channel: what a newcomer can do within a minute. */
export const welcome: View = {
  title: 'Welcome to the patch',
  tone: 'info',
  blocks: [
    {
      kind: 'text',
      text: 'This is a chat with everything that Brierpatch does on Discord and Slack. Speak as any of five people; Robin is the admin.',
    },
    {
      kind: 'text',
      text: [
        'Try ',
        { kind: 'code', text: '/questions' },
        ', then ',
        { kind: 'code', text: '/forecast Q7 70% stake:50' },
        '. As Robin, paste an article after ',
        { kind: 'code', text: '/article' },
        ' and approve what was found in it.',
      ],
    },
    {
      kind: 'buttons',
      buttons: [
        press('Questions', 'questions', {}),
        press('Leaderboard', 'leaderboard', {}),
        press('All commands', 'help', {}),
      ],
    },
  ],
};
