import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodeOfferLog, offerCopyOf } from '@deal-terms/core/offers';
import type { OfferEvent } from '@deal-terms/core/offers';
import { launchChromium, openPage } from './chromium.ts';
import { lookAs } from './deal-card.ts';
import { lookAgainFor } from './look-again.ts';
import { seen } from './seen.ts';
import { demoWorkbench } from './workbench.ts';
import type { DemoWorkbench } from './workbench.ts';

let browser: Browser;
let workbench: DemoWorkbench;
beforeAll(async () => {
  [browser, workbench] = await Promise.all([launchChromium(), demoWorkbench()]);
});
afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

/** A tight customer was offered payment on delivery in place of net 90 at 2 %, at a told chance of 80 %, and said so. */
function answered(answer: 'accepted' | 'refused_terms'): Record<string, string> {
  const at = '2026-10-01T08:00:00.000Z';
  const offer: OfferEvent = {
    action: 'offer',
    revision: 1,
    by: 'Lena Brandt',
    at,
    terms: { paymentPlan: 'on delivery', daysSaved: 0, forecast: false, discount: 0.02 },
    appraisal: {
      packageId: 'on_delivery/0/none',
      deal: {
        amount: 30_000,
        grossMargin: 0.45,
        leadTimeDays: 42,
        payments: [{ share: 1, anchor: 'delivery', days: 90 }],
      },
      customer: { cashPosition: 'tight', termsImportance: 'preference', urgency: 'none' },
      currency: 'EUR',
      exchangeRate: 1,
      policyVersion: 1,
      band: 'medium',
      acceptance: 0.8,
      sellerGain: 900,
      customerGain: 100,
      marginRate: 0.44,
      costOfCash: 0.2,
      valueToday: 28_000,
      expediteCost: 0,
      forecastSaving: 0,
      supplierPaymentDay: 0,
    },
  };
  const events: OfferEvent[] = [
    offer,
    {
      action: 'answer',
      revision: 2,
      by: 'Lena Brandt',
      at,
      answer,
      answeredOn: '2026-10-02',
      note: '',
      counterDiscount: null,
    },
  ];
  return {
    dealname: 'Answered order',
    dealstage: 'closedwon',
    pipeline: 'default',
    amount: '30000',
    ...offerCopyOf(events, '2026-10-02'),
    terms_offer_log: encodeOfferLog(events),
  };
}

describe('what answers teach', () => {
  it('is shown from fifty answers on, and fills the settings in without putting anything in force', async () => {
    const { page, faults } = await openPage(browser);
    // Five of the demo's own offers are answered, two with a yes.
    await workbench.createDeals(
      Array.from({ length: 44 }, (_, index) => answered(index < 13 ? 'accepted' : 'refused_terms')),
    );
    await page.goto(`${workbench.origin}/deals`);
    await lookAs(page, /Grace Whitfield/);
    await page.goto(`${workbench.origin}/app/pages/learning`);
    await lookAgainFor(page, page.getByText('At least 50 answers are needed (49 so far).'));
    expect(await page.getByRole('button', { name: 'Fill them into the settings' }).count()).toBe(0);

    await workbench.createDeals(Array.from({ length: 15 }, () => answered('refused_terms')));
    await page.reload();
    await lookAgainFor(page, page.getByText(/^Of 64 answers/));
    // 15 of 64; Wilson's interval of that share is 14.7 % to 35.1 %.
    await seen(
      page,
      /^Of 64 answers 23\.4% were a yes \(between 14\.7% and 35\.1% in the long run\); the app had predicted 7\d(\.\d)?%\./,
    );
    await seen(page, /that is no better than always saying the share of yes\.$/);
    await seen(page, 'Predicted and actual acceptance');
    await expect.poll(() => page.getByRole('row').filter({ hasText: '80% to 90%' }).innerText()).toContain('24.6%');
    await expect
      .poll(() => page.getByRole('row').filter({ hasText: 'Customer’s cost of cash a year: Tight' }).innerText())
      .toMatch(/9% – 13% – 20%/);

    await page.getByRole('button', { name: 'Fill them into the settings' }).click();
    await page.getByRole('link', { name: 'Open the settings' }).click();
    await seen(page, 'The proposal is filled in');
    await seen(page, /learnt from 64 customers’ answers, proposed by Grace Whitfield/);
    await seen(page, /^\d+ unsaved changes$/);
    await seen(page, 'Version 1 is in force.');

    // Another manager's proposal does not take its place unseen.
    await lookAs(page, /Henrik Vogel/);
    await page.goto(`${workbench.origin}/app/pages/learning`);
    await page.getByRole('button', { name: 'Fill them into the settings' }).click();
    await seen(page, /^Grace Whitfield proposed settings on .+, and nobody has looked at them yet/);
    await page.getByRole('button', { name: 'Replace Grace Whitfield’s proposal' }).click();
    await seen(page, 'They are filled in');
    // The other manager is asked, and not surprised by a form somebody else filled in.
    await lookAs(page, /Grace Whitfield/);
    await page.goto(`${workbench.origin}/app/settings`);
    await seen(page, /learnt from 64 customers’ answers, proposed by Henrik Vogel/);
    await seen(page, 'Settings have been proposed');
    expect(await page.getByText(/unsaved change/).count()).toBe(0);
    await page.getByRole('button', { name: 'Fill them in' }).click();
    await seen(page, 'The proposal is filled in');
    await page.getByLabel('Approval code', { exact: true }).fill('cuckoo clocks');
    await page.getByRole('button', { name: 'Save policy' }).click();
    await seen(page, 'Version 2 is in force');
    expect(await page.getByText('Settings have been proposed').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
