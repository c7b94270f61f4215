import * as z from 'zod/mini';
import { accountKey, ledgerObject, ledgerObjectType } from '@deal-terms/core/crm';
import type { PropertyDefinition } from '@deal-terms/core/crm';
import { CrmError, isCrmError } from './crm-error.ts';
import type { Transport } from './transport.ts';

/** What the account says of itself. */
export type AccountDetails = { readonly portalId: number; readonly timeZone: string; readonly homeCurrency: string };

/** A property as it exists in the account. */
export type ExistingProperty = { readonly name: string; readonly type: string };

/** The account's schema, as far as setting up the app needs it. Reads are complete, writes create one thing each; all throw `CrmError`. */
export type SchemaPort = {
  readonly accountDetails: () => Promise<AccountDetails>;
  readonly dealGroupExists: (name: string) => Promise<boolean>;
  readonly dealProperties: () => Promise<readonly ExistingProperty[]>;
  /** Properties of the ledger object, or null when there is no such object. */
  readonly ledgerProperties: () => Promise<readonly ExistingProperty[] | null>;
  readonly createDealGroup: (group: { readonly name: string; readonly label: string }) => Promise<void>;
  /** At most 100, all or none. */
  readonly createDealProperties: (groupName: string, properties: readonly PropertyDefinition[]) => Promise<void>;
  readonly createLedger: (properties: readonly PropertyDefinition[]) => Promise<void>;
  readonly createLedgerProperty: (property: PropertyDefinition) => Promise<void>;
  /** The `account` entry's record id and body, or null. */
  readonly accountEntry: () => Promise<{ readonly id: string; readonly body: string | null } | null>;
  readonly createAccountEntry: (body: string, writtenAt: string) => Promise<void>;
  readonly updateAccountEntry: (id: string, body: string, writtenAt: string) => Promise<void>;
};

const propertySchema = z.object({ name: z.string(), type: z.string() });
const detailsSchema = z.object({ portalId: z.number(), timeZone: z.string(), companyCurrency: z.string() });
const recordSchema = z.object({ id: z.string(), properties: z.object({ body: z.optional(z.nullable(z.string())) }) });
const dealPropertiesPath = '/crm/v3/properties/deals';
const schemasPath = '/crm-object-schemas/v3/schemas';

/**
 * Plain JSON instead of the SDK: its property classes drop `numberDisplayHint` and `showCurrencySymbol` on the way out.
 *
 * @param transport - where the calls go
 */
export function createSchemaPort(transport: Transport): SchemaPort {
  const read = async <T>(path: string, schema: z.ZodMiniType<T>): Promise<T> => {
    const { status, body } = await transport.send({ method: 'GET', path });
    const parsed = schema.safeParse(JSON.parse(body.toString('utf8')));
    if (parsed.success) return parsed.data;
    throw new CrmError('unintelligible', { request: `GET ${path}`, status, hubspotCorrelationId: null, scopes: [], properties: [] });
  };
  const write = async (method: 'POST' | 'PATCH', path: string, body: unknown) => {
    await transport.send({ method, path, body: JSON.stringify(body) });
  };
  const ledgerRecords = `/crm/v3/objects/${ledgerObjectType}`;

  return {
    accountDetails: async () => {
      const { portalId, timeZone, companyCurrency } = await read('/account-info/v3/details', detailsSchema);
      return { portalId, timeZone, homeCurrency: companyCurrency };
    },
    dealGroupExists: async (name) => (await orNull(read(`${dealPropertiesPath}/groups/${name}`, z.object({ name: z.string() })))) !== null,
    dealProperties: async () => (await read(dealPropertiesPath, z.object({ results: z.array(propertySchema) }))).results,
    ledgerProperties: async () => (await orNull(read(`${schemasPath}/${ledgerObjectType}`, z.object({ properties: z.array(propertySchema) }))))?.properties ?? null,
    createDealGroup: (group) => write('POST', `${dealPropertiesPath}/groups`, { ...group, displayOrder: -1 }),
    createDealProperties: (groupName, properties) => write('POST', `${dealPropertiesPath}/batch/create`, { inputs: properties.map((property) => ({ ...wireProperty(property), groupName })) }),
    createLedger: (properties) => write('POST', schemasPath, { ...ledgerObject, associatedObjects: [], properties: properties.map(wireProperty) }),
    createLedgerProperty: (property) => write('POST', `/crm/v3/properties/${ledgerObjectType}`, { ...wireProperty(property), groupName: `${ledgerObject.name}_information` }),
    accountEntry: async () => {
      const entry = await orNull(read(`${ledgerRecords}/${accountKey}?idProperty=entry_key&properties=body`, recordSchema));
      return entry === null ? null : { id: entry.id, body: entry.properties.body ?? null };
    },
    createAccountEntry: (body, writtenAt) => write('POST', ledgerRecords, { properties: { entry_key: accountKey, kind: 'account', body, author: 'crm:install', written_at: writtenAt } }),
    updateAccountEntry: (id, body, writtenAt) => write('PATCH', `${ledgerRecords}/${id}`, { properties: { body, author: 'crm:install', written_at: writtenAt } }),
  };
}

/** HubSpot wants every option to say its place and that it is not hidden. */
function wireProperty(property: PropertyDefinition): object {
  if (property.type !== 'enumeration') return property;
  return { ...property, options: property.options.map((option, displayOrder) => ({ ...option, displayOrder, hidden: false })) };
}

/** What is not there is an answer here, not a failure. */
async function orNull<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading;
  } catch (error) {
    if (isCrmError(error) && (error.kind === 'not_found' || error.kind === 'not_installed')) return null;
    throw error;
  }
}
