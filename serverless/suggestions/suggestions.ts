import type { Suggestions } from '@deal-terms/core/contracts';
import { addDays, decodeDeal, nativePropertyOf, profilePropertyNames } from '@deal-terms/core/crm';
import type { Account, CustomerProfile, Deal } from '@deal-terms/core/crm';
import { answerMemoryDays } from '@deal-terms/core/evidence';
import type { Properties } from '../ports/deal-port.ts';

/** Properties of a company's other deals that suggestions are made of. */
export const suggestionPropertyNames: readonly string[] = [
  nativePropertyOf.name,
  nativePropertyOf.closesOn,
  nativePropertyOf.isWon,
  nativePropertyOf.createdOn,
  ...profilePropertyNames,
];

type LastDeal = NonNullable<Suggestions['lastDeal']>;

/**
 * What a customer's other deals suggest for an empty form. Answers older than a year are not: a customer's cash changes. Nor is urgency, which belongs to one deal.
 *
 * @param others - properties by deal id, without the deal itself
 * @param account - its time zone dates the answers
 * @param today - ISO date in it
 */
export function suggestFrom(others: ReadonlyMap<string, Properties>, account: Account, today: string): Suggestions {
  const deals = [...others].map(([dealId, properties]) =>
    decodeDeal({ ...properties, [nativePropertyOf.id]: dealId }, account),
  );
  const wonOn = deals.filter(({ facts }) => facts.isWon).map(({ facts }) => facts.closesOn);
  const since = addDays(today, -answerMemoryDays);
  const answered = deals.flatMap((deal) => lastDealOf(deal) ?? []).filter(({ madeOn }) => madeOn >= since);
  return {
    relationship: {
      value: wonOn.length > 0 ? 'established' : 'new',
      wonDeals: wonOn.length,
      lastWonOn: newest(
        wonOn.flatMap((date) => date ?? []),
        (date) => date,
      ),
    },
    lastDeal: newest(answered, (deal) => deal.madeOn),
  };
}

/** Dated by the day the deal was made: no score and no other write makes an old answer young again. */
function lastDealOf({ id, name, facts, customer }: Deal): LastDeal | null {
  const madeOn = facts.createdOn;
  if (madeOn === null || !hasAnswers(customer)) return null;
  const { cashPosition, termsImportance, forecast, constraints, daysBeyondTerms } = customer;
  return {
    dealId: id,
    dealName: name,
    madeOn,
    answers: { cashPosition, termsImportance, forecast, constraints, daysBeyondTerms },
  };
}

function hasAnswers({
  cashPosition,
  termsImportance,
  forecast,
  constraints,
  daysBeyondTerms,
}: CustomerProfile): boolean {
  return (
    constraints.length > 0 ||
    [cashPosition, termsImportance, forecast, daysBeyondTerms].some((answer) => answer !== null)
  );
}

function newest<T>(items: readonly T[], dateOfItem: (item: T) => string): T | null {
  return items.reduce<T | null>(
    (best, item) => (best === null || dateOfItem(item) > dateOfItem(best) ? item : best),
    null,
  );
}
