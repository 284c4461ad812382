import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openWorld, transports, type World } from './world.ts';

describe.each(transports)('Slack over %s', (transport) => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld(transport);
  });
  afterAll(() => world.close());
  afterEach(() => {
    // Whatever a test did, Slack would have taken every block and acknowledged everything.
    expect(world.slack.api.refused).toEqual([]);
    expect(world.slack.acks.every((ack) => ack.ok)).toBe(true);
  });

  it('answers /forecast help to the one who asked', async () => {
    const ada = world.slack.as('ada');
    expect((await ada.types('help')).ok).toBe(true);
    const answer = await ada.sees('forecast');
    expect(answer.only).toBe(ada.id);
  });

  it('opens the form on a bare /forecast', async () => {
    const ada = world.slack.as('ada');
    expect((await ada.types('')).ok).toBe(true);
    const modal = await ada.modal('Question');
    expect(modal.view.callback_id).toBe('form');
  });

  it('understands a mention and a direct message', async () => {
    const ben = world.slack.as('ben');
    await ben.mentions('help forecast');
    expect((await ben.sees('Q7 3:1')).only).toBe(ben.id);
    await ben.whispers('help ask');
    expect((await ben.sees('/forecast ask Will it snow')).channel).toMatch(/^D/);
  });

  it('publishes App Home when it is opened', async () => {
    const cyd = world.slack.as('cyd');
    await cyd.opensHome();
    await cyd.home(/forecast/i);
  });
});
