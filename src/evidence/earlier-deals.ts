import { addDays } from '../crm/calendar.ts';
import type { CashPosition, TermsImportance } from '../scoring/index.ts';
import type { Invoice } from '../crm/commerce.ts';
import type { Evidence, Finding, Thin } from './evidence-schema.ts';
import { compare, latest, median } from './statistics.ts';

/** Another deal of the same company, as far as it tells something of the customer. Dates are ISO. */
export type EarlierDeal = {
  readonly name: string;
  readonly isWon: boolean;
  readonly closedOn: string | null;
  readonly cashPosition: CashPosition | null;
  readonly termsImportance: TermsImportance | null;
  /** The day the deal was made: its answers are at most so old. */
  readonly answeredOn: string | null;
  /** What the customer said to its last offer, and when. */
  readonly offer: { readonly answer: 'accepted' | 'refused'; readonly on: string } | null;
  /** Recorded, of a delivery that was not rushed; null when there is none. */
  readonly delivery: { readonly orderedOn: string; readonly deliveredOn: string; readonly days: number } | null;
};

/** A longer delivery is a slip of the keyboard. */
const longestDays = 3_650;
/** Days for which answers are remembered. Older ones are not proposed: cash positions change. */
export const answerMemoryDays = 365;

/**
 * Days from order to delivery, from won deals whose deliveries were recorded.
 */
export function leadTimeOf(deals: readonly EarlierDeal[]): Finding<number> | null {
  const delivered = deals.flatMap(({ isWon, delivery }) =>
    isWon && delivery !== null && delivery.days >= 0 && delivery.days <= longestDays ? [delivery] : [],
  );
  if (delivered.length === 0) return null;
  return {
    value: Math.round(median(delivered.map(({ days }) => days))),
    source: 'deals',
    count: delivered.length,
    date: latest(delivered.map(({ deliveredOn }) => deliveredOn)),
  };
}

/**
 * Whether the customer is established: it bought before. No history is no proof of a new customer, as HubSpot may be newer than the relationship.
 *
 * @param invoices - of the company, those it got
 */
export function relationshipOf(
  deals: readonly EarlierDeal[],
  invoices: readonly Invoice[],
): { readonly relationship?: Evidence['relationship']; readonly thin: readonly Thin[] } {
  const won = deals.filter(({ isWon }) => isWon);
  if (won.length > 0)
    return {
      relationship: {
        value: 'established',
        source: 'deals',
        count: won.length,
        date: latest(won.map(({ closedOn }) => closedOn)),
      },
      thin: [],
    };
  const paid = invoices.filter(({ status }) => status === 'paid');
  if (paid.length > 0)
    return {
      relationship: {
        value: 'established',
        source: 'invoices',
        count: paid.length,
        date: latest(paid.map(({ paidOn }) => paidOn)),
      },
      thin: [],
    };
  return { thin: [{ name: 'relationship', why: 'too_few', have: 0, need: 1 }] };
}

/** What the company's deals of the last year recorded of it: to be proposed. Urgency belongs to one deal and is never proposed. */
export function answersOf(
  deals: readonly EarlierDeal[],
  today: string,
): Pick<Evidence, 'cashPosition' | 'termsImportance' | 'offersAccepted' | 'offersRefused'> {
  const since = addDays(today, -answerMemoryDays);
  const recent = deals.filter(({ answeredOn }) => answeredOn !== null && answeredOn >= since && answeredOn <= today);
  const cashPosition = newestAnswer(recent, (deal) => deal.cashPosition);
  const termsImportance = newestAnswer(recent, (deal) => deal.termsImportance);
  const offersAccepted = answeredOffers(deals, 'accepted', since);
  const offersRefused = answeredOffers(deals, 'refused', since);
  return {
    ...(cashPosition === null ? {} : { cashPosition }),
    ...(termsImportance === null ? {} : { termsImportance }),
    ...(offersAccepted === null ? {} : { offersAccepted }),
    ...(offersRefused === null ? {} : { offersRefused }),
  };
}

function newestAnswer<T>(
  deals: readonly EarlierDeal[],
  answerOf: (deal: EarlierDeal) => T | null,
): (Finding<T> & { label: string }) | null {
  const answered = deals.flatMap((deal) => {
    const value = answerOf(deal);
    return value === null ? [] : [{ value, date: deal.answeredOn, label: deal.name }];
  });
  // Of answers of one day the same is named every time, whatever order HubSpot lists the deals in: a rescore of nothing new writes nothing.
  const [newest] = answered.sort(
    (one, other) => compare(other.date ?? '', one.date ?? '') || compare(one.label, other.label),
  );
  return newest === undefined ? null : { ...newest, source: 'deals', count: 1 };
}

function answeredOffers(
  deals: readonly EarlierDeal[],
  wanted: 'accepted' | 'refused',
  since: string,
): Finding<number> | null {
  const answers = deals.flatMap(({ offer }) =>
    offer !== null && offer.answer === wanted && offer.on >= since ? [offer.on] : [],
  );
  return answers.length === 0
    ? null
    : { value: answers.length, source: 'deals', count: answers.length, date: latest(answers) };
}
