import { describe, expect, it } from 'vitest';
import { failureView } from '../../extensions/ui/shared/failure-view.ts';

const failure = { ok: false, message: '', correlationId: 'c-1' } as const;

describe('failureView', () => {
  it('names the scopes HubSpot misses, for whoever can grant them', () => {
    expect(failureView({ ...failure, code: 'forbidden', scopes: ['crm.objects.deals.write'] })).toEqual({
      title: 'The app lacks a permission',
      text: 'Ask an administrator to grant the app the permission it asks for. Missing: crm.objects.deals.write.',
      canRetry: true,
      reference: 'c-1',
    });
  });

  it.each([
    [
      { record: 'deal', properties: ['Sales region'] },
      'A rule of this account requires Sales region. Fill it in on the deal (Actions → View all properties), then try again; nothing is lost.',
    ],
    [
      { record: 'ticket', properties: ['Sales region', 'Category'] },
      'A rule of this account requires Sales region, Category. Fill them in on the ticket (Actions → View all properties), then try again; nothing is lost.',
    ],
    [
      { record: 'other', properties: ['cost_centre'] },
      'A rule of this account requires cost_centre. Ask an administrator to make it optional, under Settings → Properties, then try again; nothing is lost.',
    ],
  ] as const)('says of %j where to fill it in', ({ record, properties }, text) => {
    expect(
      failureView({ ...failure, code: 'required_property', required: { record, properties: [...properties] } }),
    ).toMatchObject({
      title: 'This account requires more before HubSpot stores this',
      text,
    });
  });
});
