import { decodeDeal, localDate, resolveScoringInput } from '@deal-terms/core/crm';
import type { Deal } from '@deal-terms/core/crm';
import { negotiationOf, offerActionSchema, offerKey } from '@deal-terms/core/offers';
import type { Negotiation, OfferEvent } from '@deal-terms/core/offers';
import { installationFrom, installationKeys } from '../account/installation.ts';
import type { Installation } from '../account/installation.ts';
import { readOnceBody } from '../once/once-entry.ts';
import type { Properties } from '../ports/deal-port.ts';
import type { StoredEntry } from '../ports/ledger-port.ts';
import type { OfferPort } from '../ports/offer-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

/** A deal with all that happened to its offers. */
export type OfferContext = {
  readonly installation: Installation;
  readonly dealId: string;
  /** As it is stored, read by its id: what a card sends along decides nothing. */
  readonly properties: Properties;
  readonly deal: Deal;
  readonly nowMs: number;
  /** ISO date in the account's time zone. */
  readonly today: string;
  /** What the model makes of the deal as it stands, or why nothing. */
  readonly resolved: ReturnType<typeof resolveScoringInput>;
  readonly events: readonly OfferEvent[];
  readonly negotiation: Negotiation;
  /** Entries by revision, as they are. */
  readonly entries: ReadonlyMap<number, StoredEntry>;
};

/** Entries are read this many at a time: a deal's first ones come with the account and the policy. */
const revisionsAtOnce = 40;

/**
 * The context of a deal HubSpot attests. Two calls, another one for each further forty events the deal has had.
 *
 * @throws {CrmError}
 */
export async function readOfferContext(
  crm: OfferPort,
  dealId: string,
  nowMs: number,
): Promise<{ readonly ok: true; readonly context: OfferContext } | Refusal> {
  const keys = (first: number) =>
    Array.from({ length: revisionsAtOnce }, (_, index) => offerKey(dealId, first + index));
  const [properties, firstEntries] = await Promise.all([
    crm.readDeal(dealId),
    crm.readEntries([...installationKeys, ...keys(1)]),
  ]);
  if (properties === null) return refuse('unknown_deal');
  const found = new Map(firstEntries);
  for (let first = 1; found.has(offerKey(dealId, first + revisionsAtOnce - 1));) {
    first += revisionsAtOnce;
    for (const [key, entry] of await crm.readEntries(keys(first))) found.set(key, entry);
  }
  const installation = await installationFrom(crm, found);
  if (installation === null) return refuse('not_installed');
  const { account, policy } = installation;
  const entries = new Map<number, StoredEntry>();
  for (
    let revision = 1, entry = found.get(offerKey(dealId, 1));
    entry !== undefined;
    revision += 1, entry = found.get(offerKey(dealId, revision))
  )
    entries.set(revision, entry);
  const events = [...entries].flatMap(([revision, entry]) => eventOf(revision, entry) ?? []);
  const deal = decodeDeal(properties, account);
  const today = localDate(nowMs, account);
  return {
    ok: true,
    context: {
      installation,
      dealId,
      properties,
      deal,
      nowMs,
      today,
      resolved: resolveScoringInput({ facts: deal.facts, captured: deal.customer, policy, account, today }),
      events,
      negotiation: { ...negotiationOf(events), revision: entries.size },
      entries,
    },
  };
}

/** The event of an entry; null for one that cannot be read, or is not the app's own: it counts as having happened and changed nothing. */
export function eventOf(revision: number, entry: StoredEntry): OfferEvent | null {
  const event = entry.isGenuine ? offerActionSchema.safeParse(readOnceBody(entry.body)?.event).data : undefined;
  return event === undefined ? null : { ...event, revision, by: entry.author, at: entry.writtenAt };
}
