import type { Page } from 'playwright-core';

/** Waits until a text is to be seen; the same text in a folded part or on the other card does not count. */
export function seen(page: Page, text: string | RegExp): Promise<void> {
  return page.getByText(text).locator('visible=true').first().waitFor();
}
