import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { scoreFingerprint } from '@deal-terms/core/crm';
import { fnv1a64 } from '../../src/crm/score-fingerprint.ts';

const versions = { policyVersion: 1, modelVersion: 1, exchangeRate: 1 };

describe('fnv1a64', () => {
  it.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['b', 'af63df4c8601f1a5'],
    ['foobar', '85944171f73967e8'],
  ])('agrees with the published vector for %j', (text, hash) => {
    expect(fnv1a64(text)).toBe(hash);
  });

  it('agrees with the definition in whole numbers of any size', () => {
    const asDefined = (text: string) =>
      [...Buffer.from(text, 'ascii')].reduce(
        (hash, byte) => ((hash ^ BigInt(byte)) * 0x100000001b3n) & 0xffffffffffffffffn,
        0xcbf29ce484222325n,
      );
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-ascii' }), (text) => {
        expect(fnv1a64(text)).toBe(asDefined(text).toString(16).padStart(16, '0'));
      }),
    );
  });
});

describe('scoreFingerprint', () => {
  it('does not depend on the order of keys, on absent keys or on the id', () => {
    const one = scoreFingerprint(
      { id: 'a', deal: { amount: 1, plan: [{ share: 1, days: 30 }] }, customer: undefined },
      versions,
    );
    const other = scoreFingerprint(
      { deal: { plan: [{ days: 30, share: 1 }], amount: 1 }, id: 'b' },
      { exchangeRate: 1, modelVersion: 1, policyVersion: 1 },
    );
    expect(one).toBe(other);
    expect(one).toMatch(/^[0-9a-f]{16}$/);
  });

  it.each([
    [{ deal: { amount: 2 } }, versions],
    [{ deal: { amount: 1, more: null } }, versions],
    [{ deal: { amount: '1' } }, versions],
    [{ deal: { amount: 1 } }, { ...versions, policyVersion: 2 }],
    [{ deal: { amount: 1 } }, { ...versions, modelVersion: 2 }],
    [{ deal: { amount: 1 } }, { ...versions, exchangeRate: 1.1 }],
  ])('changes for %j %j', (input, changed) => {
    expect(scoreFingerprint(input, changed)).not.toBe(scoreFingerprint({ deal: { amount: 1 } }, versions));
  });

  it('tells names in any alphabet apart', () => {
    expect(scoreFingerprint({ id: '', name: 'ä' }, versions)).not.toBe(
      scoreFingerprint({ id: '', name: 'ö' }, versions),
    );
  });
});
