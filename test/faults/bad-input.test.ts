import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { policySettingsSchema, readPolicy, readPolicySettings, defaultAppSettings } from '@deal-terms/core/crm';
import { defaultPolicy } from '@deal-terms/core/policy';
import { scoreLine } from '@deal-terms/core/scoring';
import { openDeal } from '../../serverless/functions/open-deal.ts';
import { scoreDeal } from '../../serverless/functions/score-deal.ts';
import { emptyProfile } from '../crm/arbitrary-customer-profile.ts';
import { isWrite, runApp, startAccount } from '../serverless/account.ts';
import type { Account } from '../serverless/account.ts';
import { functionCalls } from './function-calls.ts';
import { hostileText, hostileValue, oneValueWrong } from './hostile.arbitrary.ts';

let account: Account;
let app: ReturnType<typeof runApp>;
let dealId: string;
beforeAll(async () => {
  account = await startAccount();
  app = runApp(account, { secrets: { POLICY_EDIT_KEY: 'key' } });
  dealId = await account.createDeal({ amount: '60000' });
});
afterAll(() => account.stop());

const writes = () => app.answered.filter(isWrite).length;

describe('functions', () => {
  const saving = {
    loaded: { ...emptyProfile },
    captured: {
      ...emptyProfile,
      customerWhy: 'why',
      neededBy: '2026-12-24',
      daysBeyondTerms: 3,
      paymentPlan: 'net 30',
      grossMargin: 0.4,
      leadTimeDays: 30,
    },
  };
  it.each(functionCalls.map((made) => ({ name: made.name, made })))(
    '$name answers any parameters with a reply that can be shown, and never as a fault of its own',
    async ({ made }) => {
      const { account: own, attest, parameters: sound, call } = await made.prepare();
      const attested = await attest();
      await fc.assert(
        fc.asyncProperty(fc.oneof(hostileValue, oneValueWrong(sound)), async (parameters) => {
          const reply = await call(attested, parameters);
          expect(made.reply.safeParse(JSON.parse(JSON.stringify(reply))).error).toBeUndefined();
          expect(reply.ok ? 'ok' : reply.code).not.toBe('unexpected');
        }),
        { numRuns: 60 },
      );
      await own.stop();
    },
    60_000,
  );

  it('write nothing on a hostile record, and say which field cannot be used', async () => {
    const before = writes();
    const names = [
      'amount',
      'closedate',
      'hs_exchange_rate',
      'deal_currency_code',
      'terms_gross_margin',
      'terms_lead_time_days',
      'terms_payment_plan',
      'terms_needed_by',
      'terms_constraints',
    ];
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), hostileText, async (name, text) => {
        const reply = await app.main(openDeal)({
          parameters: {},
          propertiesToSend: { hs_object_id: dealId, amount: '60000', [name]: text },
        });
        expect(reply.ok ? 'ok' : reply.code).toBe('ok');
      }),
      { numRuns: 120 },
    );
    expect(writes()).toBe(before);
  }, 60_000);

  it('act on nothing but the attested deal, whatever ids a request is full of', async () => {
    const other = await account.createDeal({ amount: '1' });
    const attested = await account.readDeal(dealId);
    await app.main(scoreDeal)({
      propertiesToSend: attested,
      parameters: { ...saving, dealId: other, hs_object_id: other, objectId: other },
    });
    await app.main(scoreDeal)({
      propertiesToSend: attested,
      parameters: { loaded: { ...emptyProfile }, captured: { ...emptyProfile, customerWhy: other } },
    });
    expect((await account.readDeal(other))['terms_scored_at']).toBeNull();
  });

  it('log one line a call, whatever the request holds', async () => {
    const before = app.log.length;
    await app.main(scoreDeal)({
      propertiesToSend: await account.readDeal(dealId),
      parameters: {
        loaded: emptyProfile,
        captured: { ...emptyProfile, customerWhy: 'a secret\n{"function":"forged"}' },
      },
    });
    const lines = app.log.slice(before);
    expect(lines).toHaveLength(1);
    expect(lines.join('')).not.toMatch(/secret|forged|\n/);
  });
});

describe('lines of NDJSON', () => {
  const sound = {
    id: 'a',
    deal: {
      amount: 1000,
      currency: 'EUR',
      grossMargin: 0.4,
      leadTimeDays: 30,
      payments: [{ share: 1, anchor: 'delivery', days: 30 }],
    },
    customer: { cashPosition: 'tight', neededInDays: 10 },
    policy: { discount: { step: 0.01 } },
  };

  it('are scored or refused with a path and a message, never thrown at', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostileText,
          fc.oneof(hostileValue, oneValueWrong(sound)).map((value) => JSON.stringify(value)),
        ),
        (line) => {
          const answer = scoreLine(line, 7);
          if ('error' in answer)
            expect(answer).toMatchObject({
              line: 7,
              error: { path: expect.any(String) as string, message: expect.stringMatching(/./) as string },
            });
          else expect(Number.isFinite(answer.negotiability)).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('are refused where their figures leave the range of a number', () => {
    expect(scoreLine(JSON.stringify({ ...sound, deal: { ...sound.deal, amount: 1.3e307 } }), 7)).toEqual({
      id: 'a',
      line: 7,
      error: { path: 'deal', message: 'expected figures whose products a number can hold, got larger ones' },
    });
  });
});

describe('the policy', () => {
  it('as stored is read or replaced by the built-in one with a warning', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          hostileText,
          oneValueWrong({
            version: 1,
            model: {
              borrowingRate: 0.1,
              discount: { step: 0.01 },
              paymentOptions: [{ id: 'a', payments: [{ share: 1, anchor: 'order', days: 0 }] }],
            },
            app: { slotsPerWeek: 3, defaultPaymentPlan: 'net 30' },
          }).map((value) => JSON.stringify(value)),
        ),
        (body) => {
          const policy = readPolicy(body);
          expect(policySettingsSchema.shape.model.safeParse(policy.model).success).toBe(true);
          if (policy.version === 0) expect(policy.warning).toMatch(/./);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('as somebody wants to save it is taken, or refused with the path of each fault', () => {
    fc.assert(
      fc.property(oneValueWrong({ model: defaultPolicy, app: defaultAppSettings }), (settings) => {
        const read = readPolicySettings(settings);
        if (!read.ok)
          for (const { path, wanted } of read.faults)
            expect([typeof path, wanted === null || wanted.length > 0]).toEqual(['string', true]);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the emulator', () => {
  const token = () => account.setupToken;
  const doors = [
    ['POST', '/crm/v3/objects/deals', { properties: { dealname: 'a', amount: '1' }, associations: [] }],
    ['PATCH', '/crm/v3/objects/deals/1', { properties: { dealname: 'a' } }],
    [
      'POST',
      '/crm/v3/objects/deals/search',
      {
        filterGroups: [{ filters: [{ propertyName: 'amount', operator: 'GT', value: '1' }] }],
        sorts: [{ propertyName: 'amount', direction: 'ASCENDING' }],
        properties: ['amount'],
        limit: 10,
        after: '0',
        query: 'a',
      },
    ],
    ['POST', '/crm/v3/objects/deals/batch/update', { inputs: [{ id: '1', properties: { dealname: 'a' } }] }],
    ['POST', '/crm/v3/objects/deals/batch/read', { inputs: [{ id: '1' }], properties: ['amount'] }],
    [
      'POST',
      '/crm/v3/objects/p_terms_ledger/batch/upsert',
      { inputs: [{ id: 'k', idProperty: 'entry_key', properties: { entry_key: 'k', body: '{}' } }] },
    ],
    [
      'POST',
      '/crm/v3/properties/deals',
      { name: 'p', label: 'P', type: 'string', fieldType: 'text', groupName: 'dealinformation' },
    ],
    ['POST', '/crm/v4/associations/deals/companies/batch/read', { inputs: [{ id: '1' }] }],
  ] as const;

  it.each(doors)(
    'answers any body of %s %s as HubSpot would, never with a fault of its own',
    async (method, path, sound) => {
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(
            hostileText,
            fc.oneof(hostileValue, oneValueWrong(sound)).map((value) => JSON.stringify(value)),
          ),
          async (body) => {
            const answer = await account.emulator.fetch(
              new Request(account.origin + path, {
                method,
                headers: { authorization: `Bearer ${token()}`, 'content-type': 'application/json' },
                body,
              }),
            );
            if (answer.status >= 500) throw new Error(`${answer.status}: ${(await answer.text()).slice(0, 600)}`);
          },
        ),
        { numRuns: 80 },
      );
    },
    60_000,
  );
});
