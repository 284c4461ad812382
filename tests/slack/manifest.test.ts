import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/bot/commands/index.ts';
import { manifest } from '../../src/bot/platforms/slack/manifest.ts';
import { questionOfLink } from '../../src/bot/platforms/slack/onLinks.ts';
import { list, text } from './counterpart/json.ts';

const socket = manifest(commands, { name: 'Brierpatch', url: null });
const http = manifest(commands, { name: 'Brierpatch', url: 'https://bot.example.org' });

it('manifest.json is what scripts/slackManifest.ts makes of the commands', () => {
  const written: unknown = JSON.parse(readFileSync(join(import.meta.dirname, '../../manifest.json'), 'utf8'));
  expect(written).toEqual(JSON.parse(JSON.stringify(socket)));
});

describe.each([
  ['Socket Mode', socket],
  ['signed HTTP', http],
])('the manifest for %s', (_, made) => {
  it('keeps to what Slack documents of each field', () => {
    const { display_information: shown, features } = made;
    expect(shown.name.length).toBeLessThanOrEqual(35);
    expect(shown.description.length).toBeLessThanOrEqual(140);
    expect(shown.long_description.length).toBeGreaterThanOrEqual(174);
    expect(shown.long_description.length).toBeLessThanOrEqual(4000);
    expect(shown.background_color).toMatch(/^#[0-9a-f]{6}$/);
    expect(features.bot_user.display_name.length).toBeLessThanOrEqual(80);
    expect(features.shortcuts.length).toBeLessThanOrEqual(10);
    for (const shortcut of features.shortcuts) {
      expect(shortcut.name.length).toBeLessThanOrEqual(24);
      expect(shortcut.description.length).toBeLessThanOrEqual(150);
      expect(shortcut.callback_id.length).toBeLessThanOrEqual(255);
      expect(['message', 'global']).toContain(shortcut.type);
    }
    for (const command of features.slash_commands) {
      expect(command.command).toMatch(/^\/[a-z]{1,31}$/);
      expect(command.description.length).toBeLessThanOrEqual(2000);
      expect(command.usage_hint.length).toBeLessThanOrEqual(1000);
    }
    expect(new Set(made.oauth_config.scopes.bot).size).toBe(made.oauth_config.scopes.bot.length);
  });

  it('names every command and asks for the scopes of every event', () => {
    for (const command of commands)
      expect(made.display_information.long_description).toContain(`/forecast ${command.name}:`);
    const needs: Record<string, string> = {
      app_mention: 'app_mentions:read',
      'message.im': 'im:history',
      user_change: 'users:read',
      link_shared: 'links:read',
    };
    for (const event of list(made.settings.event_subscriptions.bot_events)) {
      const scope = needs[text(event)];
      if (scope !== undefined) expect(made.oauth_config.scopes.bot).toContain(scope);
    }
  });
});

it('needs an address only where Slack comes to us', () => {
  expect(JSON.stringify(socket)).not.toContain('https://');
  expect(socket.settings.socket_mode_enabled).toBe(true);
  expect(http.settings.socket_mode_enabled).toBe(false);
  expect(http.settings.interactivity).toMatchObject({
    request_url: 'https://bot.example.org/slack/events',
    message_menu_options_url: 'https://bot.example.org/slack/events',
  });
  expect(http.features).toMatchObject({ unfurl_domains: ['bot.example.org'] });
});

it.each([
  ['https://bot.example.org/q/7', '7'],
  ['https://bot.example.org/questions/Q12/', '12'],
  ['https://bot.example.org/q/7?x=1#y', '7'],
  ['https://bot.example.org/q/', null],
  ['https://bot.example.org/queue/7', null],
  ['https://bot.example.org/q/7/edit', null],
  ['not an address', null],
])('the link %s leads to question %s', (url, question) => {
  expect(questionOfLink(url)).toBe(question);
});
