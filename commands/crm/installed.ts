import {
  accountKey,
  expeditePipeline,
  ledgerObject,
  ledgerObjectType,
  ledgerProperties,
  propertySets,
} from '@deal-terms/core/crm';
import type { PropertySet } from '@deal-terms/core/crm';
import type { StoredEntry } from '../../serverless/ports/ledger-port.ts';
import type {
  AccountDetails,
  ExistingGroup,
  ExistingPipeline,
  ExistingProperty,
} from '../../serverless/ports/schema-port.ts';
import type { Ports } from './plan.ts';
import { removedOptions } from './property-difference.ts';

/** What an account has of one set of properties. */
export type InstalledSet = {
  readonly set: PropertySet;
  /** Null when the object type does not exist. */
  readonly properties: readonly ExistingProperty[] | null;
  readonly group: ExistingGroup | null;
  /** Names of the set that were archived in the account: created again, they bring their values back (docs/hubspot.md section 7). */
  readonly archived: readonly string[];
  /** Records that have an option the definition does not have: by property, then option. */
  readonly optionUse: ReadonlyMap<string, ReadonlyMap<string, number>>;
};

/** What an account has of the app. */
export type Installed = {
  readonly details: AccountDetails;
  readonly sets: readonly InstalledSet[];
  readonly ledger: InstalledSet;
  /** Pipelines of tickets. */
  readonly pipelines: readonly ExistingPipeline[];
  readonly accountEntry: StoredEntry | null;
};

/** The ledger's properties, as a set like the others; HubSpot names the group itself. */
export const ledgerSet: PropertySet = {
  objectType: ledgerObjectType,
  singular: 'ledger',
  group: { name: `${ledgerObject.name}_information`, label: `${ledgerObject.labels.singular} information` },
  properties: ledgerProperties,
};

/**
 * Reads what is there. Nothing is written.

 * @throws {CrmError}
 */
export async function readInstalled(ports: Ports): Promise<Installed> {
  const [details, ledger, pipelines, ...sets] = await Promise.all([
    ports.schema.accountDetails(),
    readSet(ports, ledgerSet),
    ports.schema.pipelines(expeditePipeline.objectType),
    ...propertySets.map((set) => readSet(ports, set)),
  ]);
  const isThere = ledger.properties !== null && ledgerGroup(ledger.properties) !== null;
  const entries = isThere ? await ports.ledger.readEntries([accountKey]) : null;
  return { details, sets, ledger, pipelines, accountEntry: entries?.get(accountKey) ?? null };
}

export const keyProperty = ledgerObject.primaryDisplayProperty;

/** The group HubSpot put the ledger's properties in; null when the object is not the app's. */
export function ledgerGroup(
  properties: readonly ExistingProperty[],
): { readonly name: string; readonly label: string } | null {
  const name = properties.find((property) => property.name === keyProperty)?.groupName;
  return name === undefined ? null : { name, label: name };
}

async function readSet({ schema }: Ports, set: PropertySet): Promise<InstalledSet> {
  const properties = await schema.properties(set.objectType);
  if (properties === null) return { set, properties, group: null, archived: [], optionUse: new Map() };
  const existing = new Map(properties.map((property) => [property.name, property]));
  const missing = set.properties.filter(({ name }) => !existing.has(name));
  const [groups, archivedNames] = await Promise.all([
    schema.groups(set.objectType),
    missing.length === 0 ? null : schema.archivedPropertyNames(set.objectType),
  ]);
  const archived = missing.map(({ name }) => name).filter((name) => archivedNames?.includes(name) === true);
  const optionUse = new Map<string, ReadonlyMap<string, number>>();
  for (const wanted of set.properties) {
    const found = existing.get(wanted.name);
    const removed = found === undefined ? [] : removedOptions(wanted, found);
    if (removed.length > 0)
      optionUse.set(
        wanted.name,
        new Map(
          await Promise.all(
            removed.map(
              async (value) => [value, (await schema.recordsWith(set.objectType, wanted.name, value)).total] as const,
            ),
          ),
        ),
      );
  }
  return { set, properties, group: groups.find(({ name }) => name === set.group.name) ?? null, archived, optionUse };
}
