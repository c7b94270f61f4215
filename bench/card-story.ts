import type { Page } from 'playwright-core';
import { cardSize, effortOf, questionTops, watchEffort } from './card-meter.ts';
import type { CardSize, Effort } from './card-meter.ts';

/** What is answered on a deal, by question. */
export type StoryDeal = {
  readonly name: string;
  /** As they stand on the card, the three questions first. */
  readonly answers: readonly (readonly [question: string, answer: RegExp])[];
  /** Those under "More". */
  readonly more: readonly (readonly [question: string, answer: RegExp])[];
  /** As the date field takes it; null for none. */
  readonly neededBy: string | null;
};

/** What a deal took, and what the card looked like on the way. */
export type Story = {
  readonly untilOffered: Effort;
  /** Offered, wanted more, offered again, accepted, terms copied. */
  readonly untilCopied: Effort;
  /** Once scored, the rest folded. */
  readonly scored: CardSize;
  /** How far a question moved while the three were answered, pixels. */
  readonly jumpedPx: number;
};

/** The two deals of the story; the promo retailer's date is counted from its close date. */
export const forecastingChain: StoryDeal = {
  name: 'Annual range, 38 shops',
  answers: [
    ['Customer cash position', /^Positive/],
    ['Importance of payment terms', /^A standard clause/],
    ['Customer urgency', /^None/],
  ],
  more: [
    ['Customer relationship', /^Established customer/],
    ['Forecast commitment', /^Willing/],
  ],
  neededBy: null,
};
export const promoRetailer = (neededBy: string): StoryDeal => ({
  name: 'Christmas market promotion',
  answers: [
    ['Customer cash position', /^Abundant/],
    ['Importance of payment terms', /^A standard clause/],
    ['Customer urgency', /^High/],
  ],
  more: [],
  neededBy,
});

/**
 * Plays a deal from the first question to the terms in the quote, by mouse, on a card nobody has answered yet.
 *
 * @param page - at the deal's record; watched from the next load on
 * @param atRest - looks at the page wherever the card has come to rest
 */
export async function playStory(
  page: Page,
  deal: StoryDeal,
  atRest: (page: Page) => Promise<void> = () => Promise.resolve(),
): Promise<Story> {
  await watchEffort(page);
  await page.reload();
  await page.getByRole('radiogroup', { name: 'Customer cash position' }).waitFor();
  const tops = await questionTops(page);
  let jumpedPx = 0;
  await atRest(page);
  for (const [question, answer] of deal.answers) {
    await choose(page, question, answer);
    const now = await questionTops(page);
    jumpedPx = Math.max(jumpedPx, ...now.map((top, index) => Math.abs(top - (tops[index] ?? 0))));
  }
  if (deal.more.length > 0) {
    await page.getByRole('button', { name: /^More: / }).click();
    for (const [question, answer] of deal.more) await choose(page, question, answer);
  }
  if (deal.neededBy !== null) {
    await page.getByRole('textbox', { name: 'Customer needs delivery by' }).click();
    await page.keyboard.type(deal.neededBy);
    await page.keyboard.press('Enter');
    await stored(page);
  }
  await atRest(page);
  const scored = await cardSize(page);
  await record(page);
  await seen(page, 'Waiting for their answer');
  const untilOffered = await effortOf(page);
  await atRest(page);
  await step(page, 'Wanted more');
  await seen(page, /^They wanted more today/);
  await record(page);
  await seen(page, 'Waiting for their answer');
  await page.getByRole('button', { name: 'Accepted', exact: true }).first().click();
  await seen(page, /^They accepted today/);
  await page.getByRole('button', { name: 'Copy terms', exact: true }).first().click();
  await seen(page, 'Terms copied: paste them into the quote.');
  await atRest(page);
  return { untilOffered, untilCopied: await effortOf(page), scored, jumpedPx };
}

/** On the strip, else on the best of the offers side by side. */
const record = (page: Page) =>
  page
    .getByRole('button', { name: /^Record (as offered|it)$/ })
    .first()
    .click();
const seen = (page: Page, text: string | RegExp) => page.getByText(text).locator('visible=true').first().waitFor();

async function choose(page: Page, question: string, answer: RegExp): Promise<void> {
  await page.getByRole('radiogroup', { name: question }).getByRole('radio', { name: answer }).check();
  await stored(page);
}

async function stored(page: Page): Promise<void> {
  await page.getByText('Saving…', { exact: true }).first().waitFor({ state: 'hidden' });
  await page
    .getByText(/^Saved \d/)
    .first()
    .waitFor();
}

async function step(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).first().click();
  await page.getByRole('menuitem', { name, exact: true }).locator('visible=true').click();
}
