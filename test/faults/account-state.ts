import { dealProperties, expediteTicketProperties } from '@deal-terms/core/crm';
import type { Account } from '../serverless/account.ts';

type Found = {
  readonly id: string;
  readonly properties: Record<string, string | null>;
  readonly propertiesWithHistory?: Record<string, readonly { readonly value: string }[]>;
  readonly associations?: Record<string, { readonly results: readonly { readonly id: string }[] }>;
};

const notOfInterest = new Set(['hs_object_id', 'createdate', 'hs_createdate', 'hs_lastmodifieddate']);

/**
 * Everything the app keeps in an account, as lines in a fixed order: what two accounts have in common whatever became of the way there. Deals and tickets
 * come with the values they had, so that a write done twice shows; HubSpot's ids of records that were only created on the way do not, nor slots of a week that
 * their ticket is not in: those count as free, and the next taker takes them. A try of the approval code counts for its minute only, and of the tries at a
 * task readers look at the first: what is left of the others says nothing. Nor does it matter when an entry was written: whoever completes a call
 * does so later.
 */
export async function accountState({ api }: Account): Promise<readonly string[]> {
  const list = async (type: string, properties: readonly string[], withHistory: readonly string[] = []) =>
    (
      (await api(
        'GET',
        `/crm/v3/objects/${type}?limit=${withHistory.length > 0 ? 50 : 100}&associations=deals,tickets&properties=${properties.join(',')}${withHistory.length > 0 ? `&propertiesWithHistory=${withHistory.join(',')}` : ''}`,
      )) as unknown as { results: readonly Found[] }
    ).results;
  const ticketNames = [
    'subject',
    'content',
    'hs_pipeline_stage',
    'hubspot_owner_id',
    ...expediteTicketProperties.map(({ name }) => name),
  ];
  const [deals, tickets, notes, tasks, ledger] = await Promise.all([
    list(
      'deals',
      dealProperties.map(({ name }) => name),
      ['terms_expedite_status', 'terms_scored_at', 'terms_offer_status', 'terms_cash_position'],
    ),
    list('tickets', ticketNames, ['hs_pipeline_stage', 'expedite_revision']),
    list('notes', ['hs_note_body', 'hs_timestamp']),
    list('tasks', ['hs_task_subject', 'hs_task_body', 'hubspot_owner_id']),
    list('p_terms_ledger', ['entry_key', 'kind', 'body', 'author']),
  ]);
  const keys = new Map([
    ...tickets.map(({ id, properties }) => [id, `ticket ${properties['expedite_request_key'] ?? ''}`] as const),
    ...tasks.map(({ id, properties }) => [id, `task ${properties['hs_task_subject'] ?? ''}`] as const),
  ]);
  const held = ledger.filter(
    ({ properties: { entry_key: key, body } }) =>
      key?.startsWith('attempt/') !== true &&
      !/^task\/.+\/[2-9]$/.test(key ?? '') &&
      (key?.startsWith('slot/') !== true ||
        tickets.some(
          ({ id, properties }) =>
            body?.includes(`"${id}"`) === true && key.startsWith(`slot/${properties['expedite_week'] ?? ''}/`),
        )),
  );
  const line =
    (type: string) =>
    ({ properties, propertiesWithHistory = {}, associations = {} }: Found) => {
      const values = Object.entries(properties)
        .filter(([name, value]) => value !== null && !notOfInterest.has(name))
        .map(([name, value]) => [name, name === 'body' ? inOneOrder(value ?? '') : value] as const)
        .sort(([one], [other]) => (one < other ? -1 : 1));
      const history = Object.entries(propertiesWithHistory).map(([name, entries]) => [
        name,
        entries.map(({ value }) => value),
      ]);
      const links = Object.entries(associations)
        .map(([to, { results }]) => [to, [...new Set(results.map(({ id }) => keys.get(id) ?? id))].sort()])
        .sort();
      return `${type} ${JSON.stringify({ values, history, links }, (_, value: unknown) => (typeof value === 'string' ? withoutIds(value, keys) : value))}`;
    };
  return [
    ...deals.map(line('deal')),
    ...tickets.map(line('ticket')),
    ...notes.map(line('note')),
    ...tasks.map(line('task')),
    ...held.map(line('entry')),
  ].sort();
}

/** JSON as whoever reads it understands it, in whatever order its names were written. */
function inOneOrder(json: string): string {
  return JSON.stringify(JSON.parse(json), (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
}

/** Ledger entries hold ids of tickets and tasks, in keys and in JSON. */
function withoutIds(text: string, keys: ReadonlyMap<string, string>): string {
  return [...keys].reduce(
    (left, [id, key]) =>
      left.replaceAll(new RegExp(`(^decision/|"ticketId":"|"taskId":")${id}(?=/|"|$)`, 'g'), `$1${key}`),
    text,
  );
}
