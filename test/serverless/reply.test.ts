import { describe, expect, it } from 'vitest';
import { CrmError } from '../../serverless/ports/crm-error.ts';
import type { CrmErrorKind } from '../../serverless/ports/crm-error.ts';
import { loggable, refusalOf } from '../../serverless/runtime/reply.ts';

const crmError = (kind: CrmErrorKind, details: { scopes?: string[]; properties?: string[] } = {}) =>
  new CrmError(kind, {
    request: 'PATCH /x',
    status: 400,
    hubspotCorrelationId: 'h-1',
    scopes: [],
    properties: [],
    ...details,
  });

describe('refusalOf', () => {
  it.each([
    ['not_installed', 'not_installed'],
    ['not_found', 'unknown_deal'],
    ['unauthorized', 'forbidden'],
    ['forbidden', 'forbidden'],
    ['rate_limited', 'rate_limited'],
    ['daily_limit', 'daily_limit'],
    ['unavailable', 'unavailable'],
    ['unintelligible', 'unavailable'],
    ['conflict', 'unavailable'],
    ['deadline', 'deadline'],
  ] as const)('answers %s with %s', (kind, code) => {
    expect(refusalOf(crmError(kind))).toMatchObject({ ok: false, code });
  });

  it('names the scope that is missing', () => {
    expect(refusalOf(crmError('forbidden', { scopes: ['crm.objects.deals.write'] })).message).toBe(
      'The app is not allowed to do this in this account. Missing: crm.objects.deals.write.',
    );
  });

  it('points at the field whose value HubSpot refused', () => {
    expect(refusalOf(crmError('validation', { properties: ['terms_urgency', 'dealname'] }))).toMatchObject({
      code: 'invalid_field',
      fields: [{ field: 'urgency' }],
    });
  });

  it('does not blame the rep for a refusal that names no field of the form', () => {
    expect(refusalOf(crmError('validation', { properties: ['terms_levers'] })).code).toBe('refused');
    expect(refusalOf(crmError('validation')).code).toBe('unexpected');
  });

  it.each([new TypeError('Frau Schulz'), 'Frau Schulz', null, undefined])('shows %s as generic', (thrown) => {
    expect(refusalOf(thrown)).toEqual({ ok: false, code: 'unexpected', message: 'Something went wrong in the app.' });
  });
});

describe('loggable', () => {
  it('keeps what finds the fault and drops what could quote a customer', () => {
    const logged = JSON.stringify(loggable(new TypeError('Unexpected token in "Frau Schulz"\n    is not JSON')));
    expect(logged).toContain('TypeError');
    expect(logged).toContain('reply.test.ts');
    expect(logged).not.toContain('Schulz');
    expect(loggable(crmError('validation'))).toEqual({
      kind: 'validation',
      request: 'PATCH /x',
      status: 400,
      hubspotCorrelationId: 'h-1',
      scopes: [],
      properties: [],
      required: [],
    });
  });
});
