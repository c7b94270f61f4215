import type { Place } from '../crm/calendar.ts';
import { decodeDeal } from '../crm/decode-deal.ts';
import { nativePropertyOf } from '../crm/deal-property-names.ts';
import type { PropertyValues } from '../crm/property-values.ts';
import { offerPropertyOf } from '../crm/stored-offer.ts';
import { keptPromises } from './kept-promises.ts';
import type { KeptPromises } from './kept-promises.ts';
import { negotiationOf } from './negotiation.ts';
import type { Negotiation, PutForward } from './negotiation.ts';
import type { OfferEvent } from './offer-event.ts';
import { decodeOfferLog } from './offer-log.ts';

/** One offer the customer got, who approved it, and what the customer said last; null for nobody and nothing. */
export type OfferRound = {
  readonly offer: PutForward;
  readonly approvedBy: string | null;
  readonly answer: Negotiation['answer'];
};

/** A deal with all it was offered. */
export type RecordedOffers = {
  readonly dealId: string;
  readonly dealName: string;
  /** "" when the deal has none; so with the owner. */
  readonly companyId: string;
  readonly ownerId: string;
  /** In the order they were made. */
  readonly rounds: readonly OfferRound[];
  readonly negotiation: Negotiation;
};

/** Deal properties `recordedOffers` reads, beside `hs_object_id`. */
export const recordedOfferPropertyNames: readonly string[] = [
  nativePropertyOf.name,
  nativePropertyOf.companyId,
  nativePropertyOf.ownerId,
  offerPropertyOf.log,
];

/**
 * What a deal's log says.
 *
 * @param record - deal properties by name, `recordedOfferPropertyNames` of them
 * @param place - the account
 */
export function recordedOffers(record: PropertyValues, place: Place): RecordedOffers {
  const { id, name, facts, offer } = decodeDeal(record, place);
  const events = decodeOfferLog(offer.log);
  return {
    dealId: id,
    dealName: name,
    companyId: facts.companyId ?? '',
    ownerId: facts.ownerId ?? '',
    rounds: roundsOf(events),
    negotiation: negotiationOf(events),
  };
}

function roundsOf(events: readonly OfferEvent[]): OfferRound[] {
  const rounds: OfferRound[] = [];
  let approvedBy: string | null = null;
  for (const event of events) {
    const last = rounds.at(-1);
    switch (event.action) {
      case 'ask':
        approvedBy = null;
        break;
      case 'approve':
      case 'counter':
        approvedBy = event.by;
        break;
      case 'offer':
        rounds.push({
          offer: { terms: event.terms, appraisal: event.appraisal, by: event.by, at: event.at },
          approvedBy,
          answer: null,
        });
        break;
      case 'answer':
        if (last !== undefined)
          rounds[rounds.length - 1] = {
            ...last,
            answer: { answer: event.answer, answeredOn: event.answeredOn, note: event.note },
          };
        break;
      case 'record':
      case 'reject':
      case 'trial':
      case 'correct_trial':
        break;
    }
  }
  return rounds;
}

/** Concessions a deal gave and did not get what for. */
export type Unearned = {
  readonly deal: RecordedOffers;
  readonly agreed: PutForward;
  readonly kept: KeptPromises;
  /** Home currency. */ readonly lost: number;
};

/**
 * Concessions given but not earned, as of today: a payment that is overdue by now counts, whenever it was last recorded.
 *
 * @param today - ISO date
 * @returns what cost most first
 */
export function unearnedConcessions(deals: readonly RecordedOffers[], today: string): Unearned[] {
  return deals
    .flatMap((deal): Unearned[] => {
      const { status, offer, outcome } = deal.negotiation;
      if (status !== 'agreed' || offer === null) return [];
      const kept = keptPromises(offer, outcome, today);
      return kept.state === 'not_earned' && kept.concessions.length > 0
        ? [{ deal, agreed: offer, kept, lost: kept.lost * offer.appraisal.exchangeRate }]
        : [];
    })
    .sort((one, other) => other.lost - one.lost);
}
