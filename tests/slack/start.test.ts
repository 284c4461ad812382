import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackPlatform } from '../../src/bot/platforms/slack/index.ts';
import { Slack } from './counterpart/slack.ts';
import { openWorld, people, type World } from './world.ts';

describe('starting', () => {
  let world: World;
  let slack: Slack;
  beforeAll(async () => {
    world = await openWorld('socket');
    slack = await Slack.open('socket', { users: people, channels: [], scopes: [] });
  });
  afterAll(async () => {
    await world.close();
    await slack.close();
  });

  const app = () => ({ ...world.app, log: pino({ level: 'silent' }) });
  const at = () => ({ apiUrl: slack.wiring.apiUrl, port: slack.wiring.port, host: '127.0.0.1' });

  it('needs one way to act and one way in', () => {
    expect(() => slackPlatform(app(), { ...at(), appToken: 'xapp-1' })).toThrow(
      'either a bot token or an OAuth',
    );
    expect(() => slackPlatform(app(), { ...at(), botToken: 'xoxb-1' })).toThrow(
      'an app token (Socket Mode) or',
    );
  });

  it('says which token Slack does not take', async () => {
    const wrong = slackPlatform(app(), { ...at(), botToken: 'xoxb-wrong', appToken: slack.wiring.appToken });
    // emulate takes an unknown token for a person's.
    await expect(wrong.start()).rejects.toThrow('begins with xoxb-');
    slack.api.faults.push({ method: 'auth.test', times: 3, error: 'invalid_auth' });
    await expect(wrong.start()).rejects.toThrow('Slack does not take the bot token: invalid_auth');
  });

  it('says that Slack could not be reached', async () => {
    const lost = slackPlatform(app(), {
      ...at(),
      apiUrl: 'http://127.0.0.1:9/api/',
      botToken: 'xoxb-1',
      appToken: 'xapp-1',
    });
    await expect(lost.start()).rejects.toThrow('Slack could not be reached');
  });

  it('rejects an app token that Slack does not take, instead of trying for ever', async () => {
    const wrong = slackPlatform(app(), { ...at(), botToken: slack.api.bot.token, appToken: 'xapp-wrong' });
    await expect(wrong.start()).rejects.toThrow(/invalid_auth/);
  });
});
