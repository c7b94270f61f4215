import { describe, expect, it } from 'vitest';
import { realisedGains } from '@deal-terms/core/learning';
import { answeredOffer } from './answered-offers.ts';

describe('realisedGains', () => {
  it('adds up agreed deals that are delivered and paid, beside what was predicted of the same ones', () => {
    const { overall, byOwner, byBand } = realisedGains([
      answeredOffer({ sellerGain: 1_000, realisedGain: 800 }),
      answeredOffer({ sellerGain: 3_000, realisedGain: 2_800, ownerId: '12', band: 'medium' }),
      answeredOffer({ sellerGain: 5_000 }),
      answeredOffer({ sellerGain: 7_000, answer: 'refused_terms' }),
    ]);
    expect(overall).toMatchObject({ deals: 2, open: 1, predicted: 4_000, realised: 3_600, ratio: 0.9 });
    // Residuals 800 − 900 and 2800 − 2700: √(20000 · 2) / 4000.
    expect(overall.standardError).toBeCloseTo(0.05, 12);
    expect(byOwner.map(({ ownerId, measure }) => [ownerId, measure.ratio])).toEqual([
      ['11', 0.8],
      ['12', 2_800 / 3_000],
    ]);
    expect(
      byBand.map(({ band, measure: { deals, open, standardError } }) => [band, deals, open, standardError]),
    ).toEqual([
      ['high', 1, 1, null],
      ['medium', 1, 0, null],
    ]);
  });

  it('has no ratio where nothing was predicted to be gained', () => {
    expect(realisedGains([]).overall).toEqual({
      deals: 0,
      open: 0,
      predicted: 0,
      realised: 0,
      ratio: null,
      standardError: null,
    });
    expect(
      realisedGains([
        answeredOffer({ sellerGain: -5, realisedGain: 10 }),
        answeredOffer({ sellerGain: 5, realisedGain: 10 }),
      ]).overall,
    ).toMatchObject({ realised: 20, ratio: null, standardError: null });
  });
});
