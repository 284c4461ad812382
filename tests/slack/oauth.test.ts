import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { App, Platform } from '../../src/bot/app.ts';
import { commands } from '../../src/bot/commands/index.ts';
import { slackPlatform } from '../../src/bot/platforms/slack/index.ts';
import { botScopes } from '../../src/bot/platforms/slack/manifest.ts';
import { sealer } from '../../src/bot/platforms/slack/seal.ts';
import { type Db, openDatabase } from '../../src/markets/db.ts';
import { deleteInstallation, findInstallation, saveInstallation } from '../../src/markets/installations.ts';
import { wordsOf } from './counterpart/json.ts';
import { Slack } from './counterpart/slack.ts';
import { people } from './world.ts';

const key = 'a1'.repeat(32);

describe('sealing', () => {
  const seals = sealer(key);

  it('opens what it sealed, for the same workspace with the same key', () => {
    const sealed = seals.seal('xoxb-secret', 'T1');
    expect(sealed).not.toContain('xoxb');
    expect(seals.open(sealed, 'T1')).toBe('xoxb-secret');
    expect(sealer(Buffer.from(key, 'hex').toString('base64')).open(sealed, 'T1')).toBe('xoxb-secret');
    expect(seals.seal('xoxb-secret', 'T1')).not.toBe(sealed);
  });

  it('refuses what belongs elsewhere, was changed, cut short, or sealed with another key', () => {
    const sealed = seals.seal('xoxb-secret', 'T1');
    const bytes = Buffer.from(sealed, 'base64');
    expect(() => seals.open(sealed, 'T2')).toThrow();
    expect(() => sealer('b2'.repeat(32)).open(sealed, 'T1')).toThrow();
    for (const i of [0, 12, 28, bytes.length - 1]) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] ?? 0) ^ 1;
      expect(() => seals.open(changed.toString('base64'), 'T1')).toThrow();
    }
    for (const length of [0, 5, 20, bytes.length - 1])
      expect(() => seals.open(bytes.subarray(0, length).toString('base64'), 'T1')).toThrow();
  });

  it.each(['', 'short', 'ab'.repeat(31), 'zz'.repeat(32)])('refuses the key %j', (wrong) => {
    expect(() => sealer(wrong)).toThrow('32 bytes');
  });
});

describe('many workspaces by OAuth', () => {
  let slack: Slack;
  let db: Db;
  let platform: Platform;
  const log: string[] = [];
  const folder = mkdtempSync(join(tmpdir(), 'brierpatch-oauth-'));

  beforeAll(async () => {
    slack = await Slack.open('http', { users: people, channels: [{ name: 'forecasts' }], scopes: botScopes });
    db = await openDatabase(`file:${join(folder, 'test.db')}`);
    const app: App = {
      db,
      commands,
      log: pino({ level: 'info' }, { write: (line: string) => void log.push(line) }),
      clock: () => new Date(),
      reading: {},
    };
    const at = (teamId: string) => ({ platform: 'slack', teamId });
    platform = slackPlatform(app, {
      signingSecret: slack.wiring.signingSecret,
      port: slack.wiring.port,
      host: '127.0.0.1',
      apiUrl: slack.wiring.apiUrl,
      oauth: {
        clientId: '111.222',
        clientSecret: 'client-secret',
        stateSecret: 'state-secret',
        key,
        redirectUri: slack.wiring.redirectUri,
        store: {
          save: (teamId, sealed) => saveInstallation(db, at(teamId), sealed, new Date()),
          find: (teamId) => findInstallation(db, at(teamId)),
          remove: (teamId) => deleteInstallation(db, at(teamId)),
        },
      },
    });
    await platform.start();
  });
  afterAll(async () => {
    await platform.stop();
    await slack.close();
    await db.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const here = () => `http://127.0.0.1:${slack.wiring.port}`;

  /** What the browser of whoever installs the app does. */
  async function install(
    team: string | null,
    change: (url: URL) => void = () => undefined,
  ): Promise<Response> {
    slack.api.installsNext = team;
    const begun = await fetch(`${here()}/slack/install`, { redirect: 'manual' });
    const cookie = begun.headers
      .getSetCookie()
      .map((one) => one.split(';')[0])
      .join('; ');
    const asked = new URL(begun.headers.get('location') ?? '');
    expect(asked.searchParams.get('scope')?.split(',').sort()).toEqual([...botScopes].sort());
    const agreed = await fetch(`${slack.api.url}/oauth/v2/authorize/callback`, {
      method: 'POST',
      redirect: 'manual',
      body: new URLSearchParams({
        user_id: slack.users.get('admin') ?? '',
        redirect_uri: asked.searchParams.get('redirect_uri') ?? '',
        scope: asked.searchParams.get('scope') ?? '',
        state: asked.searchParams.get('state') ?? '',
        client_id: asked.searchParams.get('client_id') ?? '',
      }),
    });
    const back = new URL(agreed.headers.get('location') ?? '');
    change(back);
    return fetch(back, { headers: { cookie } });
  }

  const rows = () => db.client.installation.findMany();

  it('serves no workspace before one installs it', async () => {
    expect((await slack.as('ada').types('help')).status).toBe(401);
    expect(await db.client.community.count()).toBe(0);
  });

  it('refuses an installation that it did not begin', async () => {
    const forged = await install(null, (url) => url.searchParams.set('state', 'forged'));
    expect(forged.status).toBeGreaterThanOrEqual(400);
    expect(await rows()).toEqual([]);
  });

  it('keeps the token of an installation sealed, and serves the workspace with it', async () => {
    expect((await install(null)).status).toBe(200);
    const [row] = await rows();
    expect(row).toMatchObject({ platform: 'slack', teamId: slack.api.team.id });
    expect(Buffer.from(row?.sealed ?? '', 'base64').toString('latin1')).not.toContain('xoxb');
    expect(JSON.stringify(row)).not.toContain('xoxb');
    expect(log.join('')).not.toContain('xoxb');
    const ada = slack.as('ada');
    expect((await ada.types('help')).status).toBe(200);
    await ada.sees('/forecast leaderboard');
  });

  it('keeps a second workspace apart from the first', async () => {
    expect((await install('T000000002')).status).toBe(200);
    expect((await rows()).map((row) => row.teamId).sort()).toEqual([slack.api.team.id, 'T000000002']);
    const first = slack.as('admin');
    await first.types('ask Will the first workspace keep its secret? closes:1 May 2029');
    const card = await first.sees('keep its secret');
    const second = slack.as('admin', 'forecasts', 'T000000002');
    await second.types('question Q1');
    await second.hears('There is no question Q1');
    await second.types('questions');
    expect(wordsOf((await second.hears(/question/i)).blocks)).not.toContain('secret');
    // A press copied from the other workspace's card carries no authority there.
    await slack.deliver('interactive', {
      ...(await first.press(card, '70%')),
      team: { id: 'T000000002' },
      user: { id: second.id, team_id: 'T000000002' },
    });
    await second.hears('There is no question Q1');
    expect(await db.client.forecast.count()).toBe(0);
    expect(await db.client.community.count()).toBe(2);
  });

  it('posts with the token of the workspace that a channel belongs to', async () => {
    const channel = slack.channels.get('forecasts');
    const view = { title: 'Hello', tone: 'neutral', blocks: [] } as const;
    const sent = await platform.post(`T000000002-${channel}`, view, 'n1');
    expect(sent).toMatchObject({ outcome: 'sent', ref: { channel: `T000000002-${channel}` } });
    expect((await platform.post(String(channel), view, 'n2')).outcome).toBe('gone');
    expect((await platform.post(`T000000009-${channel}`, view, 'n3')).outcome).toBe('gone');
  });

  it('cannot be made to use one installation for another', async () => {
    const [one, two] = await rows();
    await db.client.installation.updateMany({
      where: { teamId: 'T000000002' },
      data: { sealed: one?.sealed ?? '' },
    });
    await slack.deliver(
      'events_api',
      slack.as('ada', 'forecasts', 'T000000002').event({ type: 'user_change', user: { id: 'U1' } }),
    );
    expect((await slack.as('ada', 'forecasts', 'T000000002').types('help')).status).toBe(401);
    await db.client.installation.updateMany({
      where: { teamId: 'T000000002' },
      data: { sealed: two?.sealed ?? '' },
    });
  });

  it('forgets a workspace that removes it, and no other', async () => {
    const second = slack.as('ada', 'forecasts', 'T000000002');
    await slack.deliver('events_api', second.event({ type: 'app_uninstalled' }));
    const end = Date.now() + 5000;
    while ((await rows()).length > 1 && Date.now() < end)
      await new Promise((resolve) => setTimeout(resolve, 25));
    expect((await rows()).map((row) => row.teamId)).toEqual([slack.api.team.id]);
    expect((await second.types('help')).status).toBe(401);
    expect((await slack.as('ada').types('help')).status).toBe(200);
  });
});
