import { chance, count, dayInWords, discountInWords, money, percent } from '../words/index.ts';
import { discountPercent } from '../words/amounts.ts';
import { paidWhenInWords } from '../words/payment-plan-words.ts';
import type { Excess } from './authority.ts';
import { planOf } from './due-dates.ts';
import { keptPromises } from './kept-promises.ts';
import type { Negotiation, PutForward } from './negotiation.ts';
import type { OfferEvent } from './offer-event.ts';

/** Stored texts are read by everybody in the account: they are written in one language. */
const locale = 'en';

const verbs: Record<OfferEvent['action'], string> = {
  ask: 'asked for approval',
  offer: 'offered the customer',
  approve: 'approved the offer',
  counter: 'approved another discount',
  reject: 'refused approval',
  answer: 'recorded the customer’s answer',
  record: 'recorded the result',
  trial: 'asked the customer a question',
  correct_trial: 'corrected the answer to a question',
};

const answers = {
  accepted: 'Accepted',
  wanted_more: 'Wanted more',
  refused_terms: 'Refused the terms',
  refused_price: 'Refused the price',
  no_answer: 'No answer',
} as const;

const trialSaid = {
  yes: 'They said yes.',
  more: 'They wanted more.',
  no: 'They said no.',
  not_asked: 'It was not asked after all.',
} as const;

/** What a customer said to a trial question, as a sentence, with what it would say yes to instead. */
export function trialAnswerInWords(
  { said, counterDiscount }: Pick<Extract<OfferEvent, { action: 'correct_trial' }>, 'said' | 'counterDiscount'>,
  reader: { readonly locale: string } = { locale },
): string {
  return counterDiscount === null ? trialSaid[said] : `${trialSaid[said]} ${counterInWords(counterDiscount, reader)}`;
}

/** At which price a customer that wants more would agree, as a sentence. */
export function counterInWords(counterDiscount: number, reader: { readonly locale: string } = { locale }): string {
  return `They would say yes at ${discountInWords(counterDiscount, reader)}.`;
}

/** Terms on offer as a sentence: "Pays on delivery, gets delivery 21 days sooner, for a 2% discount." */
export function termsInWords(
  forward: Pick<PutForward, 'terms' | 'appraisal'>,
  reader: { readonly locale: string } = { locale },
): string {
  const {
    terms: { daysSaved, forecast, discount },
  } = forward;
  const parts = [
    `Pays ${paidWhenInWords(planOf(forward, null), reader)}`,
    ...(forecast ? ['shares quarterly forecasts'] : []),
    ...(daysSaved > 0 ? [`gets delivery ${daysSaved} ${daysSaved === 1 ? 'day' : 'days'} sooner`] : []),
  ];
  return `${parts.join(', ')}, ${discount === 0 ? 'at today’s price' : `for ${discountInWords(discount, reader)}`}.`;
}

/** What is gained on both sides, as a sentence. */
export function gainsInWords(
  { appraisal: { sellerGain, customerGain, marginRate, currency, acceptance } }: Pick<PutForward, 'appraisal'>,
  { locale: reading } = { locale },
): string {
  const reader = { locale: reading, currency };
  return `Worth ${money(sellerGain, reader)} to us and ${money(customerGain, reader)} to the customer; gross margin then ${percent(marginRate, reader)}; chance of a yes ${chance(acceptance, reader)}.`;
}

/** Limits gone beyond, as sentences. */
export function excessInWords(excess: readonly Excess[], reader: { readonly locale: string } = { locale }): string {
  return excess.map((one) => excessSentence(one, reader)).join(' ');
}

function excessSentence({ limit, allowed, offered, currency }: Excess, reader: { readonly locale: string }): string {
  const inMoney = (value: number) => money(value, { ...reader, currency });
  switch (limit) {
    case 'discount':
      return `Discount ${discountPercent(offered, reader)}, the limit is ${discountPercent(allowed, reader)}.`;
    case 'margin':
      return `Gross margin ${percent(offered, reader)}, the limit is ${percent(allowed, reader)}.`;
    case 'gain':
      return offered < 0
        ? `It costs us ${inMoney(-offered)}; at least ${inMoney(allowed)} must be gained.`
        : `It gains us ${inMoney(offered)}, the least is ${inMoney(allowed)}.`;
    case 'days':
      return `Payment ${count(offered, reader)} days later than today, the limit is ${count(allowed, reader)}.`;
  }
}

/**
 * What happened, as the deal's timeline keeps it: who, what, the numbers.
 *
 * @param event - the last one
 * @param after - where the offer stands with it
 * @param today - ISO date
 */
export function offerStory(event: OfferEvent, after: Negotiation, today: string): string {
  return [`${event.by} ${verbs[event.action]}.`, ...details(event, after, today)].join('\n');
}

/** Subject of the task that asks for an approval. */
export function approvalSubject(dealName: string): string {
  return `Approve an offer of terms: ${dealName}`;
}

/** Subject of the task that reminds of it. */
export function reminderSubject(dealName: string): string {
  return `Reminder: ${approvalSubject(dealName)}`;
}

/** What such a reminder says. */
export function reminderStory(asked: Pick<OfferEvent, 'by' | 'at'>, by: string, terms: string): string {
  return `${by} reminds you: ${asked.by} has been waiting for your decision since ${dayInWords(asked.at.slice(0, 10), { locale })}.\n${terms}\nIt is on top of the card on the deal.`;
}

function details(event: OfferEvent, { offer }: Negotiation, today: string): string[] {
  switch (event.action) {
    case 'ask':
    case 'offer':
      return [termsInWords(event), gainsInWords(event)];
    case 'counter':
      return [termsInWords(event), gainsInWords(event), ...lastDay(event.validUntil), ...reason(event.reason)];
    case 'approve':
      return [...lastDay(event.validUntil), ...reason(event.reason)];
    case 'reject':
      return reason(event.reason);
    case 'answer':
      return [
        `${answers[event.answer]} on ${event.answeredOn}.`,
        ...(event.counterDiscount === null ? [] : [counterInWords(event.counterDiscount)]),
        ...quoted(event.note),
      ];
    case 'trial':
      return [termsInWords(event), trialAnswerInWords(event), ...quoted(event.note)];
    case 'correct_trial':
      return [trialAnswerInWords(event), ...quoted(event.note)];
    case 'record': {
      if (offer === null) return [];
      const { state, lost, realisedGain } = keptPromises(offer, event.outcome, today);
      const reader = { locale, currency: offer.appraisal.currency };
      const earned = {
        open: 'Whether the concessions are earned is not known yet.',
        earned: 'The concessions are earned.',
        not_earned: `Not earned: we gave ${money(lost, reader)} and did not get what was agreed.`,
      }[state];
      return [
        earned,
        ...(realisedGain === null
          ? []
          : [`Realised gain ${money(realisedGain, reader)}, expected ${money(offer.appraisal.sellerGain, reader)}.`]),
      ];
    }
  }
}

function reason(text: string): string[] {
  return text === '' ? [] : [`Reason: ${onOneLine(text)}`];
}

function quoted(note: string): string[] {
  return note === '' ? [] : [`“${onOneLine(note)}”`];
}

function lastDay(validUntil: string | undefined): string[] {
  return validUntil === undefined
    ? []
    : [
        `Good until ${dayInWords(validUntil, { locale })}, for these terms and this deal as it stands: if amount, margin or answers change, ask again.`,
      ];
}

/** Typed texts keep to their line: no line of a note is anybody's but the app's. */
function onOneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}
