import { MARK_REACHED } from '../vocabulary/tolerance.ts';

/** Cells the backlog's capacity is cut into (docs/model.md section 11). */
const CELLS = 1000;
/** A cell with less probability than this says nothing: a thousand of them stay far below rounding. */
const NEGLIGIBLE = 1e-22;

/** A trade that happens with a chance, and releases currency-days (or money) if it does. */
export type Release = { readonly chance: number; readonly cashDays: number };

/** How much of the backlog is financed, fractions of what it can use: expected, and what is reached with a chance of 90 and of 10 %. */
export type Funding = { readonly expected: number; readonly low: number; readonly high: number };

/** The first cell up to which the distribution holds `probability`. */
function quantile(mass: Float64Array, probability: number): number {
  let sum = 0;
  for (let cell = 0; cell < CELLS; cell += 1) {
    sum += mass[cell] as number;
    if (sum >= probability - MARK_REACHED) return cell / CELLS;
  }
  return 1;
}

/**
 * Distribution of the cash that trades release, no more than the backlog can use, each happening or not by itself (docs/model.md section 11).
 *
 * @param releases - those that release cash, in input order
 * @param capacity - currency-days the backlog can use
 */
export function fundingOf(releases: Iterable<Release>, capacity: number): Funding {
  if (capacity === 0) return { expected: 0, low: 0, high: 0 };
  const mass = new Float64Array(CELLS + 1);
  mass[0] = 1;
  // Cells outside these hold nothing.
  let lowest = 0;
  let highest = 0;
  for (const { chance, cashDays } of releases) {
    const cells = (cashDays * CELLS) / capacity;
    const whole = Math.min(CELLS, Math.floor(cells));
    const part = whole === CELLS ? 0 : cells - whole;
    // The last cell keeps what it has; from the highest down, so that no mass is moved twice.
    for (let cell = Math.min(highest, CELLS - 1); cell >= lowest; cell -= 1) {
      const here = mass[cell] as number;
      const moved = here * chance;
      mass[cell] = here - moved;
      const near = Math.min(CELLS, cell + whole);
      const far = Math.min(CELLS, near + 1);
      mass[near] = (mass[near] as number) + moved * (1 - part);
      mass[far] = (mass[far] as number) + moved * part;
    }
    highest = Math.min(CELLS, highest + whole + 1);
    while (lowest < CELLS && (mass[lowest] as number) < NEGLIGIBLE) lowest += 1;
    if (lowest === CELLS) break;
  }
  let expected = 0;
  mass.forEach((probability, cell) => {
    expected += (probability * cell) / CELLS;
  });
  return { expected, low: quantile(mass, 0.1), high: quantile(mass, 0.9) };
}
