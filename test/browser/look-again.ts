import type { Locator, Page } from 'playwright-core';

const [looks, eachMs] = [6, 8_000];

/** Lists are read with HubSpot's search, which is some seconds behind: whoever looks too early loads the page again. */
export async function lookAgainFor(page: Page, what: Locator): Promise<void> {
  const visible = what.locator('visible=true').first();
  for (let look = 1; look < looks; look += 1) {
    const isThere = await visible.waitFor({ timeout: eachMs }).then(
      () => true,
      () => false,
    );
    if (isThere) return;
    await page.reload();
  }
  await visible.waitFor({ timeout: eachMs });
}
