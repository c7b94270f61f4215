import { AS_TODAY } from './as-today.ts';
import type { PaymentPlan } from './payment-plan.ts';
import { meanPaymentDay, prepaidShare } from './payment-plan.ts';
import type { Situation } from './situation.ts';

/** Days or shares closer than this are the same. */
const SAME = 1e-9;

/** One thing that could be offered: terms, speed and forecast; the discount is what is then bargained over (model section 5). */
export type Package = {
  /** `paymentOption/daysSaved/forecast|none`, e.g. `on_delivery/21/none`. */
  readonly id: string;
  readonly paymentOption: string;
  readonly plan: PaymentPlan;
  readonly daysSaved: number;
  readonly forecast: boolean;
  /** Days from order to delivery with this package. */
  readonly leadTimeDays: number;
  /** Days by which the plan moves the mean payment day, speed aside; negative: paid earlier. */
  readonly movedDays: number;
  /** Mean payment day and prepaid share at this package's lead time. */
  readonly paymentDay: number;
  readonly prepaid: number;
  /** Money. */
  readonly expediteCost: number;
  readonly forecastSaving: number;
};

/** Days saved that operations could deliver, none first. */
function speeds({ policy: { expedite }, leadTimeDays }: Situation): number[] {
  return [0, ...expedite.daysSaved.filter((daysSaved) => leadTimeDays - daysSaved >= expedite.minLeadTimeDays)];
}

/** Whether a package is left out: today's deal or terms under another name, or something one side ruled out. */
function isRuledOut(one: Package, { policy, constraints, prepaid }: Situation): boolean {
  const isToday = one.paymentOption === AS_TODAY;
  if (isToday && one.daysSaved === 0 && !one.forecast) return true;
  if (!isToday && Math.abs(one.movedDays) < SAME) return true;
  if (one.movedDays > 0 && !policy.allowLongerTerms) return true;
  if (one.movedDays < -SAME && constraints.includes('no_shorter_terms')) return true;
  return constraints.includes('no_prepayment') && one.prepaid > prepaid + SAME;
}

/** Every package that may be offered, in the model's order: payment option × days saved × forecast (section 5). */
export function listPackages(situation: Situation): Package[] {
  const { policy, amount, directCost, leadTimeDays, plan, daysBeyondTerms, paymentDay, willingToForecast } = situation;
  const packages: Package[] = [];
  for (const option of [{ id: AS_TODAY, payments: plan }, ...policy.paymentOptions]) {
    const movedDays = meanPaymentDay(option.payments, leadTimeDays, daysBeyondTerms) - paymentDay;
    for (const daysSaved of speeds(situation)) {
      const newLeadTimeDays = leadTimeDays - daysSaved;
      for (const forecast of willingToForecast ? [false, true] : [false]) {
        const one: Package = {
          id: `${option.id}/${daysSaved}/${forecast ? 'forecast' : 'none'}`,
          paymentOption: option.id,
          plan: option.payments,
          daysSaved,
          forecast,
          movedDays,
          leadTimeDays: newLeadTimeDays,
          paymentDay: meanPaymentDay(option.payments, newLeadTimeDays, daysBeyondTerms),
          prepaid: prepaidShare(option.payments, newLeadTimeDays, daysBeyondTerms),
          expediteCost: daysSaved > 0 ? policy.expedite.fixedCost + policy.expedite.costPerDay * amount * daysSaved : 0,
          forecastSaving: forecast ? policy.forecast.costSaving * directCost : 0,
        };
        if (!isRuledOut(one, situation)) packages.push(one);
      }
    }
  }
  return packages;
}

/** Whether the customer pays earlier, speed aside. */
export function shortensTerms({ movedDays }: Package): boolean {
  return movedDays < -SAME;
}
