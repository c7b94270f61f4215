import { decodeCustomerProfile } from '@deal-terms/core/crm';
import type { CustomerProfile } from '@deal-terms/core/crm';
import type { PersonKey } from './people.ts';

/** Values of the app's deal properties, as somebody types them into HubSpot's own fields. */
export type TermsProperties = Readonly<Record<`terms_${string}`, string>>;

/** What a rep would fill into the app's card, as the card sends it to its function. `neededBy` follows from the deal's close date. */
export type Answers = Omit<CustomerProfile, 'neededBy'>;

/** Nothing is known of the customer. */
export const noAnswers: Answers = decodeCustomerProfile({});

/** A deal of the demo account. */
export type DemoDeal = {
  readonly name: string;
  readonly company: string;
  /** Absent: whoever looks after the company. */
  readonly owner?: PersonKey;
  readonly stage: string;
  /** Absent for a deal whose amount is not known yet. */
  readonly amount?: number;
  /** ISO 4217; absent means the home currency. */
  readonly currency?: string;
  /** Days from today; negative for what has closed. */
  readonly closesInDays: number;
  /** Days after the order by which the customer needs delivery. */
  readonly neededInDays?: number;
  readonly description?: string;
  /** Typed into HubSpot's own fields. */
  readonly terms?: TermsProperties;
  /** Saved through the app, which scores the deal. */
  readonly answers?: Answers;
};

/** Terms on the table, share of the amount left after direct cost, days from order to delivery. */
export function baseFacts(paymentPlan: string, grossMargin: string, leadTimeDays: string): TermsProperties {
  return { terms_payment_plan: paymentPlan, terms_gross_margin: grossMargin, terms_lead_time_days: leadTimeDays };
}
