import { existsSync } from 'node:fs';
import chromium from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Why no browser can be had here, or null. Chromium comes inside a package for Linux on x64; elsewhere CHROME_PATH. */
export function noBrowser(): string | null {
  const own = process.env.CHROME_PATH;
  if (own) return existsSync(own) ? null : `CHROME_PATH names ${own}, which does not exist`;
  if (process.platform === 'linux' && process.arch === 'x64') return null;
  return `no packaged Chromium for ${process.platform} ${process.arch}; set CHROME_PATH to an installed Chrome`;
}

/** A headless browser; the caller closes it. */
export async function openBrowser(): Promise<Browser> {
  const own = process.env.CHROME_PATH;
  return playwright.launch({
    executablePath: own ?? (await chromium.executablePath()),
    args: own ? quiet : [...chromium.args, ...quiet],
    headless: true,
  });
}
