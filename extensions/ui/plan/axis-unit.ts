/** How money is written at the ticks of an axis. */
export type AxisUnit = {
  /** "EUR", "Thousand EUR", "Million EUR". */
  readonly label: string;
  /** Money in that unit, to three digits after the point at most. */
  readonly of: (money: number) => number;
};

const units = [
  { from: 10_000_000, size: 1_000_000, word: 'Million ' },
  { from: 10_000, size: 1_000, word: 'Thousand ' },
  { from: 0, size: 1, word: '' },
] as const;

/**
 * A unit that keeps an axis's ticks short.
 *
 * @param largest - money on the axis
 * @param currency - ISO 4217
 */
export function axisUnit(largest: number, currency: string): AxisUnit {
  const { size, word } = units.find(({ from }) => largest >= from) ?? units[2];
  return {
    label: word === '' ? currency : `${word}${currency}`,
    of: (money) => Number((money / size).toFixed(size === 1 ? 0 : 3)),
  };
}
