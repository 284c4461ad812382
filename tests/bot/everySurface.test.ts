import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../src/bot/config.ts';
import { start } from '../../src/bot/main.ts';
import { botScopes } from '../../src/bot/platforms/slack/manifest.ts';
import { openTown, type Town } from '../discord/town.ts';
import { Slack } from '../slack/counterpart/slack.ts';
import { people } from '../slack/world.ts';

describe('one process serves Discord, Slack and the playground', () => {
  let slack: Slack;
  let town: Town;
  let said: string[];
  beforeAll(async () => {
    slack = await Slack.open('socket', {
      users: people,
      channels: [{ name: 'forecasts' }],
      scopes: botScopes,
    });
    said = [];
    town = await openTown({
      program: async ({ token, apiUrl, folder }) => {
        const env = readEnvironment({
          DATABASE_URL: `file:${folder}/whole.db`,
          DISCORD_TOKEN: token,
          DISCORD_API_URL: apiUrl,
          SLACK_BOT_TOKEN: slack.api.bot.token,
          SLACK_APP_TOKEN: slack.wiring.appToken,
          SLACK_API_URL: slack.wiring.apiUrl,
          PLAYGROUND: 'on',
          PORT: '0',
          LOG_LEVEL: 'error',
        });
        const running = await start(env, (line) => said.push(line));
        const platform = running.platforms.find(({ name }) => name === 'discord');
        if (!platform) throw new Error('Discord does not run');
        return { app: running.app, platform, stop: running.stop };
      },
    });
  });
  afterAll(async () => {
    await town.close();
    await slack.close();
  });

  const codeIn = (text: string): string => {
    const code = /\b[2-9A-HJ-NP-Z]{8}\b/.exec(text)?.[0];
    if (!code) throw new Error(`no code in: ${text}`);
    return code;
  };

  it('says where each of them is', () => {
    expect(said.join('\n')).toMatch(
      /discord is connected\.\nslack is connected\.\nThe playground is at http/,
    );
  });

  it('joins a server and a workspace to one community, and two identities to one member', async () => {
    const [admin, ada] = [slack.as('admin'), slack.as('ada')];

    const offered = await town.slash('ann', 'link', { what: 'community' });
    await admin.types(`link ${codeIn(offered.text)} what:community`);
    await admin.sees(/joined|linked/i);

    await town.slash('ann', 'ask', {
      title: 'Will it snow in Vienna before Christmas 2028?',
      closes: '2028-12-24',
      criteria: 'YES if the national weather service reports snow in Vienna by then.',
    });
    await ada.types('Q1 70% stake:50');
    await ada.sees('70% YES');

    const code = codeIn((await town.slash('bob', 'link')).text);
    await ada.types(`link ${code}`);
    await ada.sees(/joined|linked/i);

    const scorecard = await town.slash('bob', 'me');
    expect(scorecard.text).toContain('70%');
    expect(scorecard.text).toContain('950 points');
    await town.slash('cy', 'forecast', { question: 'Q1', probability: '20%' });

    await admin.types('resolve Q1 YES');
    await admin.sees('Resolved');
    const board = await town.slash('cy', 'leaderboard', { metric: 'brier' });
    expect(board.text).toMatch(/0\.180/);
    expect(board.text).toMatch(/1\.280/);
    const members = await town.app.db.client.score.findMany({
      where: { NOT: { memberId: null }, question: { title: { contains: 'Vienna' } } },
    });
    expect(members).toHaveLength(2);
  });

  it('keeps the playground apart from both', async () => {
    const address = /http:\S+/.exec(said.join('\n'))?.[0] ?? '';
    const answer = await fetch(`${address}api/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as: 'ada', text: '/questions search:Vienna' }),
    });
    expect(await answer.text()).not.toContain('snow in Vienna');
  });
});
