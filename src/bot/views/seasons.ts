import type { SeasonLine } from '../../markets/seasons.ts';
import type { View } from '../view.ts';
import type { When } from '../when.ts';
import { shortDay, shorten } from './format.ts';

/** The community's seasons, each with a way to its leaderboard. */
export function seasonsView(seasons: readonly SeasonLine[], when: When): View {
  if (seasons.length === 0) {
    return {
      title: 'Seasons',
      tone: 'neutral',
      blocks: [
        {
          kind: 'text',
          text: 'None yet. Admins declare one with /season open Winter cup starts:1 Dec ends:28 Feb.',
        },
      ],
    };
  }
  const state = (s: SeasonLine): string =>
    s.closedAt ? 'closed, standings kept' : s.startsAt > when.now ? 'to come' : 'running';
  return {
    title: 'Seasons',
    tone: 'info',
    blocks: [
      {
        kind: 'table',
        columns: [
          { title: 'Season', align: 'left' },
          { title: 'From', align: 'right' },
          { title: 'Until', align: 'right' },
          { title: '', align: 'left' },
        ],
        rows: seasons.map((s) => [
          s.name,
          shortDay(s.startsAt, when),
          shortDay(new Date(s.endsAt.getTime() - 1), when),
          state(s),
        ]),
      },
      {
        kind: 'select',
        placeholder: 'Leaderboard of…',
        press: { command: 'leaderboard', args: {} },
        fills: 'window',
        options: seasons.slice(0, 25).map((s) => ({ value: s.name, label: shorten(s.name, 80) })),
      },
    ],
  };
}
