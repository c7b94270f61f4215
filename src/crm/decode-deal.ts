import { localDate } from './calendar.ts';
import { decodeCustomerProfile } from './customer-profile-codec.ts';
import type { CustomerProfile } from './customer-profile.ts';
import type { Place } from './calendar.ts';
import type { Evidence } from '../evidence/evidence-schema.ts';
import { decodeDealFacts } from './deal-facts.ts';
import type { DealFacts } from './deal-facts.ts';
import { nativePropertyOf } from './deal-property-names.ts';
import { readInstant, readNumber, readText } from './property-values.ts';
import type { PropertyValues } from './property-values.ts';
import { decodeExpedite } from './stored-expedite.ts';
import type { StoredExpedite } from './stored-expedite.ts';
import { decodeOffer } from './stored-offer.ts';
import type { StoredOffer } from './stored-offer.ts';
import { decodeScore } from './stored-score.ts';
import type { StoredScore } from './stored-score.ts';

/** What HubSpot itself knows of a deal. Null is "not filled in", or not read; dates are ISO, in the account's time zone. */
export type RecordFacts = DealFacts & {
  /** In home currency. */
  readonly amountHome: number | null;
  readonly createdOn: string | null;
  readonly changedOn: string | null;
  readonly isWon: boolean;
  readonly pipelineId: string | null;
  readonly stageId: string | null;
  /** Chance that a deal in this stage is won, 0 to 1, as the pipeline has it. */
  readonly stageProbability: number | null;
  readonly ownerId: string | null;
};

/** A deal as everything outside this room sees it. Properties that were not read count as not filled in: each screen names what it needs. */
export type Deal = {
  /** Record id; "" when the record has none. */
  readonly id: string;
  /** "Deal 17" where nobody gave it one. */
  readonly name: string;
  readonly facts: RecordFacts;
  /** What was captured of the customer. */
  readonly customer: CustomerProfile;
  /** Null for a deal that was never scored. */
  readonly score: StoredScore | null;
  readonly offer: StoredOffer;
  readonly expedite: StoredExpedite;
};

/**
 * A deal from its HubSpot properties. Never throws: what is malformed is "not filled in", as people may edit any property by hand.
 *
 * @param properties - deal properties by name; others are ignored
 * @param place - the account: instants become days in its time zone
 * @param found - what HubSpot knows of the deal as of now, as `decodeDealFacts` takes it
 */
export function decodeDeal(properties: PropertyValues, place: Place, found?: Evidence): Deal {
  const id = readText(properties[nativePropertyOf.id]) ?? '';
  return {
    id,
    name: readText(properties[nativePropertyOf.name]) ?? `Deal ${id}`,
    facts: recordFacts(properties, place, found),
    customer: decodeCustomerProfile(properties),
    score: decodeScore(properties, place),
    offer: decodeOffer(properties, place),
    expedite: decodeExpedite(properties),
  };
}

function recordFacts(properties: PropertyValues, place: Place, found?: Evidence): RecordFacts {
  const of = (field: keyof typeof nativePropertyOf) => properties[nativePropertyOf[field]];
  const day = (field: 'createdOn' | 'changedOn') => {
    const epochMs = readInstant(of(field));
    return epochMs === null ? null : localDate(epochMs, place);
  };
  return {
    ...decodeDealFacts(properties, place, found),
    amountHome: readNumber(of('amountHome')),
    createdOn: day('createdOn'),
    changedOn: day('changedOn'),
    isWon: readText(of('isWon')) === 'true',
    pipelineId: readText(of('pipelineId')),
    stageId: readText(of('stageId')),
    stageProbability: probability(readNumber(of('stageProbability'))),
    ownerId: readText(of('ownerId')),
  };
}

function probability(value: number | null): number | null {
  return value === null || value < 0 || value > 1 ? null : value;
}
