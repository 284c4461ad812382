import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { readAmount } from '../parse/points.ts';
import { change } from './changeSettings.ts';

export const settingsRules = command({
  name: 'settings rules',
  about: 'Time zone, ranking, disputes, second admin',
  args: {
    timezone: optional(
      arg.text('Time zone in which dates are read and shown: Europe/Vienna', {
        label: 'Time zone',
        maxLength: 60,
      }),
    ),
    minimum: optional(
      arg.integer(
        'Resolved questions before a member is ranked',
        { min: 1, max: 1000 },
        { label: 'Resolved questions before ranking' },
      ),
    ),
    dispute: optional(
      arg.integer(
        'Hours in which a resolution can be disputed',
        { min: 0, max: 720 },
        { label: 'Hours in which to dispute' },
      ),
    ),
    second: optional(
      arg.points('Points at stake above which a second admin must confirm; off: never', {
        label: 'Second admin above (points, or off)',
      }),
    ),
    implied: optional(
      arg.flag('A bare bet counts as a forecast at the price it left', {
        label: 'Bare bets count as forecasts',
      }),
    ),
  },
  visibility: 'private',
  admin: true,
  examples: ['/settings rules timezone:Europe/Vienna', '/settings rules minimum:5 second:1000'],
  prefill: async ({ settings }) => ({
    timezone: settings.timeZone,
    minimum: String(settings.minimumResolved),
    dispute: String(settings.disputeHours),
    second: settings.secondAdminAbove === null ? 'off' : String(settings.secondAdminAbove),
    implied: settings.impliedForecasts ? 'yes' : 'no',
  }),
  run: async (context, args) =>
    change(context, {
      ...(args.timezone === undefined ? {} : { timeZone: args.timezone }),
      ...(args.minimum === undefined ? {} : { minimumResolved: args.minimum }),
      ...(args.dispute === undefined ? {} : { disputeHours: args.dispute }),
      ...(args.second === undefined ? {} : { secondAdminAbove: secondOf(args.second) }),
      ...(args.implied === undefined ? {} : { impliedForecasts: args.implied }),
    }),
});

const secondOf = (text: string): number | null =>
  /^(off|never|none|no)$/i.test(text)
    ? null
    : text.trim() === '0'
      ? 0
      : Number(readAmount(text, null, 'points') / 100n);
