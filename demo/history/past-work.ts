import type { DemoCalendar } from '../demo-calendar.ts';
import type { Random } from '../random.ts';
import type { Negotiator } from './negotiator.ts';
import type { PastDeal } from './past-deals.ts';

/** What was billed of a deal, and paid. Dates are ISO. */
export type Billed = {
  readonly invoicedOn: string;
  readonly dueOn: string;
  readonly paidOn: string | null;
};

/** A deal of the past on its way. */
export type PastWork = Negotiator & {
  readonly past: PastDeal;
  readonly calendar: DemoCalendar;
  readonly random: Random;
  /** The deal's stage is set in HubSpot, not by the app. */
  readonly close: (stage: 'closedwon' | 'closedlost') => Promise<void>;
  readonly bill: (billed: Billed) => void;
};
