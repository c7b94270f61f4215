import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failureSchema, openDealRequestSchema, scoreDealRequestSchema } from '@deal-terms/core/contracts';
import { arbitraryCustomerProfile, emptyProfile } from '../crm/arbitrary-customer-profile.ts';

const request = { loaded: emptyProfile, captured: emptyProfile };
const accepts = (value: unknown) => scoreDealRequestSchema.safeParse(value).success;

describe('scoreDealRequestSchema', () => {
  it('accepts every sheet a card can hold', () => {
    fc.assert(
      fc.property(arbitraryCustomerProfile, arbitraryCustomerProfile, (loaded, captured) => {
        expect(accepts(JSON.parse(JSON.stringify({ loaded, captured })))).toBe(true);
      }),
    );
  });

  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a list', []],
    ['half of it', { captured: emptyProfile }],
    ['a deal id beside it', { ...request, dealId: '1' }],
    ['a deal id inside it', { ...request, captured: { ...emptyProfile, hs_object_id: '1' } }],
    ['an unknown band', { ...request, captured: { ...emptyProfile, cashPosition: 'rich' } }],
    ['a band by another type', { ...request, captured: { ...emptyProfile, urgency: ['high'] } }],
    ['a missing field', { ...request, captured: { ...emptyProfile, urgency: undefined } }],
    ['an unknown constraint', { ...request, captured: { ...emptyProfile, constraints: ['no_fun'] } }],
    ['constraints that are no list', { ...request, captured: { ...emptyProfile, constraints: null } }],
    ['a margin as text', { ...request, captured: { ...emptyProfile, grossMargin: '0.45' } }],
    ['a margin without end', { ...request, captured: { ...emptyProfile, grossMargin: Number.POSITIVE_INFINITY } }],
    ['a margin that is none', { ...request, captured: { ...emptyProfile, grossMargin: Number.NaN } }],
    ['a day that is not in the calendar', { ...request, captured: { ...emptyProfile, neededBy: '2026-02-30' } }],
    ['a date with a time', { ...request, captured: { ...emptyProfile, neededBy: '2026-02-20T00:00:00Z' } }],
  ])('refuses %s', (_, value) => {
    expect(accepts(value)).toBe(false);
  });

  it('is not fooled by keys of the prototype', () => {
    expect(
      accepts(JSON.parse(JSON.stringify(request).replace('{"loaded"', '{"__proto__":{"dealId":"1"},"loaded"'))),
    ).toBe(false);
  });
});

describe('openDealRequestSchema', () => {
  it('takes an empty request and nothing else', () => {
    expect([{}, { dealId: '1' }, null, [], 'x'].map((value) => openDealRequestSchema.safeParse(value).success)).toEqual(
      [true, false, false, false, false],
    );
  });
});

describe('failureSchema', () => {
  it('knows every code a card must explain', () => {
    const failure = { ok: false, code: 'unexpected', message: 'Something went wrong.', correlationId: 'c' };
    expect(failureSchema.safeParse(failure).success).toBe(true);
    expect(failureSchema.safeParse({ ...failure, code: 'oops' }).success).toBe(false);
    expect(
      failureSchema.safeParse({ ...failure, saved: { captured: emptyProfile, written: 2, overlaps: [] } }).success,
    ).toBe(true);
  });
});
