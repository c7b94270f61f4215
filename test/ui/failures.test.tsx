import { afterEach, describe, expect, it, vi } from 'vitest';
import { failureCodeSchema } from '@deal-terms/core/contracts';
import { promoRetailer } from './account.ts';
import { openTab, startSidebar, startTab } from './card.tsx';

const failure = (code: string) => ({ ok: false, code, message: 'In the function’s words.', correlationId: 'ref-9' });

afterEach(() => {
  vi.useRealTimers();
});

describe('opening', () => {
  it.each(failureCodeSchema.options)('explains %s, with its reference', async (code) => {
    const { card } = startTab(promoRetailer, (account) => {
      account.answerNext('open_deal', () => failure(code));
    });
    await card.sees('Reference: ref-9');
    const [title = '', text = ''] = card.text().split('\n');
    expect(title.length).toBeGreaterThan(5);
    expect(text.length).toBeGreaterThan(20);
    expect(card.text()).not.toContain('In the function’s words.');
  });

  it('can be tried again', async () => {
    const { account, card } = startTab(promoRetailer, (opened) => {
      opened.answerNext('open_deal', () => failure('rate_limited'));
    });
    await card.sees('HubSpot is busy');
    card.click('Try again');
    await card.sees('Edit');
    expect(account.calls).toHaveLength(2);
  });

  it('says of the daily limit that it works again tomorrow, not in ten seconds', async () => {
    const { card } = startTab(promoRetailer, (account) => {
      account.answerNext('open_deal', () => failure('daily_limit'));
    });
    await card.sees('Today’s calls to HubSpot are used up');
    expect(card.text()).toContain('It will work again tomorrow');
    expect(card.text()).not.toContain('ten seconds');
  });

  it('offers no second try where it cannot help', async () => {
    const { card } = startTab(promoRetailer, (account) => {
      account.answerNext('open_deal', () => failure('invalid_request'));
    });
    await card.sees('This card is out of date');
    expect(card.has('Try again')).toBe(false);
  });

  it('takes a call HubSpot refuses for HubSpot not answering', async () => {
    const { card } = startTab(promoRetailer, (account) => {
      account.answerNext('open_deal', () => Promise.reject(new Error('There was a problem reaching the app’s API.')));
    });
    await card.sees('HubSpot did not answer');
  });

  it('takes an answer of another shape for a version mix', async () => {
    const { card } = startTab(promoRetailer, (account) => {
      account.answerNext('open_deal', () => ({ ok: true, hello: 'there' }));
    });
    await card.sees('This card is out of date');
  });

  it('gives up waiting, and drops the answer that comes after a second try', async () => {
    vi.useFakeTimers();
    let answerLate: (reply: unknown) => void = () => undefined;
    const { card } = startTab(promoRetailer, (account) => {
      account.answerNext(
        'open_deal',
        () =>
          new Promise((resolve) => {
            answerLate = resolve;
          }),
      );
    });
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    await card.sees('That took too long');
    card.click('Try again');
    await card.sees('Edit');
    answerLate(failure('unexpected'));
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(card.text()).toContain('Edit');
  });

  it('shows in the sidebar too', async () => {
    const { card } = startSidebar(promoRetailer, (account) => {
      account.answerNext('open_deal', () => failure('not_installed'));
    });
    await card.sees('The app is not set up yet');
  });
});

describe('saving', () => {
  it.each(failureCodeSchema.options)('explains %s and keeps what was chosen', async (code) => {
    const { card } = await openTab(promoRetailer, (account) => {
      account.answerNext('score_deal', () => failure(code));
    });
    card.choose('urgency', 'high');
    await card.sees('Not saved: ');
    expect(card.chosen('urgency')).toBe('high');
    expect(card.alerts()).toHaveLength(1);
    expect(card.alerts()[0]?.length).toBeGreaterThan(20);
    expect(card.text()).not.toContain('In the function’s words.');
    expect(card.isDisabled('Try again')).toBe(false);
  });

  it('gives up waiting, sends what was chosen meanwhile, and drops the answer that comes too late', async () => {
    const { account, card } = await openTab();
    let answerLate: (reply: unknown) => void = () => undefined;
    account.answerNext(
      'score_deal',
      () =>
        new Promise((resolve) => {
          answerLate = resolve;
        }),
    );
    vi.useFakeTimers();
    card.choose('urgency', 'high');
    await vi.advanceTimersByTimeAsync(20_000);
    vi.useRealTimers();
    await card.sees('Not saved: That took too long');
    card.choose('urgency', 'some');
    await card.saved();
    answerLate(failure('unexpected'));
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    expect(card.text()).not.toContain('Something went wrong');
    expect(account.record['terms_urgency']).toBe('some');
    expect(card.alerts()).toEqual(['Try again; nothing is lost, and saving twice does no harm.']);
  });
});

describe('a deal that cannot be scored', () => {
  it('without an amount says so and still takes answers', async () => {
    const { card } = await openTab({ deal_currency_code: 'EUR' });
    expect(card.strip()).toContain('Enter an amount on the deal.');
    expect(card.text()).not.toContain('Offers side by side');
    card.choose('urgency', 'high');
    await card.sees('Saved without a score');
  });

  it('in a foreign currency without a rate says so', async () => {
    const { card } = await openTab({ ...promoRetailer, deal_currency_code: 'CHF' });
    expect(card.strip()).toBe(
      'No exchange rate The deal’s currency has no exchange rate. An administrator can add it in HubSpot, under Currencies; answers are kept.',
    );
  });

  it('is scored in its own currency once there is one', async () => {
    const { card } = await openTab({
      ...promoRetailer,
      deal_currency_code: 'CHF',
      hs_exchange_rate: '1.05',
      terms_urgency: 'high',
    });
    expect(card.text()).toContain('Money is in CHF, our own figures converted at the deal’s exchange rate.');
  });
});
