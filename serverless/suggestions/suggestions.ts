import type { Suggestions } from '@deal-terms/core/contracts';
import { profilePropertyNames, decodeCustomerProfile, localDate, parseInstant } from '@deal-terms/core/crm';
import type { Account, CustomerProfile } from '@deal-terms/core/crm';
import type { Properties } from '../ports/deal-port.ts';

/** Properties of a company's other deals that suggestions are made of. */
export const suggestionPropertyNames: readonly string[] = [
  'dealname',
  'closedate',
  'hs_is_closed_won',
  'hs_lastmodifieddate',
  'terms_scored_at',
  ...profilePropertyNames,
];

type LastDeal = NonNullable<Suggestions['lastDeal']>;

/**
 * What a customer's other deals suggest for an empty form.
 *
 * @param others - properties by deal id, without the deal itself
 * @param account - its time zone dates the answers
 */
export function suggestFrom(others: ReadonlyMap<string, Properties>, account: Account): Suggestions {
  const wonOn = [...others.values()]
    .filter((deal) => deal['hs_is_closed_won'] === 'true')
    .map((deal) => dateOf(deal['closedate'], account));
  const answered = [...others].flatMap(([dealId, deal]) => lastDealOf(dealId, deal, account) ?? []);
  return {
    relationship: {
      value: wonOn.length > 0 ? 'established' : 'new',
      wonDeals: wonOn.length,
      lastWonOn: newest(
        wonOn.flatMap((date) => date ?? []),
        (date) => date,
      ),
    },
    lastDeal: newest(answered, (deal) => deal.answeredOn),
  };
}

function lastDealOf(dealId: string, deal: Properties, account: Account): LastDeal | null {
  const captured = decodeCustomerProfile(deal);
  const answeredOn = dateOf(deal['terms_scored_at'], account) ?? dateOf(deal['hs_lastmodifieddate'], account);
  if (answeredOn === null || !hasAnswers(captured)) return null;
  const { cashPosition, termsImportance, urgency, forecast, constraints, daysBeyondTerms } = captured;
  return {
    dealId,
    dealName: deal['dealname'] ?? dealId,
    answeredOn,
    answers: { cashPosition, termsImportance, urgency, forecast, constraints, daysBeyondTerms },
  };
}

function hasAnswers({
  cashPosition,
  termsImportance,
  urgency,
  forecast,
  constraints,
  daysBeyondTerms,
}: CustomerProfile): boolean {
  return (
    constraints.length > 0 ||
    [cashPosition, termsImportance, urgency, forecast, daysBeyondTerms].some((answer) => answer !== null)
  );
}

function dateOf(instant: string | null | undefined, account: Account): string | null {
  const epochMs = parseInstant(instant ?? '');
  return epochMs === null ? null : localDate(epochMs, account);
}

function newest<T>(items: readonly T[], dateOfItem: (item: T) => string): T | null {
  return items.reduce<T | null>(
    (best, item) => (best === null || dateOfItem(item) > dateOfItem(best) ? item : best),
    null,
  );
}
