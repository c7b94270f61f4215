import * as z from 'zod/mini';
import type { AppSettings } from '../crm/app-settings.ts';
import type { ResolvedDeal } from '../crm/index.ts';
import { formatPaymentPlan } from '../scoring/index.ts';
import type { PaymentPlan, ResolvedInput } from '../scoring/index.ts';
import { readPaymentPlan } from '../terms/index.ts';
import { meanPaymentDay } from '../vocabulary/payment-plan.ts';

/**
 * What counts as today's terms where a limit is measured from them, in compact notation.
 * - `typed` those of the deal · `records` what HubSpot's records show, since later ones were typed
 * - `policy` the usual ones, since later ones were typed and no record shows any
 */
export const countedTodaySchema = z.object({
  payments: z.string(),
  source: z.enum(['typed', 'records', 'policy']),
  /** Those of the deal. */
  typed: z.string(),
});
export type CountedToday = z.infer<typeof countedTodaySchema>;

type Usual = Pick<AppSettings, 'defaultPaymentPlan' | 'defaultLeadTimeDays'>;

/**
 * Today's terms as far as they count: those typed into a deal up to the later of what HubSpot's records show and the policy's usual ones. Whoever may type
 * them could else make room for any later payment.
 */
export function countedToday({ input, evidence }: Pick<ResolvedDeal, 'input' | 'evidence'>, app: Usual): CountedToday {
  const { payments, leadTimeDays } = input.deal;
  const dayOf = (plan: PaymentPlan) => meanPaymentDay(plan, { leadTimeDays, daysBeyondTerms: 0 });
  const typed = formatPaymentPlan(payments);
  const shown = planIn(evidence.paymentPlan?.value);
  const usual = planIn(app.defaultPaymentPlan);
  const standard = [
    ...(shown === null ? [] : [{ plan: shown, source: 'records' as const }]),
    ...(usual === null ? [] : [{ plan: usual, source: 'policy' as const }]),
  ].sort((one, other) => dayOf(other.plan) - dayOf(one.plan));
  const [latest] = standard;
  return latest === undefined || dayOf(payments) <= dayOf(latest.plan)
    ? { payments: typed, source: 'typed', typed }
    : { payments: formatPaymentPlan(latest.plan), source: latest.source, typed };
}

/**
 * The deal a gain is measured on for limits: with today's terms and lateness up to what records show, and the lead time up to the usual one. Where no record
 * shows terms or lateness, there is nothing to hold the typed ones against: they stay.
 *
 * @param today - of `countedToday`
 * @param daysSaved - that are offered: no lead time is shorter
 */
export function countedInput(
  { input, evidence }: Pick<ResolvedDeal, 'input' | 'evidence'>,
  today: CountedToday,
  daysSaved: number,
  app: Usual,
): ResolvedInput {
  const { leadTimeDays: typedLead } = input.deal;
  const ownLead = evidence.leadTimeDays?.source === 'property' ? evidence.leadTimeDays.value : 0;
  const leadTimeDays = Math.min(typedLead, Math.max(daysSaved, app.defaultLeadTimeDays, ownLead));
  const typedLateness = input.customer?.daysBeyondTerms ?? 0;
  const daysBeyondTerms = Math.min(typedLateness, evidence.daysBeyondTerms?.value ?? typedLateness);
  const isShown = evidence.paymentPlan !== undefined;
  const payments = (isShown ? planIn(today.payments) : null) ?? input.deal.payments;
  return {
    ...input,
    deal: { ...input.deal, leadTimeDays, payments },
    customer: { ...input.customer, daysBeyondTerms },
  };
}

function planIn(notation: string | undefined): PaymentPlan | null {
  const read = notation === undefined ? null : readPaymentPlan(notation, null);
  return read?.ok === true ? read.plan : null;
}
