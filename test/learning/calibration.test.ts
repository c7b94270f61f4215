import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { calibration } from '@deal-terms/core/learning';
import type { AnsweredOffer, Calibration } from '@deal-terms/core/learning';
import { answeredOffer, offersOf } from './answered-offers.ts';

function measured(offers: readonly AnsweredOffer[]): Extract<Calibration, { kind: 'measured' }> {
  const { overall } = calibration(offers);
  if (overall.kind !== 'measured') throw new Error('too few');
  return overall;
}

describe('calibration', () => {
  it('says that 49 answers are too few, and speaks at 50', () => {
    expect(calibration(offersOf(49, 20)).overall).toEqual({ kind: 'too_few', answers: 49 });
    expect(calibration(offersOf(50, 20)).overall).toMatchObject({ kind: 'measured', answers: 50, observed: 0.4 });
    expect(calibration([])).toEqual({ overall: { kind: 'too_few', answers: 0 }, byOwner: [], byBand: [] });
  });

  it('scores predictions that are right on average', () => {
    const { brier, bins, predicted, observed } = measured([
      ...offersOf(50, 40, { acceptance: 0.8 }),
      ...offersOf(50, 10, { acceptance: 0.2 }, 50),
    ]);
    expect(predicted).toBeCloseTo(0.5, 12);
    expect(observed).toBe(0.5);
    // 0.8·0.2² + 0.2·0.8² = 0.16 on both sides; the base rate of one half scores 0.25.
    expect(brier.score).toBeCloseTo(0.16, 12);
    expect(brier.baseRateScore).toBe(0.25);
    expect(brier.skill).toBeCloseTo(0.36, 12);
    expect(brier.reliability).toBeCloseTo(0, 12);
    expect(brier.resolution).toBeCloseTo(0.09, 12);
    expect(brier.withinBins).toBeCloseTo(0, 12);
    expect(bins.map(({ from, to, count }) => [from, to, count])).toEqual([
      [0.2, 0.3, 50],
      [0.8, 0.9, 50],
    ]);
    expect(bins.map((bin) => bin.observed)).toEqual([0.2, 0.8]);
  });

  it('scores predictions that are too sure worse than the base rate', () => {
    const { brier } = measured([
      ...offersOf(50, 30, { acceptance: 0.9 }),
      ...offersOf(50, 20, { acceptance: 0.1 }, 50),
    ]);
    // 0.6·0.1² + 0.4·0.9² = 0.33.
    expect(brier.score).toBeCloseTo(0.33, 12);
    expect(brier.skill).toBeCloseTo(-0.32, 12);
    expect(brier.reliability).toBeCloseTo(0.09, 12);
    expect(brier.resolution).toBeCloseTo(0.01, 12);
  });

  it.each([
    [263, 81, 0.2553, 0.3662],
    [148, 15, 0.0624, 0.1605],
  ])('gives the Wilson interval of Newcombe 1998, table I: %i trials, %i successes', (trials, successes, low, high) => {
    const { interval, bins } = measured(offersOf(trials, successes));
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
    expect(bins.map((bin) => bin.interval)).toEqual([interval]);
  });

  it.each([
    [20, 0, 0, 0.1611],
    [29, 1, 0.0061, 0.1718],
  ])('gives it of a bin too: %i trials, %i successes', (trials, successes, low, high) => {
    const { bins } = measured([
      ...offersOf(trials, successes, { acceptance: 0.05 }),
      ...offersOf(100, 50, { acceptance: 1 }, 100),
    ]);
    expect(bins[0]?.interval.low).toBeCloseTo(low, 4);
    expect(bins[0]?.interval.high).toBeCloseTo(high, 4);
    expect(bins[1]).toMatchObject({ from: 0.9, to: 1, count: 100, predicted: 1, observed: 0.5 });
  });

  it('counts silence as a no, and says how much of it there was', () => {
    const offers = [
      ...offersOf(40, 40),
      ...offersOf(10, 0, { answer: 'no_answer' }, 40),
      ...offersOf(10, 0, { answer: 'refused_price' }, 50),
    ];
    expect(measured(offers)).toMatchObject({ silent: 10, observed: 40 / 60 });
  });

  it('has no skill to tell where every answer is the same', () => {
    expect(measured(offersOf(50, 50)).brier).toMatchObject({ baseRateScore: 0, skill: null });
  });

  it('is told by owner, most offers first, and by band, each too few or not by itself', () => {
    const { byOwner, byBand } = calibration([
      ...offersOf(10, 5, { ownerId: '', band: 'low' }),
      ...offersOf(60, 30, { ownerId: '7' }, 10),
    ]);
    expect(byOwner.map(({ ownerId, measure }) => [ownerId, measure.kind, measure.answers])).toEqual([
      ['7', 'measured', 60],
      ['', 'too_few', 10],
    ]);
    expect(byBand.map(({ band, measure }) => [band, measure.kind, measure.answers])).toEqual([
      ['high', 'measured', 60],
      ['low', 'too_few', 10],
    ]);
  });

  it('adds up, whatever was predicted and answered', () => {
    const offers = fc.array(fc.record({ acceptance: fc.double({ min: 0, max: 1, noNaN: true }), yes: fc.boolean() }), {
      minLength: 50,
      maxLength: 120,
    });
    fc.assert(
      fc.property(offers, (some) => {
        const { brier, bins, interval, observed, answers } = measured(
          some.map(({ acceptance, yes }, index) =>
            answeredOffer({ dealId: String(index), acceptance, answer: yes ? 'accepted' : 'refused_terms' }),
          ),
        );
        expect(bins.reduce((sum, { count }) => sum + count, 0)).toBe(answers);
        expect(brier.score).toBeGreaterThanOrEqual(0);
        expect(brier.score).toBeLessThanOrEqual(1);
        expect(brier.reliability - brier.resolution + brier.baseRateScore + brier.withinBins).toBeCloseTo(
          brier.score,
          12,
        );
        expect(interval.low).toBeLessThanOrEqual(observed);
        expect(interval.high).toBeGreaterThanOrEqual(observed);
        for (const bin of bins) {
          expect(bin.predicted).toBeGreaterThanOrEqual(bin.from - 1e-12);
          expect(bin.predicted).toBeLessThanOrEqual(bin.to + 1e-12);
        }
      }),
      { numRuns: 50 },
    );
  });
});
