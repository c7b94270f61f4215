import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultAppSettings, readPolicy, readPolicySettings, toStoredPolicy } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';

describe('toStoredPolicy', () => {
  it('keeps only what differs from the defaults', () => {
    const model = { ...defaultPolicy, expedite: { ...defaultPolicy.expedite, daysSaved: [5] }, priceOfCash: 0.3 };
    expect(toStoredPolicy({ model, app: { ...defaultAppSettings, sellerCountry: 'DE' } }, 4, null)).toEqual({
      version: 4,
      modelVersion: 2,
      scoresSince: 4,
      model: { priceOfCash: 0.3, expedite: { daysSaved: [5] } },
      app: { sellerCountry: 'DE' },
    });
    expect(toStoredPolicy({ model: defaultPolicy, app: defaultAppSettings }, 1, null)).toEqual({
      version: 1,
      modelVersion: 2,
      scoresSince: 1,
      model: {},
      app: {},
    });
  });

  it('says since when scores read the same: slots, approvers and limits make none stale', () => {
    const before = readPolicy(
      JSON.stringify(toStoredPolicy({ model: defaultPolicy, app: defaultAppSettings }, 3, null)),
    );
    const since = (model: object, app: object) =>
      toStoredPolicy({ model: { ...defaultPolicy, ...model }, app: { ...defaultAppSettings, ...app } }, 4, before)
        .scoresSince;
    expect([
      since({}, { slotsPerWeek: 2, approverIds: ['5'], maxDiscount: 0.05, planHorizonWeeks: 12 }),
      since({ borrowingRate: 0.1 }, {}),
      since({}, { defaultGrossMargin: 0.3 }),
      since({}, { defaultPaymentPlan: 'net 60' }),
    ]).toEqual([3, 4, 4, 4]);
  });

  it('lets scores of a policy carried over count as made by another one', () => {
    const before = readPolicy('{"version":3,"model":{},"app":{}}');
    expect(toStoredPolicy(before, 4, before)).toMatchObject({ modelVersion: 2, scoresSince: 4 });
  });

  it('is read back as the same policy', () => {
    const days = fc.array(fc.integer({ min: 1, max: 90 }), { maxLength: 4 });
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.boolean(),
        days,
        fc.integer({ min: 0, max: 9 }),
        (borrowingRate, allowLongerTerms, daysSaved, slotsPerWeek) => {
          const settings = {
            model: {
              ...defaultPolicy,
              borrowingRate,
              allowLongerTerms,
              expedite: { ...defaultPolicy.expedite, daysSaved },
            },
            app: { ...defaultAppSettings, slotsPerWeek },
          };
          expect(readPolicy(JSON.stringify(toStoredPolicy(settings, 1, null)))).toEqual({
            version: 1,
            scoresSince: 1,
            isOfVersion1: false,
            warning: null,
            ...settings,
          });
        },
      ),
    );
  });
});

describe('readPolicySettings', () => {
  it('reports every fault', () => {
    const read = readPolicySettings({
      model: {
        ...defaultPolicy,
        beliefs: { ...defaultPolicy.beliefs, urgency: { ...defaultPolicy.beliefs.urgency, high: [3, 2, 1] } },
        minAcceptance: 3,
      },
      app: { ...defaultAppSettings, slotsPerWeek: -1 },
    });
    expect(read.ok ? [] : read.faults.map(({ path }) => path)).toEqual([
      'model.minAcceptance',
      'model.beliefs.urgency.high',
      'app.slotsPerWeek',
    ]);
  });
});
