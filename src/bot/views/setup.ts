import type { SettingsReceipt } from '../../markets/settings.ts';
import type { Block, Button, View } from '../view.ts';
import { forms } from './settings.ts';

interface Step {
  readonly done: boolean;
  readonly what: string;
  readonly button: Button;
}

const press = (label: string, command: string, args: Record<string, string>): Button => ({
  kind: 'press',
  label,
  style: 'primary',
  press: { command, args },
});

/** What an admin has yet to decide, each with the button that does it here. Everything works without. */
export function setupView(r: SettingsReceipt): View {
  const { settings: s } = r;
  const steps: readonly Step[] = [
    {
      done: s.timeZone !== 'UTC',
      what: `Time zone: ${s.timeZone}. Dates are read and shown in it.`,
      button: {
        kind: 'press',
        label: 'Time zone…',
        style: 'primary',
        press: { command: 'settings rules', args: {} },
        form: true,
      },
    },
    {
      done: s.announcements !== null,
      what: `Announcements: ${s.announcements ?? 'off'}. New, closing and resolved questions.`,
      button: press('Announce here', 'settings channels', { announcements: 'here' }),
    },
    {
      done: s.leaderboardChannel !== null,
      what: `Leaderboard: ${s.leaderboardChannel ?? 'off'}. Posted on a schedule.`,
      button: press('Leaderboard here', 'settings channels', { leaderboard: 'here' }),
    },
    {
      done: s.reviewChannel !== null,
      what: `Review: ${s.reviewChannel ?? 'off'}. Drafts that wait, questions to resolve.`,
      button: press('Review here', 'settings channels', { review: 'here' }),
    },
  ];
  const open = steps.filter((step) => !step.done);
  return {
    title: open.length === 0 ? 'All set up' : 'Setting up',
    tone: open.length === 0 ? 'good' : 'info',
    blocks: [
      {
        kind: 'text',
        text: 'Buttons that say “here” mean this very channel; run /setup in another one for another.',
      },
      ...steps.map((step): Block => ({ kind: 'text', text: `${step.done ? '✓' : '○'} ${step.what}` })),
      ...(open.length === 0 ? [] : [{ kind: 'buttons' as const, buttons: open.map((step) => step.button) }]),
      { kind: 'heading', text: 'More' },
      { kind: 'buttons', buttons: forms },
      {
        kind: 'text',
        text: 'Then hand in an article with /article, or ask something with /ask.',
      },
    ],
  };
}
