/** Steps between ticks that read easily, times a power of ten. */
const easySteps = [1, 2, 2.5, 5, 10];
/** About as many ticks as fit an axis of this height or a phone's width. */
const wanted = 5;

/**
 * Places of an axis's ticks: round numbers around the values, 0 among them where it lies between.
 *
 * @param values - on the axis; without any the axis runs from 0 to 1
 * @returns rising, the first at or below the least value and the last at or above the largest
 */
export function axisTicks(values: readonly number[]): number[] {
  const finite = values.filter(Number.isFinite);
  const least = finite.length === 0 ? 0 : Math.min(...finite);
  const most = finite.length === 0 ? 1 : Math.max(...finite);
  const width = most > least ? most - least : Math.max(1, Math.abs(most));
  const power = 10 ** Math.floor(Math.log10(width / wanted));
  const step = power * (easySteps.find((easy) => easy * power >= width / wanted) ?? 10);
  const first = Math.floor(least / step);
  const last = Math.max(first + 1, Math.ceil(most / step));
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)));
}

/** Ticks inside the values of an axis that begins and ends with them. */
export function ticksWithin(values: readonly number[]): number[] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  return axisTicks(values).filter((tick) => tick >= least && tick <= most);
}
