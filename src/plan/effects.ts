import type { ResolvedInput } from '../scoring/input.ts';
import { listPackages } from '../scoring/packages.ts';
import type { Package } from '../scoring/packages.ts';
import { dueDay } from '../scoring/payment-plan.ts';
import type { PaymentPlan } from '../scoring/payment-plan.ts';
import type { Position } from '../scoring/position.ts';
import { positionToday, positionWith } from '../scoring/position.ts';
import { readSituation } from '../scoring/situation.ts';
import type { Situation } from '../scoring/situation.ts';

/** A deal of a plan with what the plan does with it; `packageId` null leaves it as it is. */
export type DealInPlan = {
  readonly input: ResolvedInput;
  readonly orderInDays: number;
  readonly packageId: string | null;
  readonly discount: number;
  /** Probability of a yes. */
  readonly acceptance: number;
};

/** What a plan does to a pipeline, a "no" counted at its chance. Money in home currency, rates as fractions a year. */
export type PipelineEffect = {
  /** Margin of the deals as they are, and what the plan is expected to leave of it. */
  readonly marginBefore: number;
  readonly marginAfter: number;
  /** Margin over the cost that is out and the time it is out, simple; null when customers finance the pipeline. */
  readonly returnBefore: number | null;
  readonly returnAfter: number | null;
};

type Sums = { margin: number; costDays: number; cost: number };

function add(sums: Sums, { margin, cost, cashCycleDays }: Position, weight: number): void {
  sums.margin += weight * margin;
  sums.cost += weight * cost;
  sums.costDays += weight * cost * cashCycleDays;
}

/** As for one deal (model section 8): no rate when the cash is out for less than a day. */
function annualReturn({ margin, costDays, cost }: Sums): number | null {
  return costDays < cost || cost === 0 ? null : (margin * 365) / costDays;
}

function packageOf(situation: Situation, packageId: string | null): Package | null {
  return packageId === null ? null : (listPackages(situation).find(({ id }) => id === packageId) ?? null);
}

/** Margin and return on cash of a pipeline as it is and as planned. */
export function pipelineEffect(deals: readonly DealInPlan[]): PipelineEffect {
  const before: Sums = { margin: 0, costDays: 0, cost: 0 };
  const after: Sums = { margin: 0, costDays: 0, cost: 0 };
  for (const { input, packageId, discount, acceptance } of deals) {
    const situation = readSituation(input);
    const today = positionToday(situation);
    const traded = packageOf(situation, packageId);
    add(before, today, 1);
    add(after, today, traded === null ? 1 : 1 - acceptance);
    if (traded !== null) add(after, positionWith(traded, discount, situation), acceptance);
  }
  return {
    marginBefore: before.margin,
    marginAfter: after.margin,
    returnBefore: annualReturn(before),
    returnAfter: annualReturn(after),
  };
}

/** Expected receipts up to the end of a week, cumulated from today, home currency. Week 1 is the coming seven days. */
export type CashWeek = { readonly week: number; readonly asItIs: number; readonly withPlan: number };

/**
 * When a pipeline's money comes in, as it is and as planned: each deal is ordered on its close date and paid by its terms.
 *
 * @param deals - those of the plan
 * @param weeks - how many, whole
 */
export function cashByWeek(deals: readonly DealInPlan[], weeks: number): CashWeek[] {
  const asItIs = new Array<number>(weeks).fill(0);
  const withPlan = new Array<number>(weeks).fill(0);
  for (const { input, orderInDays, packageId, discount, acceptance } of deals) {
    const situation = readSituation(input);
    const { amount, plan, leadTimeDays, daysBeyondTerms } = situation;
    const book = (calendar: number[], money: number, payments: PaymentPlan, leadTime: number): void => {
      for (const tranche of payments) {
        const week = Math.floor((orderInDays + dueDay(tranche, leadTime, daysBeyondTerms)) / 7);
        if (week < weeks) calendar[week] = (calendar[week] ?? 0) + money * tranche.share;
      }
    };
    const traded = packageOf(situation, packageId);
    book(asItIs, amount, plan, leadTimeDays);
    book(withPlan, traded === null ? amount : amount * (1 - acceptance), plan, leadTimeDays);
    if (traded !== null) book(withPlan, amount * acceptance * (1 - discount), traded.plan, traded.leadTimeDays);
  }
  let sumAsItIs = 0;
  let sumWithPlan = 0;
  return asItIs.map((money, index) => {
    sumAsItIs += money;
    sumWithPlan += withPlan[index] ?? 0;
    return { week: index + 1, asItIs: sumAsItIs, withPlan: sumWithPlan };
  });
}
