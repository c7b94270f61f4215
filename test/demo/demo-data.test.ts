import { describe, expect, it } from 'vitest';
import { closedDeals } from '../../demo/closed-deals.ts';
import { companies } from '../../demo/companies.ts';
import { createDemoCalendar } from '../../demo/demo-calendar.ts';
import { dealName, dealOwner, dealRecord } from '../../demo/demo-records.ts';
import { generatedDeals } from '../../demo/generated-deals.ts';
import { openDeals } from '../../demo/open-deals.ts';
import { people } from '../../demo/people.ts';
import { storyDeals } from '../../demo/story-deals.ts';

const everyDeal = [...storyDeals, ...openDeals, ...closedDeals];
const keyed = <Key extends string, T>(list: readonly { readonly key: Key }[], value: (key: Key) => T) =>
  new Map(list.map(({ key }) => [key, value(key)]));
const references = {
  owners: keyed(people, (key) => `owner-${key}`),
  users: keyed(people, (key) => key.length),
  companies: keyed(companies, (key) => `company-${key}`),
  contacts: keyed(companies, (key) => `contact-${key}`),
  calendar: createDemoCalendar('2026-10-25'),
};
const recordOf = (deal: (typeof everyDeal)[number]) => dealRecord(deal, references);

describe('the demo account', () => {
  it('has 24 customers, about 60 deals of different names, and the people of the header switch', () => {
    expect(companies).toHaveLength(24);
    expect(everyDeal).toHaveLength(60);
    expect(new Set(everyDeal.map(dealName)).size).toBe(60);
    expect(people.map(({ title, seesAll, locale }) => [title, seesAll, locale])).toEqual([
      ['Sales rep', false, 'en-GB'],
      ['Sales rep', false, 'de-DE'],
      ['Sales rep', false, 'en-US'],
      ['Sales manager', true, 'en-GB'],
      ['Sales manager', true, 'de-DE'],
      ['Operations', true, 'de-DE'],
    ]);
  });

  it('leaves the two deals of the story for the visitor to answer', () => {
    const records = storyDeals.map((deal) => recordOf(deal).properties);
    expect(records).toMatchObject([
      {
        dealname: 'Liffey & Lane Stores – Christmas market promotion',
        amount: '60000',
        closedate: '2026-11-08T12:00:00.000Z',
        hubspot_owner_id: 'owner-oliver',
        terms_payment_plan: 'net 90',
        terms_gross_margin: '0.45',
        terms_lead_time_days: '42',
      },
      {
        dealname: 'De Gouden Tulp Winkels – Annual range, 38 shops',
        amount: '120000',
        closedate: '2026-11-15T12:00:00.000Z',
        hubspot_owner_id: 'owner-oliver',
        terms_payment_plan: 'net 90',
        terms_gross_margin: '0.45',
        terms_lead_time_days: '42',
      },
    ]);
    expect(
      records.flatMap(Object.keys).filter((name) => /cash|importance|urgency|relationship|forecast|needed/.test(name)),
    ).toEqual([]);
    expect(storyDeals.map(dealOwner)).toEqual(['oliver', 'oliver']);
  });

  it('has a history by which the chain is an established customer and the promo retailer a new one', () => {
    const wonBy = (company: string) =>
      closedDeals.filter((deal) => deal.company === company && deal.stage === 'closedwon').length;
    expect([wonBy('tulp'), wonBy('liffey')]).toEqual([2, 0]);
  });

  it('shows what the app must explain: no amount, no exchange rate', () => {
    expect(openDeals.filter(({ amount }) => amount === undefined)).toHaveLength(1);
    expect(openDeals.filter(({ currency }) => currency === 'JPY')).toHaveLength(1);
  });

  it('has deals with a past: stage after stage, closed before today or not at all', () => {
    const won = recordOf(closedDeals[0]!);
    expect(won.properties['dealstage']).toBe('appointmentscheduled');
    expect(
      won.changes?.map(({ at, properties }) => [new Date(at).toISOString().slice(0, 10), properties['dealstage']]),
    ).toEqual([
      ['2026-02-09', 'qualifiedtobuy'],
      ['2026-02-21', 'presentationscheduled'],
      ['2026-03-05', 'decisionmakerboughtin'],
      ['2026-03-17', 'contractsent'],
      ['2026-03-29', 'closedwon'],
    ]);
    expect(recordOf(closedDeals.at(-1)!).changes?.map(({ properties }) => properties['dealstage'])).toEqual([
      'qualifiedtobuy',
      'presentationscheduled',
      'closedlost',
    ]);
    const todayMs = Date.parse('2026-10-25');
    for (const deal of everyDeal) {
      const { at = Infinity, changes = [] } = recordOf(deal);
      const times = [at, ...changes.map((change) => change.at)];
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)).toBeLessThan(todayMs);
      expect(deal.closesInDays < 0).toBe(deal.stage.startsWith('closed'));
    }
  });
});

describe('generatedDeals', () => {
  it('are the same every time, and the first ones the same however many there are', () => {
    const few = [...generatedDeals(50)];
    expect([...generatedDeals(2_000)].slice(0, 50)).toEqual(few);
    expect(few.slice(0, 2).map(dealName)).toMatchInlineSnapshot(`
      [
        "Rheinblick Flusskreuzfahrten – Nutcrackers, autumn range 1",
        "Sakura Department Store – Nutcrackers, spring range 2",
      ]
    `);
  });

  it('are of different names, and a share of them answered', () => {
    const deals = [...generatedDeals(2_000)];
    expect(new Set(deals.map(dealName)).size).toBe(2_000);
    const answered = deals.filter(({ terms }) => terms !== undefined).length;
    expect(answered).toBeGreaterThan(700);
    expect(answered).toBeLessThan(900);
    expect(deals.every(({ amount = 0 }) => amount >= 2_000 && amount <= 120_000)).toBe(true);
  });
});
