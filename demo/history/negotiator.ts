import { decodeDeal, localDate, resolveScoringInput } from '@deal-terms/core/crm';
import type { CustomerProfile, OfferAnswer } from '@deal-terms/core/crm';
import { termsOfOffer } from '@deal-terms/core/offers';
import type { OfferedTerms, OfferEvent } from '@deal-terms/core/offers';
import { scoreDeal } from '@deal-terms/core/scoring';
import type { Offer } from '@deal-terms/core/scoring';
import type { Installation } from '../../serverless/account/installation.ts';
import type { AppSteps, DealInView } from '../app-steps.ts';
import { fullName } from '../people.ts';
import type { PersonKey } from '../people.ts';
import { unanswered } from '../score-deals.ts';

/** Who approves, as the card reports it. */
export type Approver = { readonly by: string; readonly userId: string };

/** Somebody works on a deal. */
export type Negotiator = {
  readonly steps: AppSteps;
  readonly installation: Installation;
  readonly deal: DealInView;
  readonly owner: PersonKey;
  readonly approver: Approver;
  readonly nowMs: () => number;
};

/** An entry of the menu, and its terms at the opening, the fair and the last discount. */
export type MenuEntry = { readonly offer: Offer; readonly termsAt: (discount: number) => OfferedTerms };

/** What the card shows of a deal as it is stored now: the menu, best first. */
export async function menuOf({
  steps,
  installation: { account, policy },
  deal,
  nowMs,
}: Negotiator): Promise<MenuEntry[]> {
  const { facts, customer } = decodeDeal(await steps.read(deal), account);
  const today = localDate(nowMs(), account);
  const resolved = resolveScoringInput({ facts, captured: customer, policy, account, today });
  if (!resolved.ok) return [];
  const { input } = resolved;
  return scoreDeal(input).offers.map((offer) => ({
    offer,
    termsAt: (discount) => ({ ...termsOfOffer(offer, input), discount }),
  }));
}

/** Saves what the rep has learnt of the customer. */
export async function saveAnswers({ steps, deal }: Negotiator, answers: CustomerProfile): Promise<void> {
  await steps.score(deal, { loaded: unanswered, captured: answers, readsEvidence: true });
}

/** What has happened so far, after something was put forward, answered or recorded. */
export type Events = readonly OfferEvent[];

export async function putForward(
  { steps, deal, owner }: Negotiator,
  action: 'ask' | 'offer',
  terms: OfferedTerms,
  events: Events,
): Promise<Events> {
  return (await steps.offer(deal, { action, terms, revision: revisionOf(events), by: fullName(owner) })).events;
}

export async function approve({ steps, deal, approver }: Negotiator, events: Events): Promise<Events> {
  return (await steps.approve(deal, { ...approver, revision: revisionOf(events) })).events;
}

export async function recordAnswer(
  { steps, deal, owner, installation: { account }, nowMs }: Negotiator,
  answer: OfferAnswer,
  note: string,
  counterDiscount: number | null,
  events: Events,
): Promise<Events> {
  const answeredOn = localDate(nowMs(), account);
  const by = fullName(owner);
  return (
    await steps.offer(deal, {
      action: 'answer',
      answer,
      answeredOn,
      note,
      counterDiscount,
      revision: revisionOf(events),
      by,
    })
  ).events;
}

/** Chance of a yes the card showed when the last offer was made. */
export function chanceOf(events: Events): number {
  const offers = events.flatMap((event) => (event.action === 'offer' ? [event.appraisal.acceptance] : []));
  return offers.at(-1) ?? 0;
}

export function revisionOf(events: Events): number {
  return events.at(-1)?.revision ?? 0;
}
