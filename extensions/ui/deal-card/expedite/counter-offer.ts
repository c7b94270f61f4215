import type { PolicyInForce } from '@deal-terms/core/crm';
import type { ExpediteRequest, TradeBasis } from '@deal-terms/core/expedite';
import { gainExcess, limitsOf, speedChangesFor, weighSpeed } from '@deal-terms/core/offers';
import type { Negotiation, OfferedTerms } from '@deal-terms/core/offers';
import { money } from '@deal-terms/core/words';
import { readerOf } from '../../shared/reader.ts';

/** What taking a counter-offer of operations means for us. */
export type CounterOffer = {
  /** What is left of our gain at its date and cost, as a sentence; "" where nobody knows. */
  readonly worth: string;
  /** The trade it would be. */
  readonly terms: OfferedTerms;
  /** Whether it gains less than the rep may agree to, and nobody has approved it. */
  readonly needsApproval: boolean;
};

/**
 * A counter-offer as the rep should know it before taking it; the function checks the same.
 *
 * @param request - countered
 * @param basis - the deal without any speed; null for a deal that cannot be scored
 */
export function counterOfferOf(
  request: ExpediteRequest,
  {
    basis,
    policy,
    ownerId,
    negotiation,
    today,
    locale,
  }: {
    readonly basis: TradeBasis | null;
    readonly policy: PolicyInForce;
    readonly ownerId: string;
    readonly negotiation: Negotiation;
    readonly today: string;
    readonly locale: string;
  },
): CounterOffer {
  const { paymentPlan, forecast, discount, gain, cost, daysPromised, daysSaved } = request;
  const terms = { paymentPlan, forecast, discount, daysSaved: daysPromised ?? daysSaved ?? 0 };
  if (basis === null) return { worth: '', terms, needsApproval: false };
  const { currency, exchangeRate } = basis.resolved;
  const { minGain } = limitsOf(policy.app, ownerId);
  const speed = weighSpeed(basis.resolved, terms, cost ?? 0, policy);
  const needsApproval =
    gainExcess(minGain, { gain: speed.gain, exchangeRate, currency }) !== null &&
    speedChangesFor(negotiation, speed, today)?.length !== 0;
  if (gain === null) return { worth: '', terms, needsApproval };
  const amount = money(Math.abs(gain), readerOf(locale, currency));
  return {
    worth: gain < 0 ? `Taking it, the trade costs us ${amount}.` : `Taking it, the trade still gains us ${amount}.`,
    terms,
    needsApproval,
  };
}
