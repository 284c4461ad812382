import { arg, optional } from '../args.ts';
import { command } from '../command.ts';
import { readChannel, readSchedule, scheduleText } from '../parse/places.ts';
import { change } from './changeSettings.ts';

const where = { maxLength: 100, placeholder: 'here' } as const;

export const settingsChannels = command({
  name: 'settings channels',
  about: 'Where questions are announced, the leaderboard is posted and drafts are reviewed',
  args: {
    announcements: optional(
      arg.text('New, closing and resolved questions: here, a channel, or off', {
        label: 'Announcements: here, channel or off',
        ...where,
      }),
    ),
    leaderboard: optional(
      arg.text('Posts of the leaderboard: here, a channel, or off', {
        label: 'Leaderboard: here, channel or off',
        ...where,
      }),
    ),
    review: optional(
      arg.text('Notices for admins: here, a channel, or off', {
        label: 'For admins: here, channel or off',
        ...where,
      }),
    ),
    schedule: optional(
      arg.text('When the leaderboard is posted: Monday 09:00, first of the month 09:00, off', {
        label: 'Leaderboard posted: Monday 09:00',
        maxLength: 60,
      }),
    ),
    threads: optional(
      arg.flag('A thread for each posted question, where the platform has them', {
        label: 'A thread for each question',
      }),
    ),
  },
  visibility: 'private',
  admin: true,
  examples: [
    '/settings channels announcements:here',
    '/settings channels leaderboard:here schedule:Monday 09:00',
  ],
  prefill: async ({ settings }) => ({
    announcements: settings.announcements ?? 'off',
    leaderboard: settings.leaderboardChannel ?? 'off',
    review: settings.reviewChannel ?? 'off',
    schedule: scheduleText(settings.leaderboardSchedule),
    threads: settings.threads ? 'yes' : 'no',
  }),
  run: async (context, args) => {
    const { place, channel } = context.invocation.who;
    const at = (text: string): string | null => readChannel(text, channel, place.platform);
    return change(context, {
      ...(args.announcements === undefined ? {} : { announcements: at(args.announcements) }),
      ...(args.leaderboard === undefined ? {} : { leaderboardChannel: at(args.leaderboard) }),
      ...(args.review === undefined ? {} : { reviewChannel: at(args.review) }),
      ...(args.schedule === undefined ? {} : { leaderboardSchedule: readSchedule(args.schedule) }),
      ...(args.threads === undefined ? {} : { threads: args.threads }),
    });
  },
});
