import { describe, expect, it } from 'vitest';
import { starterAppSettings, policyInForceSchema, readPolicy } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';

describe('readPolicy', () => {
  it('is the built-in policy while nobody has stored one, without a warning', () => {
    expect(readPolicy(null)).toEqual({
      version: 0,
      scoresSince: 0,
      isOfVersion1: false,
      model: defaultPolicy,
      app: starterAppSettings,
      warning: null,
    });
  });

  it('merges what is stored over the defaults', () => {
    const policy = readPolicy(
      '{"version":4,"modelVersion":2,"model":{"backlog":{"unfundedCost":250000},"expedite":{"daysSaved":[5]}},"app":{"slotsPerWeek":2}}',
    );
    expect([
      policy.version,
      policy.model.backlog,
      policy.model.expedite.daysSaved,
      policy.app.slotsPerWeek,
      policy.app.defaultGrossMargin,
      policy.warning,
    ]).toEqual([
      4,
      { unfundedCost: 250_000, contributionMargin: 0.2, cycleDays: 120, certainty: 0.6 },
      [5],
      2,
      0.45,
      null,
    ]);
    expect(policyInForceSchema.safeParse(policy).success).toBe(true);
  });

  it('carries a policy of the first model over: its own defaults, its margin floor as a part of a usual margin, its weights dropped', () => {
    const policy = readPolicy(
      JSON.stringify({
        version: 7,
        model: {
          discount: { max: 0.12, marginFloor: 0.18 },
          beliefs: { termsImportance: { policy: [2, 3, 5] }, urgency: { some: [0, 0.001, 0.002] } },
          backlog: { unfundedCost: 80_000 },
        },
        app: { defaultGrossMargin: 0.36 },
      }),
    );
    expect(policy).toMatchObject({ version: 7, scoresSince: 7, isOfVersion1: true, warning: null });
    expect(policy.model).toEqual({
      ...defaultPolicy,
      // What the bank asked by the first model's defaults, and the options it had.
      borrowingRate: 0.14,
      paymentOptions: [
        { id: 'advance_30', payments: [{ share: 1, anchor: 'delivery', days: -30 }] },
        { id: 'on_delivery', payments: [{ share: 1, anchor: 'delivery', days: 0 }] },
        {
          id: 'deposit_50',
          payments: [
            { share: 0.5, anchor: 'order', days: 0 },
            { share: 0.5, anchor: 'delivery', days: 30 },
          ],
        },
        { id: 'net_14', payments: [{ share: 1, anchor: 'delivery', days: 14 }] },
        { id: 'net_30', payments: [{ share: 1, anchor: 'delivery', days: 30 }] },
        { id: 'net_60', payments: [{ share: 1, anchor: 'delivery', days: 60 }] },
      ],
      backlog: { ...defaultPolicy.backlog, unfundedCost: 80_000 },
      discount: { max: 0.12, maxPremium: 0.06, step: 0.005, keepOfMargin: 0.5 },
      beliefs: {
        ...defaultPolicy.beliefs,
        urgency: { ...defaultPolicy.beliefs.urgency, some: [0, 0.001, 0.002] },
      },
    });
  });

  it.each([
    // 0.1 of 0.45.
    ['{}', 2 / 9],
    ['{"discount":{"marginFloor":0.5}}', 1],
  ])('keeps of the margin what the floor of %s kept', (model, kept) => {
    expect(readPolicy(`{"version":1,"model":${model},"app":{}}`).model.discount.keepOfMargin).toBeCloseTo(kept, 12);
  });

  it.each([
    ['', 'It is not JSON.'],
    ['{', 'It is not JSON.'],
    ['null', 'The whole is null and should be an object.'],
    ['[]', 'The whole is [] and should be an object.'],
    ['{"version":1,"model":{}}', '“app” is nothing and should be an object.'],
    ['{"version":0,"model":{},"app":{}}', '“version” is 0 and should be a number of at least 1.'],
    [
      '{"version":1,"model":{"borrowingRate":-1},"app":{}}',
      '“model.borrowingRate” is -1 and should be a number of at least 0.',
    ],
    ['{"version":1,"model":{"backlog":5},"app":{}}', '“model.backlog” is 5 and should be an object.'],
    ['{"version":1,"model":{"surprise":5},"app":{}}', 'There is no setting “model.surprise”.'],
    ['{"version":1,"model":{},"app":{"slotsPerWeek":1.5}}', '“app.slotsPerWeek” is 1.5 and should be a whole number.'],
    [
      '{"version":1,"model":{},"app":{"defaultPaymentPlan":"whenever"}}',
      '“app.defaultPaymentPlan” is “whenever” and should be payment terms such as net 30.',
    ],
    ['{"version":1,"model":{},"app":{},"more":1}', 'There is no setting “more”.'],
    ['{"version":1,"model":{"__proto__":{"borrowingRate":0}},"app":{}}', 'There is no setting “model.__proto__”.'],
  ])('falls back to the defaults for %s and names the fault', (body, fault) => {
    const policy = readPolicy(body);
    expect([policy.version, policy.model, policy.app]).toEqual([0, defaultPolicy, starterAppSettings]);
    expect(policy.warning).toBe(`The stored policy cannot be used, the built-in one stands in. ${fault}`);
  });
});
