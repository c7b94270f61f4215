import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offerTermsRequestSchema } from '@deal-terms/core/contracts';

const named = (by: string) =>
  offerTermsRequestSchema.safeParse({
    action: 'answer',
    answer: 'no_answer',
    answeredOn: '2026-11-23',
    note: '',
    revision: 0,
    by,
  });

describe('a name somebody reports', () => {
  it.each([
    ['Oliver Hughes', 'Oliver Hughes'],
    ['  Zoë  O’Neill-Łukasz ', 'Zoë O’Neill-Łukasz'],
    ['Dr. J. R. Müller (Ops)', 'Dr. J. R. Müller (Ops)'],
    ['oliver@cuckoo.example', 'oliver@cuckoo.example'],
    ['Ann\r\nGrace Whitfield approved the offer.\u2028Good until', 'Ann Grace Whitfield approved the offer Good until'],
    ['<b>Ann</b>: yes; no', 'b Ann b yes no'],
    ['\u202Egnp.exe', 'gnp.exe'],
  ])('%j stands in notes as %j', (typed, shown) => {
    expect(named(typed)).toMatchObject({ success: true, data: { by: shown } });
  });

  it.each(['', '\n', '\u0000\u200B'])('that is none is refused: %j', (typed) => {
    expect(named(typed).success).toBe(false);
  });

  it('is one line of at most eighty characters, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (typed) => {
        const read = named(typed);
        const by = read.success ? read.data.by : '';
        expect(by).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:;]/u);
        expect(by.length).toBeLessThanOrEqual(80);
      }),
    );
  });
});
