import { describe, expect, it } from 'vitest';
import { starterAppSettings, policyInForceSchema, readPolicy } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';

describe('readPolicy', () => {
  it('is the built-in policy while nobody has stored one, without a warning', () => {
    expect(readPolicy(null)).toEqual({ version: 0, model: defaultPolicy, app: starterAppSettings, warning: null });
  });

  it('merges what is stored over the defaults', () => {
    const policy = readPolicy(
      '{"version":4,"model":{"backlog":{"unfundedCost":250000},"expedite":{"daysSaved":[5]}},"app":{"slotsPerWeek":2}}',
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

  it.each([
    ['', 'Policy: expected JSON.'],
    ['{', 'Policy: expected JSON.'],
    ['null', 'Policy: expected an object, got null.'],
    ['[]', 'Policy: expected an object, got [].'],
    ['{"version":1,"model":{}}', 'app: expected an object, got nothing.'],
    ['{"version":0,"model":{},"app":{}}', 'version: expected a number of at least 1, got 0.'],
    [
      '{"version":1,"model":{"borrowingRate":-1},"app":{}}',
      'model.borrowingRate: expected a number of at least 0, got -1.',
    ],
    ['{"version":1,"model":{"backlog":5},"app":{}}', 'model.backlog: expected an object, got 5.'],
    ['{"version":1,"model":{"surprise":5},"app":{}}', 'model.surprise: expected no such key, got 5.'],
    ['{"version":1,"model":{},"app":{"slotsPerWeek":1.5}}', 'app.slotsPerWeek: expected a whole number, got 1.5.'],
    [
      '{"version":1,"model":{},"app":{"defaultPaymentPlan":"whenever"}}',
      'app.defaultPaymentPlan: expected payment terms such as net 30, got "whenever".',
    ],
    ['{"version":1,"model":{},"app":{},"more":1}', 'more: expected no such key, got 1.'],
    [
      '{"version":1,"model":{"__proto__":{"borrowingRate":0}},"app":{}}',
      'model.__proto__: expected no such key, got {"borrowingRate":0}.',
    ],
  ])('falls back to the defaults for %s and names the fault', (body, fault) => {
    const policy = readPolicy(body);
    expect([policy.version, policy.model, policy.app]).toEqual([0, defaultPolicy, starterAppSettings]);
    expect(policy.warning).toBe(`The stored policy cannot be used, the built-in one stands in. ${fault}`);
  });
});
