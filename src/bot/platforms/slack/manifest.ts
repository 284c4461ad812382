import type { AnyCommand } from '../../command.ts';
import { shorten } from './escape.ts';
import { shortcuts } from './onShortcut.ts';

/** What the app may do, and why. */
export const botScopes = [
  'app_mentions:read', // commands by mention
  'channels:history', // whether a post went out before a crash
  'chat:write', // cards, receipts, reminders
  'chat:write.public', // announcements where it was not invited
  'commands', // /forecast and the shortcuts
  'files:read', // articles handed in as files
  'files:write', // charts
  'groups:history', // as channels:history, in private channels
  'im:history', // commands by direct message
  'im:write', // scores and reminders
  'links:read', // links to questions
  'links:write', // their cards
  'usergroups:read', // user groups as admin roles
  'users:read', // names, and who is an admin
] as const;

/** Links to questions are known by the address that this program is reached under, so only where it has one. */
const linkEvents = ['link_shared'] as const;

const events = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'message.im',
  'tokens_revoked',
  'user_change',
] as const;

export interface ManifestOptions {
  readonly name: string;
  /** Address under which Slack reaches this program (signed HTTP); null for Socket Mode. */
  readonly url: string | null;
}

/** Slack's app manifest (docs.slack.dev/reference/app-manifest), from the list of commands: one click makes the app. */
export function manifest(commands: readonly AnyCommand[], { name, url }: ManifestOptions) {
  const endpoint = url === null ? null : new URL('/slack/events', url).href;
  const at = endpoint === null ? {} : { url: endpoint };
  const request = endpoint === null ? {} : { request_url: endpoint };
  const words = commands.map((command) => command.name);
  return {
    display_information: {
      name: shorten(name, 35),
      description: 'Forecast questions, play-money wagers and Brier scores',
      long_description: longDescription(commands),
      background_color: '#1f3a5f',
    },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true, messages_tab_read_only_enabled: false },
      ...(url === null ? {} : { unfurl_domains: [new URL(url).hostname] }),
      bot_user: { display_name: name, always_online: true },
      shortcuts: Object.entries(shortcuts).map(([callback_id, shortcut]) => ({
        name: shortcut.name,
        type: shortcut.type,
        callback_id,
        description: shortcut.description,
      })),
      slash_commands: [
        {
          command: '/forecast',
          description: 'Forecast, bet, ask and see scores',
          usage_hint: shorten(`Q7 70% | ${words.filter((word) => word !== 'forecast').join(' | ')}`, 1000),
          should_escape: true,
          ...at,
        },
      ],
    },
    oauth_config: {
      scopes: { bot: [...botScopes] },
      ...(url === null ? {} : { redirect_urls: [new URL('/slack/oauth_redirect', url).href] }),
    },
    settings: {
      event_subscriptions: { ...request, bot_events: [...events, ...(url === null ? [] : linkEvents)] },
      interactivity: {
        is_enabled: true,
        ...request,
        ...(endpoint === null ? {} : { message_menu_options_url: endpoint }),
      },
      org_deploy_enabled: false,
      socket_mode_enabled: url === null,
      token_rotation_enabled: false,
    },
  };
}

/** Between 174 and 4000 characters, Slack asks. */
function longDescription(commands: readonly AnyCommand[]): string {
  const lines = commands.map((command) => `• /forecast ${command.name}: ${command.about}`);
  const about =
    'Brierpatch reads the predictions in an article, turns them into forecast questions, takes probabilities and ' +
    'play-money wagers, lets admins resolve them and keeps score: Brier scores, calibration, leaderboards.';
  return shorten([about, '', ...lines].join('\n'), 4000);
}
