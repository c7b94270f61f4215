import { costOfCashAt } from './cost-of-cash.ts';
import { gainAt } from './gains.ts';
import type { Prospect } from './prospect.ts';
import type { Situation } from './situation.ts';
import { SAME_DAYS, SAME_GAIN } from '../vocabulary/tolerance.ts';

/** Rates tried, in hundredths a year, and how often the first that pays is narrowed down (docs/model.md section 8). */
const HIGHEST_RATE = 200;
const HALVINGS = 50;

/** Our gain if the backlog's promise comes to nothing and cash costs what the bank takes, money (docs/model.md section 8). */
export function sellerGainAtBankRate(
  { sellerSide }: Pick<Prospect, 'sellerSide'>,
  discount: number,
  { policy }: Situation,
): number {
  return gainAt(sellerSide(costOfCashAt(policy.borrowingRate, policy)), discount);
}

/**
 * The cost of cash from which on a trade pays, effective annual and flat over all days: what the released cash costs us
 * (docs/model.md section 8).
 *
 * @returns 0 when speed or forecast pay for it; null for a package that releases no cash, or that pays at no rate up to 200 %
 */
export function breakEvenRate(
  { package: one, sellerSide }: Pick<Prospect, 'package' | 'sellerSide'>,
  discount: number,
  { amount, paymentDay }: Situation,
): number | null {
  if (one.paymentDay >= paymentDay - SAME_DAYS) return null;
  const pays = (annualRate: number): boolean =>
    gainAt(sellerSide(costOfCashAt(annualRate, { factoring: null })), discount) >= -SAME_GAIN * amount;
  let hundredths = 0;
  while (hundredths <= HIGHEST_RATE && !pays(hundredths / 100)) hundredths += 1;
  if (hundredths === 0) return 0;
  if (hundredths > HIGHEST_RATE) return null;
  let below = (hundredths - 1) / 100;
  let above = hundredths / 100;
  for (let halving = 0; halving < HALVINGS; halving += 1) {
    const middle = (below + above) / 2;
    if (pays(middle)) above = middle;
    else below = middle;
  }
  return above;
}
