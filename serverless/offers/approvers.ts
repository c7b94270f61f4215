import type { Approver } from '@deal-terms/core/offers';
import type { OfferPort } from '../ports/offer-port.ts';

/**
 * Who approves, by name, in the policy's order; whoever has left is left out. One call, none where the policy names nobody.
 *
 * @throws {CrmError}
 */
export async function approversOf(crm: Pick<OfferPort, 'people'>, approverIds: readonly string[]): Promise<Approver[]> {
  if (approverIds.length === 0) return [];
  const people = new Map((await crm.people()).map((person) => [person.ownerId, person]));
  return approverIds.flatMap((ownerId) => people.get(ownerId) ?? []);
}
