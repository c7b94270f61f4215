import { describe, expect, it } from 'vitest';
import { axisTicks, ticksWithin } from '../../workbench/host/components/axis-ticks.ts';

describe('axisTicks', () => {
  it('are round numbers around the values', () => {
    expect(axisTicks([0, 119_421])).toEqual([0, 25_000, 50_000, 75_000, 100_000, 125_000]);
    expect(axisTicks([-3.2, 74, 250])).toEqual([-100, 0, 100, 200, 300]);
    expect(axisTicks([0.2, 0.55])).toEqual([0.2, 0.3, 0.4, 0.5, 0.6]);
  });

  it('have an axis to show for one value, and for none', () => {
    expect(axisTicks([0])).toEqual([0, 0.2]);
    expect(axisTicks([])).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  });

  it('stay inside an axis that ends with its values', () => {
    expect(ticksWithin([1, 26])).toEqual([5, 10, 15, 20, 25]);
    expect(ticksWithin([9.48, 48])).toEqual([10, 20, 30, 40]);
  });
});
