import type { Page } from 'playwright-core';

/** Answers one of the card's questions by its choices. */
export async function choose(page: Page, question: string, answer: RegExp): Promise<void> {
  await page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer }).check();
}

/** Changes who looks at the workbench. */
export async function lookAs(page: Page, user: RegExp): Promise<void> {
  await page.getByLabel('Acting user').first().click();
  await page.getByRole('option', { name: user }).click();
}

/** Opens a deal from the list and waits for its card. */
export async function openDeal(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/deals`);
  await page
    .getByRole('link', { name: new RegExp(name) })
    .first()
    .click();
  await page.getByRole('radiogroup', { name: 'Customer cash position' }).waitFor();
}

/** `days` after an instant as the date field takes it. */
export function dayAfter(instant: string, days: number): { readonly typed: string; readonly iso: string } {
  const iso = new Date(Date.parse(instant) + days * 86_400_000).toISOString().slice(0, 10);
  return { iso, typed: iso.split('-').reverse().join('/') };
}

/** What the promo retailer's deal is about; its close date is asked for to count from. */
export async function answerForPromoRetailer(page: Page, closeDate: string): Promise<void> {
  await choose(page, 'Customer cash position', /^Abundant/);
  await choose(page, 'Importance of payment terms', /^A standard clause/);
  await choose(page, 'Customer urgency', /^High/);
  const date = page.getByRole('textbox', { name: 'Customer needs delivery by' });
  await date.fill(dayAfter(closeDate, 21).typed);
  await date.press('Enter');
  await openMore(page);
  await choose(page, 'Customer relationship', /^New customer/);
}

/** What the forecasting chain's deal is about. */
export async function answerForForecastingChain(page: Page): Promise<void> {
  await choose(page, 'Customer cash position', /^Positive/);
  await choose(page, 'Importance of payment terms', /^A standard clause/);
  await choose(page, 'Customer urgency', /^None/);
  await openMore(page);
  await choose(page, 'Customer relationship', /^Established customer/);
  await choose(page, 'Forecast commitment', /^Willing/);
}

/** Opens what else can be known of the customer. */
export async function openMore(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^More: / }).click();
}

/** Waits until the tab says that everything is stored. */
export async function stored(page: Page): Promise<void> {
  await page.getByText('Saving…', { exact: true }).first().waitFor({ state: 'hidden' });
  await page
    .getByText(/^Saved \d/)
    .first()
    .waitFor();
}

/** Takes a step of the strip that is in its menu. */
export async function takeStep(page: Page, name: string): Promise<void> {
  await page
    .getByRole('button', { name: /^More$/ })
    .first()
    .click();
  await page.getByRole('menuitem', { name, exact: true }).locator('visible=true').click();
}
