import { Refusal } from '../../markets/core/refusal.ts';
import type { CommunitySettings } from '../../markets/core/settings.ts';

const off = /^(off|none|no|nowhere|-)$/i;

/**
 * A channel as an admin names it: `here`, `off`, a mention (`<#123>`), or a reference like "slack:C123".
 *
 * @param here the channel that the command came from, "discord:123"; null in a direct message
 * @returns a reference, or null for off
 */
export function readChannel(text: string, here: string | null, platform: string): string | null {
  const t = text.trim();
  if (off.test(t)) return null;
  if (/^here$/i.test(t)) {
    if (here !== null) return here;
    throw new Refusal(
      'not-understood',
      'There is no channel here.',
      'Write this in the channel that you mean.',
    );
  }
  const mention = /^<#([A-Za-z0-9]{1,40})(?:\|[^>]*)?>$/.exec(t);
  if (mention) return `${platform}:${mention[1]}`;
  if (/^[a-z]+:[\w-]{1,60}$/.test(t)) return t;
  throw new Refusal(
    'not-understood',
    `I can't tell which channel "${t.slice(0, 60)}" is.`,
    'Write here in the channel that you mean, pick it from the list after #, or write off.',
  );
}

/** Roles as an admin names them: mentions (`<@&123>`, `<!subteam^S123>`) or ids, several at once; `none` for none. */
export function readRoles(text: string): string[] {
  const t = text.trim();
  if (off.test(t)) return [];
  return t.split(/[\s,;]+/).map((word) => {
    const id = /^(?:<@&|<!subteam\^)?([A-Za-z0-9]{1,40})(?:\|[^>]*)?>?$/.exec(word)?.[1];
    if (id !== undefined) return id;
    throw new Refusal(
      'not-understood',
      `I can't tell which role "${word.slice(0, 60)}" is.`,
      'Pick roles from the list after @, or write none.',
    );
  });
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/**
 * When the leaderboard is posted: `Monday 09:00`, `first of the month 09:00`, `off`.
 *
 * @returns weekday 1 (Monday) to 7, or 0 for the first of each month; null for off
 */
export function readSchedule(text: string): CommunitySettings['leaderboardSchedule'] {
  const t = text.trim().toLowerCase();
  if (off.test(t)) return null;
  const m = /^(?:every |on )?(.+?)(?: at)?[ ,]+(\d{1,2})[:.](\d{2})$/.exec(t);
  const name = (m?.[1] ?? '').replace(/s$/, '');
  const index = weekdays.findIndex((d) => name.length >= 3 && d.startsWith(name));
  const monthly = /^(?:the )?(?:first|1st|1|month(?:ly)?)(?: (?:day )?of (?:the|each|every) month)?$/.test(
    name,
  );
  const [hour, minute] = [Number(m?.[2]), Number(m?.[3])];
  if (!m || (index < 0 && !monthly) || hour > 23 || minute > 59) {
    throw new Refusal(
      'not-understood',
      `I can't read "${text.trim().slice(0, 60)}" as a schedule.`,
      'Write it like Monday 09:00, first of the month 09:00, or off.',
    );
  }
  return { weekday: monthly ? 0 : index + 1, hour, minute };
}

/** The same as it is read back: "Monday 09:00". */
export function scheduleText(schedule: CommunitySettings['leaderboardSchedule']): string {
  if (!schedule) return 'off';
  const day = weekdays[schedule.weekday - 1];
  const name = day ? `${day.charAt(0).toUpperCase()}${day.slice(1)}` : 'first of the month';
  return `${name} ${String(schedule.hour).padStart(2, '0')}:${String(schedule.minute).padStart(2, '0')}`;
}
