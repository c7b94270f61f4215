import { decodeDeal, localDate, resolveScoringInput } from '@deal-terms/core/crm';
import type { Deal } from '@deal-terms/core/crm';
import { negotiationOf } from '@deal-terms/core/offers';
import type { Negotiation, OfferEvent } from '@deal-terms/core/offers';
import { installationFrom, installationKeys } from '../account/installation.ts';
import type { Installation } from '../account/installation.ts';
import type { Properties } from '../ports/deal-port.ts';
import type { StoredEntry } from '../ports/ledger-port.ts';
import type { DealWithLinks, OfferPort } from '../ports/offer-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';
import { firstOfferKeys, offerEventsOf, readOfferEntries } from './offer-entries.ts';

/** A deal with all that happened to its offers. */
export type OfferContext = {
  readonly installation: Installation;
  readonly dealId: string;
  /** As it is stored, read by its id: what a card sends along decides nothing. */
  readonly properties: Properties;
  readonly deal: Deal;
  /** Ids of its tasks, and of its lines where they were asked for and the app may see them. */
  readonly links: DealWithLinks['links'];
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

/** What an action reads of a deal HubSpot attests. */
type OfferReads = {
  readonly dealId: string;
  readonly nowMs: number;
  /** Whether the action weighs terms by the lines of the deal. */
  readonly withLines: boolean;
  /** Entries that are read already, `installationKeys` and `firstOfferKeys` among them. */
  readonly entries?: ReadonlyMap<string, StoredEntry>;
};

/**
 * The context of a deal HubSpot attests. Two calls, one less where its entries are read already, another one for each further 36 events it has had.
 *
 * @throws {CrmError}
 */
export async function readOfferContext(
  crm: OfferPort,
  { dealId, nowMs, withLines, entries: known }: OfferReads,
): Promise<{ readonly ok: true; readonly context: OfferContext } | Refusal> {
  const [read, first] = await Promise.all([
    crm.readDeal(dealId, withLines),
    known ?? crm.readEntries([...installationKeys, ...firstOfferKeys(dealId)]),
  ]);
  if (read === null) return refuse('unknown_deal');
  const { properties, links } = read;
  const entries = await readOfferEntries(crm, dealId, first);
  const installation = await installationFrom(crm, first);
  if (installation === null) return refuse('not_installed');
  const { account, policy } = installation;
  const events = offerEventsOf(entries);
  const deal = decodeDeal(properties, account);
  const today = localDate(nowMs, account);
  return {
    ok: true,
    context: {
      installation,
      dealId,
      properties,
      deal,
      links,
      nowMs,
      today,
      resolved: resolveScoringInput({ facts: deal.facts, captured: deal.customer, policy, account, today }),
      events,
      negotiation: { ...negotiationOf(events), revision: entries.size },
      entries,
    },
  };
}
