import { z } from 'zod';

const channel = z.string().max(100).nullable().default(null);

/** Which notices a member wants as direct messages. */
export const notifySchema = z.object({
  scores: z.boolean().default(true),
  edits: z.boolean().default(true),
  reminders: z.boolean().default(true),
});
export type Notify = z.infer<typeof notifySchema>;

/** Everything that a community can set. Stored as JSON in `Community.settings`; absent fields have these defaults. */
export const settingsSchema = z.object({
  /** IANA name; dates are read and shown in it. */
  timeZone: z.string().default('UTC'),
  /** Channel references, "discord:123" or "slack:C123"; null is off. */
  announcements: channel,
  leaderboardChannel: channel,
  reviewChannel: channel,
  /** Platform role ids that may resolve and approve, besides the platform's own administrators. */
  adminRoles: z.array(z.string().max(100)).max(50).default([]),
  /** Role ids that may ask questions; empty: everyone. */
  askRoles: z.array(z.string().max(100)).max(50).default([]),
  /** When the leaderboard is posted, local time; weekday 1 (Monday) to 7, or 0 for the first of each month. */
  leaderboardSchedule: z
    .object({
      weekday: z.number().int().min(0).max(7),
      hour: z.number().int().min(0).max(23),
      minute: z.number().int().min(0).max(59),
    })
    .nullable()
    .default({ weekday: 1, hour: 9, minute: 0 }),
  /** Resolved questions before a member is ranked. */
  minimumResolved: z.number().int().min(1).max(1000).default(3),
  /** A bare bet counts as a forecast at the price it left. */
  impliedForecasts: z.boolean().default(true),
  /** Hours after a resolution in which members may dispute it. */
  disputeHours: z
    .number()
    .int()
    .min(0)
    .max(24 * 30)
    .default(48),
  /** Points at stake above which a second admin must confirm a resolution; null: never. */
  secondAdminAbove: z.number().int().min(0).nullable().default(null),
  /** A thread for each posted question, where the platform has them. */
  threads: z.boolean().default(false),
  /** Overrides of core/economy.ts, whole points. */
  economy: z
    .object({
      startingGrant: z.number().int().min(0).max(1_000_000).optional(),
      weeklyAllowance: z.number().int().min(0).max(1_000_000).optional(),
      liquidity: z.number().int().min(10).max(100_000).optional(),
    })
    .default({}),
});
export type CommunitySettings = z.infer<typeof settingsSchema>;

/** Reads `Community.settings`. */
export const readSettings = (json: string): CommunitySettings => settingsSchema.parse(JSON.parse(json));

/** Reads `Member.notify`. */
export const readNotify = (json: string): Notify => notifySchema.parse(JSON.parse(json));
