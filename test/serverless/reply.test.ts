import { describe, expect, it } from 'vitest';
import { CrmError } from '../../serverless/ports/crm-error.ts';
import type { CrmErrorKind } from '../../serverless/ports/crm-error.ts';
import { loggable, objectTypeOf, refusalOf, requiredPropertyRefusal } from '../../serverless/runtime/reply.ts';

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

  it('names all scopes that are missing, and none for a refusal of another kind', () => {
    const scopes = ['crm.objects.deals.write', 'tickets'];
    expect(refusalOf(crmError('forbidden', { scopes }))).toMatchObject({
      scopes,
      message: expect.stringContaining('Missing: crm.objects.deals.write, tickets.') as unknown,
    });
    expect(refusalOf(crmError('forbidden'))).toEqual({
      ok: false,
      code: 'forbidden',
      message: 'The app is not allowed to do this in this account.',
    });
    expect(refusalOf(crmError('unauthorized', { scopes }))).not.toHaveProperty('scopes');
  });

  it('points at the field whose value HubSpot refused', () => {
    expect(refusalOf(crmError('validation', { properties: ['terms_urgency', 'dealname'] }))).toMatchObject({
      code: 'invalid_field',
      fields: [
        {
          field: 'urgency',
          message: 'HubSpot does not accept this value: a rule or the choices of the property forbid it.',
        },
      ],
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

describe('a property that a rule demands', () => {
  it.each([
    ['PATCH /crm/v3/objects/deals/7', ['Region'], 'deal', 'Region. Fill it in on the deal.'],
    ['POST /crm/objects/2026-09/tickets', ['Region', 'Line'], 'ticket', 'Region, Line. Fill them in on the ticket.'],
    ['POST /crm/v3/objects/notes', ['Region'], 'other', 'Region. Ask an administrator.'],
    ['POST /crm/v3/lists', ['Region'], 'other', 'Region. Ask an administrator.'],
  ] as const)('of %s is named, with where to fill it in', (request, labels, record, sentence) => {
    expect(requiredPropertyRefusal(request, labels)).toEqual({
      ok: false,
      code: 'required_property',
      message: `A rule of the account demands ${sentence} Then try again: nothing is lost.`,
      required: { record, properties: labels },
    });
  });

  it('belongs to the object type of the path', () => {
    expect(objectTypeOf('PATCH /crm/v3/objects/deals/7')).toBe('deals');
    expect(objectTypeOf('POST /crm/objects/2026-09/tickets')).toBe('tickets');
    expect(objectTypeOf('GET /crm/v3/owners')).toBe('');
  });
});

describe('loggable', () => {
  it('names where an error came from in five lines, and of what is no error only its type', () => {
    const deep = (left: number): never => {
      if (left === 0) throw new RangeError('Frau Schulz');
      return deep(left - 1);
    };
    let thrown: unknown;
    try {
      deep(20);
    } catch (error) {
      thrown = error;
    }
    const { kind, at } = loggable(thrown) as { kind: string; at: string[] };
    expect(kind).toBe('RangeError');
    expect(at).toHaveLength(5);
    for (const frame of at) expect(frame).toMatch(/^at /);
    expect(loggable('Frau Schulz')).toEqual({ kind: 'string' });
    expect(loggable(Object.assign(new Error('no'), { stack: undefined }))).toEqual({ kind: 'Error', at: [] });
  });

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
