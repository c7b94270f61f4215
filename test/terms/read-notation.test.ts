import { describe, expect, it } from 'vitest';
import { readNotation } from '../../src/terms/read-notation.ts';

describe('readNotation', () => {
  it('reads what the app stores', () => {
    expect(readNotation('net 30')).toEqual([{ share: 1, anchor: 'delivery', days: 30 }]);
    expect(readNotation('30% order + 70% net 60')).toEqual([
      { share: 0.3, anchor: 'order', days: 0 },
      { share: 0.7, anchor: 'delivery', days: 60 },
    ]);
    // The end of the month comes fifteen days later on average.
    expect(readNotation('net 30 end of month')).toEqual([{ share: 1, anchor: 'delivery', days: 45 }]);
  });

  it('reads no other text', () => {
    expect(readNotation('30 Tage netto')).toBeNull();
    expect(readNotation('')).toBeNull();
  });
});
