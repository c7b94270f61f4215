/** HubSpot's object type ids of the records the app links to. */
export const objectTypeIds = { deal: '0-3', company: '0-2', ticket: '0-5' } as const;

/**
 * Address of a record in HubSpot, for a `Link` on an app page: actions that open records exist on cards only.
 *
 * @param portalId - of the account
 * @param type - of the record
 * @param id - record id
 */
export function recordAddress(portalId: number, type: keyof typeof objectTypeIds, id: string): string {
  return `/contacts/${portalId}/record/${objectTypeIds[type]}/${id}`;
}
