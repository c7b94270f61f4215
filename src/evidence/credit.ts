import type { PaymentPlan } from '../scoring/index.ts';
import type { Evidence } from './evidence-schema.ts';

/** Money the customer owes or will owe us, against what we allow. Deal's currency. */
export type CreditExposure = {
  readonly limit: number;
  /** Where the limit comes from. */
  readonly label: string | null;
  readonly openInvoices: number;
  /** Of this deal, what is paid only after the goods are there. */
  readonly onCredit: number;
  /** Above the limit by this much; 0 within it. */
  readonly over: number;
};

/**
 * What a customer would owe us with this deal on the given terms.
 *
 * @param evidence - of the deal
 * @param price - of the deal
 * @param plan - its payment terms
 * @returns null where no credit limit is known
 */
export function creditExposureOf(evidence: Evidence, price: number, plan: PaymentPlan): CreditExposure | null {
  const { creditLimit, openInvoices } = evidence;
  if (creditLimit === undefined) return null;
  const onCredit =
    price * plan.reduce((sum, { share, anchor, days }) => (anchor === 'delivery' && days > 0 ? sum + share : sum), 0);
  const owed = openInvoices?.value ?? 0;
  return {
    limit: creditLimit.value,
    label: creditLimit.label ?? null,
    openInvoices: owed,
    onCredit,
    over: Math.max(0, owed + onCredit - creditLimit.value),
  };
}

/** Whether other terms bring a customer who would be over its limit back under it. */
export function bringsUnderLimit(before: CreditExposure | null, after: CreditExposure | null): boolean {
  return before !== null && after !== null && before.over > 0 && after.over === 0;
}
