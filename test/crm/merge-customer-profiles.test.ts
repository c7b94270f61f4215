import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profileChanges, profileOverlaps, encodeCustomerProfile, mergeCustomerProfiles } from '@deal-terms/core/crm';
import { arbitraryCustomerProfile, emptyProfile } from './arbitrary-customer-profile.ts';

const loaded = {
  ...emptyProfile,
  cashPosition: 'tight',
  urgency: 'some',
  constraints: ['no_prepayment'],
} as const satisfies object;
const sheet = { ...loaded, constraints: [...loaded.constraints] };

describe('mergeCustomerProfiles', () => {
  it('stores what was changed and follows the record elsewhere', () => {
    const { merged, conflicts } = mergeCustomerProfiles(
      sheet,
      { ...sheet, cashPosition: 'abundant' },
      { ...sheet, urgency: 'critical', leadTimeDays: 30 },
    );
    expect(merged).toEqual({ ...sheet, cashPosition: 'abundant', urgency: 'critical', leadTimeDays: 30 });
    expect(conflicts).toEqual([]);
  });

  it('calls a third value a conflict and names all three', () => {
    const { merged, conflicts } = mergeCustomerProfiles(
      sheet,
      { ...sheet, cashPosition: 'abundant' },
      { ...sheet, cashPosition: 'strained' },
    );
    expect(conflicts).toEqual([{ field: 'cashPosition', loaded: 'tight', theirs: 'strained', mine: 'abundant' }]);
    expect(merged.cashPosition).toBe('strained');
  });

  it('has no quarrel with two people giving the same answer', () => {
    expect(
      mergeCustomerProfiles(sheet, { ...sheet, cashPosition: 'abundant' }, { ...sheet, cashPosition: 'abundant' })
        .conflicts,
    ).toEqual([]);
  });

  it('does not mind the order of constraints', () => {
    const both = {
      ...sheet,
      constraints: ['no_shorter_terms', 'no_prepayment'] as ('no_shorter_terms' | 'no_prepayment')[],
    };
    expect(mergeCustomerProfiles(both, { ...both, constraints: ['no_prepayment', 'no_shorter_terms'] }, sheet)).toEqual(
      {
        merged: sheet,
        conflicts: [],
      },
    );
  });

  it('gives mine when the record is as loaded, and theirs when nothing was touched', () => {
    fc.assert(
      fc.property(arbitraryCustomerProfile, arbitraryCustomerProfile, (a, b) => {
        expect(encodeCustomerProfile(mergeCustomerProfiles(a, b, a).merged)).toEqual(encodeCustomerProfile(b));
        expect(encodeCustomerProfile(mergeCustomerProfiles(a, a, b).merged)).toEqual(encodeCustomerProfile(b));
      }),
    );
  });
});

describe('profileChanges', () => {
  it('names only what differs, and clears with an empty text', () => {
    expect(profileChanges(sheet, { ...sheet, urgency: null, grossMargin: 0.4 })).toEqual({
      terms_urgency: '',
      terms_gross_margin: '0.4',
    });
    expect(profileChanges(sheet, sheet)).toEqual({});
  });
});

describe('profileOverlaps', () => {
  const written = { ...sheet, cashPosition: 'abundant' as const };
  const history = (...values: string[]) => ({ terms_cash_position: values.map((value) => ({ value })) });

  it.each([
    ['ours on top of what we had read', history('abundant', 'tight', 'strained'), []],
    ['a value between', history('abundant', 'strained', 'tight'), ['strained']],
    ['a value after ours', history('positive', 'abundant', 'tight'), ['positive']],
    ['a return to the old value after ours', history('tight', 'abundant', 'tight'), ['tight']],
    ['several, the newest of them', history('abundant', 'strained', 'balanced', 'tight'), ['strained']],
    ['the same answer by someone else', history('abundant', 'abundant', 'tight'), []],
  ])('sees %s', (_, seen, theirs) => {
    expect(profileOverlaps(sheet, written, seen).map((overlap) => overlap.theirs)).toEqual(theirs);
  });

  it('reads a property that was never set before', () => {
    expect(profileOverlaps(emptyProfile, written, history('abundant'))).toEqual([]);
    expect(profileOverlaps(emptyProfile, written, history('abundant', 'strained'))).toEqual([
      { field: 'cashPosition', loaded: null, theirs: 'strained', mine: 'abundant' },
    ]);
  });
});
