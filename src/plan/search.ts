import type { Backlog, Totals } from './backlog.ts';
import { worth } from './backlog.ts';
import type { Choice } from './envelope.ts';
import { cashOf, gainOf } from './envelope.ts';

/** Part-plans kept from deal to deal. Wide enough to end at the optimum for a dozen deals, narrow enough to be quick for many. */
const WIDTH = 1_000;

/** A part of a plan: choices for the deals so far, the last one first. */
type Part = Totals & { readonly choice: Choice; readonly before: Part | null };

/** A deal as the search sees it: every choice worth considering, and the most any of them adds to the bound. */
export type SearchDeal = { readonly choices: readonly Choice[]; readonly bound: number };

/** Of part-plans in order of cash, most first, those that no other beats in gain; capped to the most promising. */
function promising(parts: Part[], price: number): Part[] {
  parts.sort((one, other) => other.cash - one.cash || other.gain - one.gain);
  let best = -Infinity;
  const kept = parts.filter(({ gain }) => {
    if (gain <= best) return false;
    best = gain;
    return true;
  });
  if (kept.length <= WIDTH) return kept;
  return kept.sort((one, other) => other.gain + price * other.cash - (one.gain + price * one.cash)).slice(0, WIDTH);
}

/**
 * Looks for a plan worth more than one already known: deal by deal, dropping part-plans that another beats and those that the
 * Lagrangian bound rules out.
 *
 * @param price - of a currency-day, the one that minimises the bound
 * @param known - worth of the plan already known
 * @returns the choices in the deals' order, or null when none better was found
 * @source dominance and bounds for multiple-choice knapsacks: Pisinger 1995, EJOR 83(2)
 */
export function searchPlan(
  deals: readonly SearchDeal[],
  backlog: Backlog,
  price: number,
  known: number,
): Choice[] | null {
  let ahead = deals.reduce((sum, { bound }) => sum + bound, (backlog.premiumPerDay - price) * backlog.capacity);
  let parts: Part[] = [{ gain: 0, cash: 0, choice: null, before: null }];
  for (const { choices, bound } of deals) {
    ahead -= bound;
    const next: Part[] = [];
    for (const before of parts) {
      for (const choice of choices) {
        const gain = before.gain + gainOf(choice);
        // Cash beyond what the backlog can use is worth nothing: part-plans that differ in it alone are the same.
        const cash = Math.min(backlog.capacity, before.cash + cashOf(choice));
        if (gain + price * cash + ahead > known) next.push({ gain, cash, choice, before });
      }
    }
    parts = promising(next, price);
  }
  const best = parts.reduce<Part | null>(
    (one, other) => (one === null || worth(other, backlog) > worth(one, backlog) ? other : one),
    null,
  );
  if (best === null || worth(best, backlog) <= known) return null;
  const chosen: Choice[] = [];
  for (let part: Part = best; part.before !== null; part = part.before) chosen.push(part.choice);
  return chosen.reverse();
}
