import { economyOf } from '../../markets/core/economy.ts';
import type { SettingsReceipt } from '../../markets/settings.ts';
import { scheduleText } from '../parse/places.ts';
import type { Block, Button, Text, View } from '../view.ts';
import type { When } from '../when.ts';
import { count, moment, points } from './format.ts';

type Fact = { readonly name: string; readonly value: Text };

/** How a community is set up; for admins with the forms that change it. */
export function settingsView(r: SettingsReceipt, admin: boolean, when: When): View {
  return {
    title: `Settings of ${r.name}`,
    tone: 'info',
    blocks: [
      { kind: 'facts', facts: [...general(r, when), ...rules(r), ...economy(r)] },
      ...undelivered(r),
      ...(admin ? [{ kind: 'buttons' as const, buttons: forms }] : []),
    ],
  };
}

/** Messages that were given up in the last month, with the reason: what an admin can mend. */
function undelivered({ undelivered: failed }: SettingsReceipt): Block[] {
  if (failed.length === 0) return [];
  return [
    { kind: 'heading', text: `${count(failed.length, 'message')} could not be delivered` },
    {
      kind: 'facts',
      facts: failed.slice(0, 5).map(({ kind, to, error, at }) => ({
        name: `${kind} to ${to}`,
        value: [{ kind: 'time', at, style: 'minute' }, `: ${error ?? 'for a reason unknown'}`],
      })),
    },
  ];
}

const channel = (reference: string | null): string => reference ?? 'off';

function general(r: SettingsReceipt, when: When): Fact[] {
  const { settings: s } = r;
  const admins = r.admins
    .slice(0, 10)
    .map((a) => a.name)
    .join(', ');
  return [
    { name: 'Admins', value: admins === '' ? 'nobody yet' : admins },
    { name: 'Time zone', value: `${s.timeZone}; it is ${moment(when.now, when)}` },
    { name: 'Announcements', value: channel(s.announcements) },
    {
      name: 'Leaderboard',
      value: `${channel(s.leaderboardChannel)}, posted: ${scheduleText(s.leaderboardSchedule)}`,
    },
    { name: 'Review', value: channel(s.reviewChannel) },
    { name: 'Threads for questions', value: s.threads ? 'yes' : 'no' },
    { name: 'Admin roles', value: s.adminRoles.join(', ') || 'the platform’s own admins alone' },
    { name: 'May ask', value: s.askRoles.length === 0 ? 'everyone' : s.askRoles.join(', ') },
    { name: 'Places', value: r.places.map((p) => p.platform).join(', ') },
  ];
}

function rules({ settings: s }: SettingsReceipt): Fact[] {
  return [
    { name: 'Ranked from', value: count(s.minimumResolved, 'resolved question') },
    {
      name: 'Disputes',
      value: s.disputeHours === 0 ? 'none' : `within ${count(s.disputeHours, 'hour')} of a resolution`,
    },
    {
      name: 'Second admin',
      value:
        s.secondAdminAbove === null
          ? 'never needed'
          : `needed above ${points(BigInt(s.secondAdminAbove) * 100n)} at stake`,
    },
    {
      name: 'Bare bets',
      value: s.impliedForecasts ? 'count as a forecast at the price they left' : 'are no forecasts',
    },
  ];
}

function economy({ settings }: SettingsReceipt): Fact[] {
  const e = economyOf(settings);
  const whole = (n: number): string => points(BigInt(n) * 100n);
  return [
    { name: 'New members get', value: whole(e.startingGrant) },
    { name: 'Each week', value: whole(e.weeklyAllowance) },
    { name: 'Liquidity of a market', value: whole(e.liquidity) },
  ];
}

const form = (label: string, command: string): Button => ({
  kind: 'press',
  label,
  style: 'plain',
  press: { command, args: {} },
  form: true,
});

/** The forms that change settings, five fields at most each. */
export const forms: readonly Button[] = [
  form('Channels…', 'settings channels'),
  form('Rules…', 'settings rules'),
  form('Economy…', 'settings economy'),
  form('Roles…', 'settings roles'),
];
