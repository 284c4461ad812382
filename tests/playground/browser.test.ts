import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noBrowser, openBrowser } from '../support/browser.ts';
import { article, type OpenPlayground, openPlayground } from './support.ts';

const why = noBrowser();
if (why && process.env.CI) throw new Error(`The page cannot be tested here: ${why}.`);

describe.skipIf(why !== null)('the page in a real browser', () => {
  let playground: OpenPlayground;
  let browser: Browser;
  beforeAll(async () => {
    playground = await openPlayground();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await playground.stop();
  });

  const as = async (speaker: string): Promise<Page> => {
    const page = await browser.newPage();
    page.setDefaultTimeout(20_000);
    page.on('pageerror', (error) => expect.fail(`the page threw: ${error.message}`));
    await page.goto(`${playground.address}?as=${speaker}`);
    return page;
  };
  const say = async (page: Page, text: string): Promise<void> => {
    await page.getByLabel('Message').fill(text);
    await page.getByLabel('Message').press('Escape');
    await page.getByRole('button', { name: 'Send', exact: true }).last().click();
  };
  const last = (page: Page) => page.locator('#messages .message').last();

  it('holds the conversation with buttons and forms, and shows it to others without reloading', {
    timeout: 90_000,
  }, async () => {
    const [robin, ada] = [await as('admin'), await as('ada')];

    await say(robin, `/article ${article}`);
    await robin
      .getByRole('button', { name: /^Approve/ })
      .first()
      .click();
    const announced = last(ada).getByRole('heading', { name: /deposit rate/ });
    await announced.waitFor();
    const number = /Q(\d+)/.exec((await announced.textContent()) ?? '')?.[1];
    expect(number).toBeDefined();

    await last(ada).getByRole('button', { name: '70%', exact: true }).click();
    await ada.locator('#messages').getByText('Your forecast').waitFor();
    await last(ada).getByRole('button', { name: 'Change…' }).click();
    const form = ada.locator('#messages form.form').last();
    await form.getByLabel('Probability').fill('90%');
    await form.getByRole('button', { name: 'Send' }).click();
    await ada.locator('#messages').getByText('90% YES').last().waitFor();

    await say(robin, `/resolve Q${number} YES`);
    await last(ada).getByText('Resolved').first().waitFor();
    await ada.locator('#side').getByRole('cell', { name: 'Ada', exact: true }).waitFor();
    expect(await ada.locator('#side img').count()).toBe(1);
  });

  it('completes commands and arguments', async () => {
    const page = await as('ben');
    await page.getByLabel('Message').pressSequentially('/fore');
    await page.getByRole('option', { name: /^\/forecast/ }).waitFor();
    await page.getByLabel('Message').press('Tab');
    await page.getByLabel('Message').pressSequentially('Q7');
    await page.getByRole('option', { name: /Q7/ }).first().waitFor();
    expect(await page.getByLabel('Message').inputValue()).toBe('/forecast Q7');
  });

  it('shows text that looks like HTML as text', async () => {
    const page = await as('ben');
    await say(page, '<img src=x onerror="document.title=\'taken\'"><b>bold</b>');
    await page.getByText('<b>bold</b>').waitFor();
    expect(await page.title()).toBe('Brierpatch playground');
  });

  it('keeps no connection for a tab that is not seen, and tells it later what it missed', {
    timeout: 60_000,
  }, async () => {
    const show = (page: Page, hidden: boolean) =>
      page.evaluate((value) => {
        Object.defineProperty(document, 'hidden', { configurable: true, value });
        document.dispatchEvent(new Event('visibilitychange'));
      }, hidden);
    const tabs: Page[] = [];
    // One more than a browser has connections to a host.
    for (let i = 0; i < 7; i++) {
      const tab = await as('chloe');
      await show(tab, true);
      tabs.push(tab);
    }
    const [first] = tabs;
    if (!first) throw new Error('there is no tab');
    await playground.say('chloe', '/question Q1');
    await playground.say('chloe', '/question Q2');
    await new Promise((done) => setTimeout(done, 300));
    expect(await first.locator('#messages').getByText('Q2 ').count()).toBe(0);
    await show(first, false);
    await first.locator('#messages').getByRole('heading', { name: /^Q2 / }).waitFor();
    expect(await first.locator('#messages').getByRole('heading', { name: /^Q1 / }).count()).toBe(1);
    await playground.say('chloe', '/question Q3');
    await first.locator('#messages').getByRole('heading', { name: /^Q3 / }).waitFor();
    await show(first, true);
  });

  it('draws bars that can be compared, and fits on a telephone', async () => {
    const page = await as('ben');
    await say(page, '/ask How far? closes:31 Dec 2028 range:0 to 10,000,000 bins:4 unit:km');
    const asked = page.getByRole('heading', { name: /How far/ });
    const number = /Q(\d+)/.exec((await asked.first().textContent()) ?? '')?.[1];
    await say(page, `/forecast Q${number} 1k / 200k / 7m`);
    await page.locator('#messages').getByText('Your 10th').waitFor();
    await last(page).locator('.track').first().waitFor();
    const tracks = last(page).locator('.track');
    const widths = await tracks.evaluateAll((all) =>
      all.map((track) => Math.round(track.getBoundingClientRect().width)),
    );
    expect(widths.length).toBe(6);
    expect(new Set(widths).size).toBe(1);
    await page.setViewportSize({ width: 390, height: 800 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(390);
    expect(
      (await page.getByRole('button', { name: 'Send', exact: true }).last().boundingBox())?.x,
    ).toBeLessThan(390);
  });
});
