import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { capturedChanges, capturedOverlaps, encodeCaptured, mergeCaptured } from '@deal-terms/core/crm';
import { arbitraryCaptured, nothingCaptured } from './arbitrary-captured.ts';

const loaded = {
  ...nothingCaptured,
  cashPosition: 'tight',
  urgency: 'some',
  constraints: ['no_prepayment'],
} as const satisfies object;
const sheet = { ...loaded, constraints: [...loaded.constraints] };

describe('mergeCaptured', () => {
  it('stores what was changed and follows the record elsewhere', () => {
    const { merged, conflicts } = mergeCaptured(
      sheet,
      { ...sheet, cashPosition: 'abundant' },
      { ...sheet, urgency: 'critical', leadTimeDays: 30 },
    );
    expect(merged).toEqual({ ...sheet, cashPosition: 'abundant', urgency: 'critical', leadTimeDays: 30 });
    expect(conflicts).toEqual([]);
  });

  it('calls a third value a conflict and names all three', () => {
    const { merged, conflicts } = mergeCaptured(
      sheet,
      { ...sheet, cashPosition: 'abundant' },
      { ...sheet, cashPosition: 'strained' },
    );
    expect(conflicts).toEqual([{ field: 'cashPosition', loaded: 'tight', theirs: 'strained', mine: 'abundant' }]);
    expect(merged.cashPosition).toBe('strained');
  });

  it('has no quarrel with two people giving the same answer', () => {
    expect(
      mergeCaptured(sheet, { ...sheet, cashPosition: 'abundant' }, { ...sheet, cashPosition: 'abundant' }).conflicts,
    ).toEqual([]);
  });

  it('does not mind the order of constraints', () => {
    const both = {
      ...sheet,
      constraints: ['no_shorter_terms', 'no_prepayment'] as ('no_shorter_terms' | 'no_prepayment')[],
    };
    expect(mergeCaptured(both, { ...both, constraints: ['no_prepayment', 'no_shorter_terms'] }, sheet)).toEqual({
      merged: sheet,
      conflicts: [],
    });
  });

  it('gives mine when the record is as loaded, and theirs when nothing was touched', () => {
    fc.assert(
      fc.property(arbitraryCaptured, arbitraryCaptured, (a, b) => {
        expect(encodeCaptured(mergeCaptured(a, b, a).merged)).toEqual(encodeCaptured(b));
        expect(encodeCaptured(mergeCaptured(a, a, b).merged)).toEqual(encodeCaptured(b));
      }),
    );
  });
});

describe('capturedChanges', () => {
  it('names only what differs, and clears with an empty text', () => {
    expect(capturedChanges(sheet, { ...sheet, urgency: null, grossMargin: 0.4 })).toEqual({
      terms_urgency: '',
      terms_gross_margin: '0.4',
    });
    expect(capturedChanges(sheet, sheet)).toEqual({});
  });
});

describe('capturedOverlaps', () => {
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
    expect(capturedOverlaps(sheet, written, seen).map((overlap) => overlap.theirs)).toEqual(theirs);
  });

  it('reads a property that was never set before', () => {
    expect(capturedOverlaps(nothingCaptured, written, history('abundant'))).toEqual([]);
    expect(capturedOverlaps(nothingCaptured, written, history('abundant', 'strained'))).toEqual([
      { field: 'cashPosition', loaded: null, theirs: 'strained', mine: 'abundant' },
    ]);
  });
});
