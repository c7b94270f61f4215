import type { Page } from 'playwright-core';

/** What a rep had to do on a page since it was watched. */
export type Effort = { readonly clicks: number; readonly keys: number };

/** What the card shows. Pixels of the page; words and numbers that can be seen. */
export type CardSize = { readonly heightPx: number; readonly words: number; readonly numbers: number };

/** Counts trusted clicks and keys from the next page load on. */
export async function watchEffort(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = { clicks: 0, keys: 0 };
    Object.assign(globalThis, { counted });
    const count = (kind: keyof typeof counted) => (event: Event) => {
      if (event.isTrusted) counted[kind] += 1;
    };
    addEventListener('pointerdown', count('clicks'), true);
    addEventListener('keydown', count('keys'), true);
  });
}

/** Clicks and keys so far. */
export async function effortOf(page: Page): Promise<Effort> {
  return page.evaluate('counted');
}

/** The card on the deal's tab as it stands. */
export async function cardSize(page: Page): Promise<CardSize> {
  const card = page.getByRole('tabpanel', { name: 'Deal terms' });
  const box = await card.boundingBox();
  const text = await card.innerText();
  return {
    heightPx: Math.round(box?.height ?? 0),
    words: text.split(/\s+/).filter((word) => /\p{L}/u.test(word)).length,
    numbers: text.match(/\d[\d.,:]*/g)?.length ?? 0,
  };
}

/** Where the card's questions begin, in pixels from the top of the page. */
export async function questionTops(page: Page): Promise<number[]> {
  const tops = [];
  for (const question of ['Customer cash position', 'Importance of payment terms', 'Customer urgency']) {
    const box = await page.getByRole('radiogroup', { name: question }).boundingBox();
    tops.push(Math.round((box?.y ?? 0) + (await page.evaluate(() => scrollY))));
  }
  return tops;
}
