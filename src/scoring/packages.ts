import type { Policy } from '../policy/index.ts';
import { AS_TODAY } from '../vocabulary/as-today.ts';
import type { PaymentPlan, Schedule } from '../vocabulary/payment-plan.ts';
import {
  isSameSchedule,
  meanPaymentDay,
  prepaidShare,
  prepayment,
  scheduleOf,
  wholePlan,
} from '../vocabulary/payment-plan.ts';
import type { Situation } from './situation.ts';
import type { Terms } from './terms.ts';
import { movedDaysOf, shortensTerms } from './terms.ts';
import { SAME_DAYS, SAME_SHARE } from '../vocabulary/tolerance.ts';

/** One thing that could be offered: terms, speed and forecast; the discount is what is then bargained over (docs/model.md section 5). */
export type Package = Terms & {
  /** `paymentOption/daysSaved/forecast|none`, e.g. `on_delivery/21/none`. */
  readonly id: string;
  readonly paymentOption: string;
  readonly daysSaved: number;
  /** Mean payment day at this package's lead time. */
  readonly paymentDay: number;
  readonly schedule: Schedule;
  /** Money. */
  readonly expediteCost: number;
  readonly forecastSaving: number;
};

/** What delivering a number of days sooner costs us, money (docs/model.md section 5, E). */
export function expediteCostOf(daysSaved: number, { policy: { expedite }, amount }: Situation): number {
  return daysSaved > 0 ? expedite.fixedCost + expedite.costPerDay * amount * daysSaved : 0;
}

/** What a forecast saves us, money (docs/model.md section 5, F). */
export function forecastSavingOf(forecast: boolean, { policy, directCost }: Situation): number {
  return forecast ? policy.forecast.costSaving * directCost : 0;
}

/** Days saved that operations could deliver, none first. */
function speeds({ policy: { expedite }, timing: { leadTimeDays } }: Situation): number[] {
  return [0, ...expedite.daysSaved.filter((daysSaved) => leadTimeDays - daysSaved >= expedite.minLeadTimeDays)];
}

/** The plan of a payment option; one that moves the balance changes what today's plan asks for later than that after delivery (docs/model.md section 3). */
export function planOfOption(
  { payments, balanceDays = 0 }: Policy['paymentOptions'][number],
  today: PaymentPlan,
): PaymentPlan {
  if (payments !== undefined) return wholePlan(payments);
  return today.map((tranche) =>
    tranche.anchor === 'delivery' && tranche.days > balanceDays ? { ...tranche, days: balanceDays } : tranche,
  );
}

/** Whether terms are left out: today's under another name, or such that one side ruled them out. */
function areRuledOut(movedDays: number, isToday: boolean, { policy, constraints }: Situation): boolean {
  if (!isToday && Math.abs(movedDays) < SAME_DAYS) return true;
  if (movedDays > 0 && !policy.allowLongerTerms) return true;
  return shortensTerms({ movedDays }) && constraints.includes('no_shorter_terms');
}

/** Every package that may be offered, in the model's order: payment option × days saved × forecast (docs/model.md section 5). */
export function listPackages(situation: Situation): Package[] {
  const { policy, timing, plan: today, constraints, prepaid, willingToForecast } = situation;
  const packages: Package[] = [];
  /** Schedules that are offered already, by days saved; a forecast does not move a payment. */
  const offered = new Map<number, Schedule[]>();
  const possibleSpeeds = speeds(situation);
  const options = [
    { id: AS_TODAY, plan: today },
    ...policy.paymentOptions.map((option) => ({ id: option.id, plan: planOfOption(option, today) })),
  ];
  for (const { id, plan } of options) {
    const isToday = id === AS_TODAY;
    const movedDays = movedDaysOf(plan, situation);
    if (areRuledOut(movedDays, isToday, situation)) continue;
    for (const daysSaved of possibleSpeeds) {
      const then = {
        leadTimeDays: timing.leadTimeDays - daysSaved,
        daysBeyondTerms: timing.daysBeyondTerms,
      };
      if (constraints.includes('no_prepayment') && prepaidShare(plan, then) > prepaid + SAME_SHARE) continue;
      const schedule = scheduleOf(plan, then);
      const others = offered.get(daysSaved);
      if (others?.some((other) => isSameSchedule(other, schedule)) === true) continue;
      // Today's terms without speed and forecast are no offer, and no other plan has their schedule.
      if (others === undefined) offered.set(daysSaved, [schedule]);
      else others.push(schedule);
      const paymentDay = meanPaymentDay(plan, then);
      const prepaidBefore = prepayment(plan, then);
      for (const forecast of willingToForecast ? [false, true] : [false]) {
        if (isToday && daysSaved === 0 && !forecast) continue;
        packages.push({
          plan,
          timing: then,
          forecast,
          movedDays,
          prepayment: prepaidBefore,
          id: `${id}/${daysSaved}/${forecast ? 'forecast' : 'none'}`,
          paymentOption: id,
          daysSaved,
          paymentDay,
          schedule,
          expediteCost: expediteCostOf(daysSaved, situation),
          forecastSaving: forecastSavingOf(forecast, situation),
        });
      }
    }
  }
  return packages;
}
