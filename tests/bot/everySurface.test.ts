import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnvironment } from '../../src/bot/config.ts';
import { start } from '../../src/bot/main.ts';
import { botScopes } from '../../src/bot/platforms/slack/manifest.ts';
import { openTown, type Town } from '../discord/town.ts';
import { Slack } from '../slack/counterpart/slack.ts';
import { people } from '../slack/world.ts';

/** A page of our own at each path; its one prediction is about the country that the path names. */
function page(path: string): string {
  const country = path.slice(1);
  return `<!doctype html><html lang="en"><head><title>Outlook for ${country}</title>
<meta property="article:published_time" content="2026-11-20T08:00:00Z"></head><body><article><h1>Outlook for ${country}</h1>
<p>Prices have risen more slowly in each of the past six months, and wages have begun to follow them down.</p>
<p>Inflation in ${country} will fall below 2% by the end of 2028, the statistics office said on Thursday.</p>
<p>The office publishes its figures in the middle of each month. They were last revised in the spring.</p>
</article></body></html>`;
}

describe('one process serves Discord, Slack and the playground', () => {
  let slack: Slack;
  let town: Town;
  let said: string[];
  let pages: Server;
  const link = (country: string): string => {
    const at = pages.address();
    if (at === null || typeof at === 'string') throw new Error('the pages are not served');
    return `http://127.0.0.1:${at.port}/${country}`;
  };
  beforeAll(async () => {
    slack = await Slack.open('socket', {
      users: people,
      channels: [{ name: 'forecasts' }],
      scopes: botScopes,
    });
    said = [];
    pages = createServer((request, response) => {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(page(request.url ?? '/'));
    });
    await new Promise<void>((listening) => pages.listen(0, '127.0.0.1', listening));
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
        const running = await start(env, (line) => said.push(line), {
          fetch: { allow: (address) => address === '127.0.0.1' },
        });
        const platform = running.platforms.find(({ name }) => name === 'discord');
        if (!platform) throw new Error('Discord does not run');
        return { app: running.app, platform, stop: running.stop };
      },
    });
  });
  afterAll(async () => {
    await town.close();
    await slack.close();
    await new Promise((closed) => pages.close(closed));
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

  const inPlayground = async (as: string, text: string): Promise<string> => {
    const answer = await fetch(`${/http:\S+/.exec(said.join('\n'))?.[0]}api/say`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, text }),
    });
    return answer.text();
  };

  it('goes from a link to an announced question on each of them', { timeout: 60_000 }, async () => {
    const admin = slack.as('admin');
    await town.slash('ann', 'settings channels', { announcements: 'here' });
    await admin.types(`article ${link('Portugal')}`);
    await admin.presses(await admin.sees('Outlook for Portugal'), 'Approve');
    await town.until('the announcement on Discord', async () =>
      (await town.messages()).some((m) => JSON.stringify(m).includes('inflation in Portugal')) ? true : null,
    );

    await admin.types('settings channels announcements:here');
    await admin.sees('Announcements');
    const found = await town.slash('ann', 'article', { url: link('Norway') });
    expect(found.text).toContain('Outlook for Norway');
    await town.press('ann', found, 'Approve');
    const card = await slack.as('ada').sees(/inflation in Norway/i);
    expect(card.only).toBeNull();

    expect(await inPlayground('admin', `/article ${link('Chile')}`)).toContain('Outlook for Chile');
    expect(await inPlayground('admin', '/drafts approve 1')).toContain('inflation in Chile');
  });

  it('keeps the playground apart from both', async () => {
    expect(await inPlayground('ada', '/questions search:Vienna')).not.toContain('snow in Vienna');
  });
});
