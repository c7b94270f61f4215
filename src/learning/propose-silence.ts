import type { Policy } from '../policy/index.ts';
import type { AnsweredOffer } from './answered-offer.ts';
import { PRIOR_CUSTOMERS } from './propose-priors.ts';
import { posteriorShares } from './posterior-shares.ts';
import { changesOf, toThreeDigits } from './proposed-change.ts';
import type { Proposed } from './proposed-change.ts';

/** Ids of the deals on which nothing that was offered got an answer. */
export function silentDeals(offers: readonly AnsweredOffer[]): ReadonlySet<string> {
  const answered = new Set(offers.filter(({ answer }) => answer !== 'no_answer').map(({ dealId }) => dealId));
  return new Set(offers.map(({ dealId }) => dealId).filter((dealId) => !answered.has(dealId)));
}

/**
 * How many customers never trade, from the offers that got no answer. A deal counts once, silent when none of its offers was answered.
 *
 * @param policy - in force
 * @param before - believed before any of the offers
 */
export function proposeSilence(offers: readonly AnsweredOffer[], policy: Policy, before: Policy): Proposed {
  const deals = new Set(offers.map(({ dealId }) => dealId)).size;
  const silent = silentDeals(offers).size;
  const prior = { silent: before.silence, speaking: 1 - before.silence };
  const shares = posteriorShares<'silent' | 'speaking'>(prior, { silent, speaking: deals - silent }, PRIOR_CUSTOMERS);
  const silence = toThreeDigits(shares.silent);
  return {
    policy: { ...policy, silence },
    changes: changesOf({ setting: 'silence', current: [policy.silence], proposed: [silence], answers: deals }),
  };
}
