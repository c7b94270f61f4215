import { costOfCashAt } from './cost-of-cash.ts';
import { gainAt, sellerSideOf } from './gains.ts';
import type { ResolvedInput } from './input.ts';
import { listPackages } from './packages.ts';
import { readSituation } from './situation.ts';

/**
 * What we gain by a package over today's deal at any discount, on the menu or not (docs/model.md section 5, ΔS).
 *
 * @param packageId - `paymentOption/daysSaved/forecast|none`
 * @param discount - fraction; negative is a premium
 * @returns money in the deal's currency; null when the deal has no such package: one side ruled it out
 */
export function sellerGainAt(input: ResolvedInput, packageId: string, discount: number): number | null {
  const situation = readSituation(input);
  const one = listPackages(situation).find(({ id }) => id === packageId);
  return one === undefined
    ? null
    : gainAt(sellerSideOf(one, situation)(costOfCashAt(situation.sellerRate, situation.policy)), discount);
}

/** Our annual cost of cash on a deal, effective (docs/model.md section 4, r_S). */
export function costOfCash(input: ResolvedInput): number {
  return readSituation(input).sellerRate;
}
