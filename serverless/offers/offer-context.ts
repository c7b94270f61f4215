import * as z from 'zod/mini';
import {
  accountKey,
  currentPolicyKey,
  decodeCaptured,
  decodeDealFacts,
  localDate,
  resolveScoringInput,
} from '@deal-terms/core/crm';
import { negotiationOf, offerActionSchema, offerKey } from '@deal-terms/core/offers';
import type { Negotiation, OfferEvent } from '@deal-terms/core/offers';
import { installationOf } from '../account/installation.ts';
import type { Installation } from '../account/installation.ts';
import type { Properties } from '../ports/deal-port.ts';
import type { OfferEntry, OfferPort } from '../ports/offer-port.ts';
import { refuse } from '../runtime/reply.ts';
import type { Refusal } from '../runtime/reply.ts';

/** A deal with all that happened to its offers. */
export type OfferScene = {
  readonly installation: Installation;
  readonly dealId: string;
  readonly deal: Properties;
  readonly ownerId: string;
  readonly nowMs: number;
  /** ISO date in the account's time zone. */
  readonly today: string;
  /** What the model makes of the deal as it stands, or why nothing. */
  readonly resolved: ReturnType<typeof resolveScoringInput>;
  readonly events: readonly OfferEvent[];
  readonly negotiation: Negotiation;
  /** Entries by revision, as they are. */
  readonly entries: ReadonlyMap<number, OfferEntry>;
};

/** Entries are read this many at a time: a deal's first ones come with the account and the policy. */
const revisionsAtOnce = 40;

/** What an entry holds beside the event: the request it came from, and whether everybody has been told. */
export const entryBodySchema = z.object({
  wanted: z.string(),
  event: offerActionSchema,
  told: z.optional(z.literal(true)),
});
export type EntryBody = z.infer<typeof entryBodySchema>;

/**
 * The scene of a deal HubSpot attests. One call, another one for each further forty events the deal has had.
 *
 * @throws {CrmError}
 */
export async function offerSceneOf(
  crm: OfferPort,
  dealId: string,
  deal: Properties,
  nowMs: number,
): Promise<OfferScene | Refusal> {
  const keys = (first: number) =>
    Array.from({ length: revisionsAtOnce }, (_, index) => offerKey(dealId, first + index));
  const found = new Map(await crm.readEntries([accountKey, currentPolicyKey, ...keys(1)]));
  for (let first = 1; found.has(offerKey(dealId, first + revisionsAtOnce - 1));) {
    first += revisionsAtOnce;
    for (const [key, entry] of await crm.readEntries(keys(first))) found.set(key, entry);
  }
  const installation = installationOf(new Map([...found].map(([key, { body }]) => [key, body])));
  if (installation === null) return refuse('not_installed');
  const entries = new Map<number, OfferEntry>();
  for (
    let revision = 1, entry = found.get(offerKey(dealId, 1));
    entry !== undefined;
    revision += 1, entry = found.get(offerKey(dealId, revision))
  )
    entries.set(revision, entry);
  const events = [...entries].flatMap(([revision, entry]) => eventOf(revision, entry) ?? []);
  const today = localDate(nowMs, installation.account);
  const resolved = resolveScoringInput({
    facts: decodeDealFacts(deal),
    captured: decodeCaptured(deal),
    policy: installation.policy,
    account: installation.account,
    today,
  });
  const negotiation = { ...negotiationOf(events), revision: entries.size };
  return {
    installation,
    dealId,
    deal,
    ownerId: deal['hubspot_owner_id'] ?? '',
    nowMs,
    today,
    resolved,
    events,
    negotiation,
    entries,
  };
}

/** The event of an entry; null for one nobody can read, which counts as having happened and changed nothing. */
export function eventOf(revision: number, entry: OfferEntry): OfferEvent | null {
  const body = readBody(entry.body);
  return body === null ? null : { ...body.event, revision, by: entry.author, at: entry.writtenAt };
}

/** An entry's body; null when it is not one. */
export function readBody(text: string): EntryBody | null {
  try {
    return entryBodySchema.safeParse(JSON.parse(text)).data ?? null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

/** Whether a scene could not be set. */
export function isOfferRefusal(answer: OfferScene | Refusal): answer is Refusal {
  return 'ok' in answer;
}
