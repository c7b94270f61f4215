import { addDays, daysBetween, localDate } from '@deal-terms/core/crm';
import type { ExpediteRequest, OfferAnswer } from '@deal-terms/core/crm';
import { keptPromises, negotiationOf } from '@deal-terms/core/offers';
import type { Outcome, PutForward } from '@deal-terms/core/offers';
import { neededBy } from '../demo-records.ts';
import { fullName } from '../people.ts';
import type { Random } from '../random.ts';
import type { Life } from './lives.ts';
import { ownLimit } from '../demo-policy.ts';
import { approve, chanceOf, menuOf, putForward, recordAnswer, revisionOf, saveAnswers } from './negotiator.ts';
import type { Events, MenuEntry } from './negotiator.ts';
import { replies } from './past-customers.ts';
import type { PastDeal } from './past-deals.ts';
import { askForSpeed, endRequest, shipRequest } from './past-request.ts';
import type { PastWork } from './past-work.ts';

/** Discounts are talked about in steps of this. */
const step = 0.005;

/** Days before the close on which terms are first talked about. */
const firstTalkDays = 24;
/** Since then the weeks' slots belong to the requests that are still open. */
const speedUntilDays = 75;

/** How a deal of the past went: answers, an offer or two, the customer's replies as likely as the card said, the close, delivery and payment. */
export async function* pastLife(work: PastWork): Life {
  const { past, calendar, random } = work;
  const closesAt = past.closesInDays;
  const at = (days: number) => calendar.instantMs(days + random.next() * 0.3);
  yield at(closesAt - firstTalkDays);
  await saveAnswers(work, { ...past.answers, neededBy: neededBy(past, calendar) ?? null });

  let events: Events = [];
  let request: ExpediteRequest | null = null;
  let day = closesAt - firstTalkDays + random.between(1, 4);
  for (let round = 0; round < 2 && answerOf(events) !== 'accepted'; round += 1) {
    yield at(day);
    const menu = await menuOf(work);
    let terms = choose(menu, random, closesAt < -speedUntilDays, lastDiscount(events));
    if (terms !== null && terms.daysSaved > 0) {
      request = yield* askForSpeed(work, terms, day);
      if (request === null) terms = choose(menu, random, false, lastDiscount(events));
      day += 2;
    }
    if (terms === null) break;
    if (terms.discount > ownLimit) {
      events = await putForward(work, 'ask', terms, events);
      yield at((day += 1));
      events = await approve(work, events);
    }
    events = await putForward(work, 'offer', terms, events);
    day += random.between(2, 6);
    yield at(day);
    const answer = drawAnswer(chanceOf(events), random);
    const named = answer === 'wanted_more' && random.chance(0.5) ? terms.discount + random.pick([0.01, 0.02]) : null;
    events = await recordAnswer(work, answer, random.pick(replies[answer]), named, events);
    if (request !== null) request = await endRequest(work, request, answer === 'accepted');
    day += random.between(1, 3);
  }
  const isAgreed = answerOf(events) === 'accepted';
  if (isAgreed) {
    yield at(day);
    await work.steps.offer(work.deal, {
      action: 'set_amount',
      to: 'agreed',
      revision: revisionOf(events),
      by: fullName(work.owner),
    });
  }
  yield at(Math.max(closesAt, day + 1));
  // Most who turn an offer down buy all the same, on their old terms.
  const isWon = isAgreed || random.chance(0.5);
  await work.close(isWon ? 'closedwon' : 'closedlost');
  if (isWon) yield* fulfil(work, events, request, at);
}

/** Delivery and payment, as agreed or as ever; the last weeks' are not all recorded yet. */
async function* fulfil(
  work: PastWork,
  events: Events,
  request: ExpediteRequest | null,
  at: (days: number) => number,
): Life {
  const { past, random, calendar, installation, nowMs } = work;
  const { offer, status } = negotiationOf(events);
  const agreed = status === 'agreed' ? offer : null;
  const orderedOn = localDate(nowMs(), installation.account);
  const today = calendar.date(0);
  const leadTimeDays = past.answers.leadTimeDays - (agreed?.terms.daysSaved ?? 0) + random.between(-1, 2);
  const deliveredOn = addDays(orderedOn, Math.max(3, leadTimeDays));
  const dueOn = agreed === null ? addDays(deliveredOn, usualDays(past)) : dueDate(agreed, orderedOn, deliveredOn);
  const late = random.chance(0.85) ? random.between(-2, 3) : random.between(8, 24);
  const usualLate = agreed === null ? Math.max(0, (past.answers.daysBeyondTerms ?? 0) + random.between(-4, 5)) : late;
  const paid = addDays(dueOn, usualLate);
  const paidOn = paid < orderedOn ? orderedOn : paid;
  const isRecorded = random.chance(0.8);
  const forecastsSent = random.chance(0.9);
  if (deliveredOn > today) return;
  work.bill({ invoicedOn: deliveredOn, dueOn, paidOn: paidOn > today ? null : paidOn });
  if (agreed === null) return;
  const inDays = (date: string) => daysBetween(today, date);
  const outcome: Outcome = { orderedOn, deliveredOn, paidOn: null, forecastsSent: null, actualExpediteCost: null };
  yield at(inDays(deliveredOn) + 1);
  const actualExpediteCost = request === null ? null : await shipRequest(work, request);
  const recorded = await record(work, { ...outcome, actualExpediteCost }, events);
  const settledInDays = Math.max(inDays(deliveredOn), inDays(paidOn)) + random.between(2, 5);
  // Of what was paid lately nobody has told the app yet: its invoices propose it.
  if (settledInDays > -unrecordedDays && !isRecorded) return;
  yield at(settledInDays);
  await record(
    work,
    { ...outcome, actualExpediteCost, paidOn, forecastsSent: agreed.terms.forecast ? forecastsSent : null },
    recorded,
  );
}

/** In the last weeks some results are not recorded yet. */
const unrecordedDays = 60;

async function record({ steps, deal, owner }: PastWork, outcome: Outcome, events: Events): Promise<Events> {
  return (await steps.offer(deal, { action: 'record', outcome, revision: revisionOf(events), by: fullName(owner) }))
    .events;
}

/** The day the last payment is due by what was agreed. */
function dueDate(agreed: PutForward, orderedOn: string, deliveredOn: string): string {
  const outcome = { orderedOn, deliveredOn, paidOn: null, forecastsSent: null, actualExpediteCost: null };
  const payment = keptPromises(agreed, outcome, deliveredOn).promises.find(({ what }) => what === 'payment');
  return payment?.dueOn ?? deliveredOn;
}

/** Days after the delivery by today's terms: the last number of their notation. */
function usualDays({ answers: { paymentPlan } }: PastDeal): number {
  return Number(/(\d+)$/.exec(paymentPlan ?? '')?.[1] ?? 0);
}

function answerOf(events: Events): OfferAnswer | null {
  return negotiationOf(events).answer?.answer ?? null;
}

function lastDiscount(events: Events): number | null {
  return negotiationOf(events).offer?.terms.discount ?? null;
}

/** Reps open with the first offer of the menu or with another, around its opening discount, some too low; a second time they go further, up to our limit. */
function choose(menu: readonly MenuEntry[], random: Random, withSpeed: boolean, before: number | null) {
  const possible = menu.filter(({ termsAt, offer }) => withSpeed || termsAt(offer.discount).daysSaved === 0);
  const entry = random.chance(0.75) ? possible[0] : (possible[1] ?? possible[0]);
  if (entry === undefined) return null;
  const { openingDiscount, discount, sellerLimit } = entry.offer;
  const first = openingDiscount + (discount - openingDiscount) * random.pick([-1, -0.5, 0, 0, 0.5, 1]);
  const wanted = before === null ? first : Math.max(first, before + random.pick([0.005, 0.01, 0.015]));
  return entry.termsAt(Number((Math.floor(Math.min(wanted, sellerLimit) / step + 1e-6) * step).toFixed(4)));
}

/** A yes as often as the card said; silence and the kinds of no as they come. */
function drawAnswer(chance: number, random: Random): OfferAnswer {
  if (random.next() < chance) return 'accepted';
  return random.pick(['wanted_more', 'wanted_more', 'refused_price', 'refused_terms', 'no_answer'] as const);
}
