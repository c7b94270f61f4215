import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScoringInput } from '@deal-terms/core/scoring';

const deal = {
  amount: 60_000,
  grossMargin: 0.45,
  leadTimeDays: 42,
  payments: [{ share: 1, anchor: 'delivery', days: 60 }],
};
const answer = { payments: deal.payments, leadTimeDays: 42, forecast: false, discount: 0.02, said: 'no' };
const bad: readonly (readonly [what: string, input: unknown, path: string, message: RegExp])[] = [
  ['no object', 'text', '', /expected an object, got "text"/],
  ['a list', [], '', /expected an object, got \[\]/],
  ['no deal', { id: 'x' }, 'deal', /expected an object, got nothing/],
  ['a missing id', { deal }, 'id', /expected a string, got nothing/],
  ['an amount of zero', { id: 'x', deal: { ...deal, amount: 0 } }, 'deal.amount', /greater than 0, got 0/],
  [
    'an amount as text',
    { id: 'x', deal: { ...deal, amount: '60000' } },
    'deal.amount',
    /expected a finite number, got "60000"/,
  ],
  [
    'an infinite amount',
    JSON.parse(`{"id":"x","deal":${JSON.stringify(deal).replace('60000', '1e999')}}`),
    'deal.amount',
    /expected a finite number, got Infinity/,
  ],
  ['a margin of 1', { id: 'x', deal: { ...deal, grossMargin: 1 } }, 'deal.grossMargin', /less than 1, got 1/],
  ['a negative lead time', { id: 'x', deal: { ...deal, leadTimeDays: -1 } }, 'deal.leadTimeDays', /at least 0, got -1/],
  [
    'shares below 1',
    { id: 'x', deal: { ...deal, payments: [{ share: 0.5, anchor: 'order', days: 0 }] } },
    'deal.payments',
    /sum to 1/,
  ],
  ['no tranche', { id: 'x', deal: { ...deal, payments: [] } }, 'deal.payments', /expected .+, got \[\]/],
  [
    'a share of 0',
    { id: 'x', deal: { ...deal, payments: [{ share: 0, anchor: 'order', days: 0 }, ...deal.payments] } },
    'deal.payments[0].share',
    /greater than 0/,
  ],
  [
    'an unknown anchor',
    { id: 'x', deal: { ...deal, payments: [{ share: 1, anchor: 'invoice', days: 0 }] } },
    'deal.payments[0].anchor',
    /one of order, delivery, got "invoice"/,
  ],
  [
    'an unknown band',
    { id: 'x', deal, customer: { urgency: 'extreme' } },
    'customer.urgency',
    /one of none, some, high, critical, got "extreme"/,
  ],
  ['an unknown key', { id: 'x', deal, customer: { mood: 'good' } }, 'customer.mood', /no such key/],
  [
    'a key of the prototype',
    JSON.parse(`{"id":"x","deal":${JSON.stringify(deal)},"__proto__":{}}`),
    '__proto__',
    /no such key/,
  ],
  [
    'an unknown constraint',
    { id: 'x', deal, customer: { constraints: ['no_prepayment', 'never'] } },
    'customer.constraints[1]',
    /expected one of/,
  ],
  ['a policy that is no object', { id: 'x', deal, policy: 3 }, 'policy', /expected an object, got 3/],
  [
    'an unknown policy key',
    { id: 'x', deal, policy: { discount: { floor: 1 } } },
    'policy.discount.floor',
    /no such key/,
  ],
  [
    'a null rate',
    { id: 'x', deal, policy: { borrowingRate: null } },
    'policy.borrowingRate',
    /expected a finite number, got null/,
  ],
  ['a step of 0', { id: 'x', deal, policy: { discount: { step: 0 } } }, 'policy.discount.step', /greater than 0/],
  [
    'too fine a grid',
    { id: 'x', deal, policy: { discount: { step: 0.0001 } } },
    'policy.discount.step',
    /at most 1000 discounts.*, got 0.0001/,
  ],
  [
    'a triple out of order',
    { id: 'x', deal, policy: { beliefs: { urgency: { high: [3, 2, 1] } } } },
    'policy.beliefs.urgency.high',
    /low ≤ mode ≤ high/,
  ],
  [
    'priors that sum to 0',
    { id: 'x', deal, policy: { priors: { urgency: { none: 0, some: 0, high: 0, critical: 0 } } } },
    'policy.priors.urgency',
    /positive sum/,
  ],
  [
    'an option called as_today',
    { id: 'x', deal, policy: { paymentOptions: [{ id: 'as_today', payments: deal.payments }] } },
    'policy.paymentOptions[0].id',
    /an id other than as_today, got "as_today"/,
  ],
  [
    'two options of one id',
    {
      id: 'x',
      deal,
      policy: {
        paymentOptions: [
          { id: 'a', payments: deal.payments },
          { id: 'a', payments: deal.payments },
        ],
      },
    },
    'policy.paymentOptions[1].id',
    /an id no option before it has, got "a"/,
  ],
  [
    'a certainty above 1',
    { id: 'x', deal, policy: { backlog: { certainty: 1.5 } } },
    'policy.backlog.certainty',
    /at most 1, got 1.5/,
  ],
  [
    'a grid too fine only beside the defaults',
    { id: 'x', deal, policy: { discount: { maxPremium: 6 } } },
    'policy.discount.step',
    /at most 1000 discounts.*, got 0.005/,
  ],
  [
    'a plan of the policy whose shares do not sum to 1',
    { id: 'x', deal, policy: { paymentOptions: [{ id: 'a', payments: [{ share: 0.4, anchor: 'order', days: 0 }] }] } },
    'policy.paymentOptions[0].payments',
    /sum to 1/,
  ],
  [
    'a triple of two',
    { id: 'x', deal, policy: { beliefs: { urgency: { high: [1, 2] } } } },
    'policy.beliefs.urgency.high',
    /at least 3 entries, got \[1,2\]/,
  ],
  [
    'a list where an object belongs',
    { id: 'x', deal, policy: { backlog: [] } },
    'policy.backlog',
    /expected an object, got \[\]/,
  ],
  [
    'an object where a list belongs',
    { id: 'x', deal, policy: { paymentOptions: {} } },
    'policy.paymentOptions',
    /expected a list, got {}/,
  ],
  [
    'more of the margin kept than there is',
    { id: 'x', deal, policy: { discount: { keepOfMargin: 1.01 } } },
    'policy.discount.keepOfMargin',
    /at most 1, got 1.01/,
  ],
  [
    'a discount of everything',
    { id: 'x', deal, policy: { discount: { max: 1 } } },
    'policy.discount.max',
    /less than 1, got 1/,
  ],
  [
    'a margin floor, which this model does not have',
    { id: 'x', deal, policy: { discount: { marginFloor: 0.1 } } },
    'policy.discount.marginFloor',
    /no such key, got 0.1/,
  ],
  ['customers who never answer', { id: 'x', deal, policy: { silence: 1 } }, 'policy.silence', /less than 1, got 1/],
  [
    'factoring without its advance',
    { id: 'x', deal, policy: { factoring: { monthlyFee: 0.02 } } },
    'policy.factoring.advance',
    /finite number, got nothing/,
  ],
  [
    'an option that both has a plan and moves the balance',
    { id: 'x', deal, policy: { paymentOptions: [{ id: 'a', payments: deal.payments, balanceDays: 0 }] } },
    'policy.paymentOptions[0]',
    /either payments or balanceDays/,
  ],
  [
    'an option that asks for nothing',
    { id: 'x', deal, policy: { paymentOptions: [{ id: 'a' }] } },
    'policy.paymentOptions[0]',
    /either payments or balanceDays, got {"id":"a"}/,
  ],
  [
    'a balance before delivery',
    { id: 'x', deal, policy: { paymentOptions: [{ id: 'a', balanceDays: -1 }] } },
    'policy.paymentOptions[0].balanceDays',
    /at least 0, got -1/,
  ],
  [
    'a chance of closing above 1',
    { id: 'x', deal: { ...deal, closingProbability: 60 } },
    'deal.closingProbability',
    /at most 1, got 60/,
  ],
  [
    'a close date in the past',
    { id: 'x', deal: { ...deal, closesInDays: -3 } },
    'deal.closesInDays',
    /at least 0, got -3/,
  ],
  [
    'agreed terms without a price',
    { id: 'x', deal: { ...deal, agreed: { payments: deal.payments, leadTimeDays: 42, forecast: false } } },
    'deal.agreed.discount',
    /finite number, got nothing/,
  ],
  [
    'a stated cost of cash below 0',
    { id: 'x', deal, customer: { stated: { costOfCash: -0.01 } } },
    'customer.stated.costOfCash',
    /at least 0, got -0.01/,
  ],
  [
    'an answer nobody can give',
    { id: 'x', deal, customer: { answers: [answer, { ...answer, said: 'maybe' }] } },
    'customer.answers[1].said',
    /one of yes, more, no, got "maybe"/,
  ],
  [
    'an answer to a gift',
    { id: 'x', deal, customer: { answers: [{ ...answer, discount: 1 }] } },
    'customer.answers[0].discount',
    /less than 1, got 1/,
  ],
  [
    'an answer to more than double the price',
    { id: 'x', deal, customer: { answers: [{ ...answer, discount: -1.01 }] } },
    'customer.answers[0].discount',
    /at least -1, got -1.01/,
  ],
  [
    'shares of an answer that do not sum to 1',
    { id: 'x', deal, customer: { answers: [{ ...answer, payments: [{ share: 0.5, anchor: 'order', days: 0 }] }] } },
    'customer.answers[0].payments',
    /sum to 1/,
  ],
  [
    'more than twenty answers',
    { id: 'x', deal, customer: { answers: Array.from({ length: 21 }, () => answer) } },
    'customer.answers',
    /at most 20 entries, got a list of 21/,
  ],
  [
    'a forecast that saves all of the cost',
    { id: 'x', deal, policy: { forecast: { costSaving: 1 } } },
    'policy.forecast.costSaving',
    /less than 1, got 1/,
  ],
  [
    'a negative price of cash',
    { id: 'x', deal, policy: { priceOfCash: -0.1 } },
    'policy.priceOfCash',
    /at least 0, got -0.1/,
  ],
  [
    'a need date without bounds',
    { id: 'x', deal, customer: { neededInDays: -Infinity } },
    'customer.neededInDays',
    /finite number, got -Infinity/,
  ],
  [
    'negative days beyond terms',
    { id: 'x', deal, customer: { daysBeyondTerms: -1 } },
    'customer.daysBeyondTerms',
    /at least 0, got -1/,
  ],
  [
    'a currency that is no code',
    { id: 'x', deal: { ...deal, currency: 'euro' } },
    'deal.currency',
    /ISO 4217 currency code, got "euro"/,
  ],
  [
    'a key of the prototype deep in the policy',
    JSON.parse(`{"id":"x","deal":${JSON.stringify(deal)},"policy":{"backlog":{"__proto__":{"certainty":1}}}}`),
    'policy.backlog.__proto__',
    /no such key/,
  ],
  [
    'a name every object has',
    { id: 'x', deal, customer: { constructor: 1 } },
    'customer.constructor',
    /no such key, got 1/,
  ],
  [
    'days saved of 0',
    { id: 'x', deal, policy: { expedite: { daysSaved: [7, 0] } } },
    'policy.expedite.daysSaved[1]',
    /greater than 0/,
  ],
];

describe('parseScoringInput', () => {
  it.each(bad)('rejects %s, naming the place', (_what, input, path, message) => {
    expect(parseScoringInput(input)).toEqual({
      ok: false,
      error: { path, message: expect.stringMatching(message) as string },
    });
  });
  it('takes null and absent for unknown', () => {
    expect(
      parseScoringInput({
        id: 'x',
        deal: { ...deal, currency: null, closingProbability: null, closesInDays: null, agreed: null },
        customer: { urgency: null, constraints: null, neededInDays: -5, stated: null, answers: null },
      }),
    ).toMatchObject({ ok: true });
    expect(parseScoringInput({ id: 'x', deal, customer: null })).toEqual(parseScoringInput({ id: 'x', deal }));
  });
  it('takes shares that sum to 1 but for rounding', () => {
    const payments = [0.1, 0.2, 0.7].map((share) => ({ share, anchor: 'order' as const, days: 0 }));
    expect(parseScoringInput({ id: 'x', deal: { ...deal, payments } })).toMatchObject({ ok: true });
  });
  it('takes the finest grid that is allowed: 1000 discounts', () => {
    expect(
      parseScoringInput({ id: 'x', deal, policy: { discount: { max: 0.9, maxPremium: 0.099, step: 0.001 } } }),
    ).toMatchObject({ ok: true });
    expect(
      parseScoringInput({ id: 'x', deal, policy: { discount: { max: 0.9, maxPremium: 0.1, step: 0.001 } } }),
    ).toMatchObject({ ok: false });
  });
  it('answers anything at all with a value', () => {
    const hostile = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withObjectString: true,
      withSparseArray: true,
    });
    const near = fc.record(
      {
        id: fc.string(),
        deal: fc.record(
          { amount: hostile, grossMargin: hostile, leadTimeDays: hostile, payments: hostile },
          { requiredKeys: [] },
        ),
        customer: hostile,
        policy: hostile,
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(hostile, near), (value) => {
        const parsed = parseScoringInput(value);
        if (!parsed.ok) expect(parsed.error.message).toMatch(/^expected .+, got .+/s);
      }),
      { numRuns: 500 },
    );
  });
  it('survives nesting no recursion survives', () => {
    const deep = JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) as unknown;
    expect(parseScoringInput({ id: 'x', deal: { ...deal, amount: deep } })).toMatchObject({
      ok: false,
      error: { path: 'deal.amount' },
    });
  });
  it('quotes only the beginning of a long value', () => {
    const parsed = parseScoringInput({ id: 'x', deal: { ...deal, amount: 'x'.repeat(65_536) } });
    expect(parsed.ok ? 0 : parsed.error.message.length).toBeLessThan(80);
  });
});
