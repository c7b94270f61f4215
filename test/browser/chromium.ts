import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

/** `npm test` finds or installs a Chromium and names it; run by hand, the system's is taken. */
const executablePath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/** Quiet, and without a look at the network the tests have no use for. */
const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath, args, timeout: 30_000 });
}

/** A page in a context of its own, with what went wrong on it: console errors and warnings, and uncaught exceptions. */
export async function openPage(
  browser: Browser,
  { width = 1280, height = 900, locale = 'en-GB' } = {},
): Promise<{ readonly page: Page; readonly faults: readonly string[] }> {
  const context = await browser.newContext({
    viewport: { width, height },
    locale,
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  context.setDefaultTimeout(30_000);
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  return { page, faults };
}
