import { invalidPropertyValues, missingRequiredProperties } from '../errors.ts';
import type { PropertyFault } from '../errors.ts';
import type { ObjectKind } from '../object-types.ts';
import { checkValue } from '../values/property-value.ts';
import type { Values } from './computed-values.ts';
import type { OwnerStore } from './owners.ts';
import type { PipelineStore } from './pipelines.ts';
import type { Property, PropertyStore } from './property-definitions.ts';
import type { SettingsStore } from './settings.ts';

/** Property values as a request has them; null and the empty string clear. */
export type SentValues = Readonly<Record<string, string | null>>;
/** Values to write; null clears. */
export type Changes = Record<string, string | null>;

export type CheckStores = {
  readonly settings: SettingsStore;
  readonly properties: PropertyStore;
  readonly pipelines: PipelineStore;
  readonly owners: OwnerStore;
};

/** A value HubSpot took for another than it was sent. */
export type NormalizedValue = { readonly property: string; readonly sent: string; readonly text: string };

/**
 * Checks what a request wants to write against the properties' definitions.
 *
 * @param current - the record's values; empty for a new record
 * @param normalizesDates - whether dates that are not quite right are taken for what they must mean
 * @returns values as they will read back
 * @throws {ApiError} 400 naming every value that is wrong
 */
export function checkedChanges(
  stores: CheckStores,
  kind: ObjectKind,
  sent: SentValues,
  current: Values,
  normalizesDates: boolean,
): { readonly changes: Changes; readonly normalized: readonly NormalizedValue[] } {
  const definitions = stores.properties.live(kind.typeId);
  const changes: Changes = {};
  const normalized: NormalizedValue[] = [];
  const faults: PropertyFault[] = [];
  for (const [name, value] of Object.entries(sent)) {
    const property = definitions.get(name);
    const fault =
      property === undefined
        ? { name, error: 'PROPERTY_DOESNT_EXIST', message: `Property "${name}" does not exist` }
        : writeFault(property);
    if (property === undefined || fault !== null) {
      if (fault !== null) faults.push(fault);
    } else if (value === null || value === '') {
      changes[name] = null;
    } else {
      const checked = checkValue(
        { ...property, normalizesDates, allowed: allowedValues(stores, kind, property, sent, current) },
        value,
        current[name] ?? null,
      );
      if (checked.ok) changes[name] = checked.text;
      if (checked.ok && checked.isNormalized === true)
        normalized.push({ property: name, sent: value, text: checked.text });
      if (!checked.ok) faults.push(checked.fault);
    }
  }
  if (faults.length > 0) throw invalidPropertyValues(faults, stores.settings.account().portalId);
  return { changes, normalized };
}

/** @throws {ApiError} 400 when a new record lacks what its type requires */
export function checkRequired(kind: ObjectKind, values: Values): void {
  const missing = kind.requiredProperties.filter((name) => values[name] === undefined);
  if (missing.length > 0) throw missingRequiredProperties(kind.messageName, missing);
}

function writeFault({ name, readOnlyValue, calculated }: Property): PropertyFault | null {
  if (!readOnlyValue) return null;
  const message = calculated
    ? `"${name}" is a calculated property; its value cannot be set.`
    : `"${name}" is a read only property; its value cannot be set.`;
  return { name, error: 'READ_ONLY_VALUE', message };
}

/** Their options are the account's currencies. */
const currencyProperties: ReadonlySet<string> = new Set([
  'deal_currency_code',
  'hs_line_item_currency_code',
  'hs_currency',
]);

/** Options of a property, wherever HubSpot keeps them; null when any value will do. */
function allowedValues(
  stores: CheckStores,
  kind: ObjectKind,
  property: Property,
  sent: SentValues,
  current: Values,
): readonly string[] | null {
  if (property.type !== 'enumeration') return null;
  if (!property.externalOptions) return property.options.map(({ value }) => value);
  if (property.referencedObjectType === 'OWNER') return stores.owners.list().map(({ id }) => id);
  const named = kind.pipelineProperties;
  if (named !== null && property.name === named.pipeline) return stores.pipelines.list(kind.typeId).map(({ id }) => id);
  if (named !== null && property.name === named.stage) {
    const pipelineId = sent[named.pipeline] ?? current[named.pipeline] ?? named.standard;
    return (
      stores.pipelines
        .list(kind.typeId)
        .find(({ id }) => id === pipelineId)
        ?.stages.map(({ id }) => id) ?? []
    );
  }
  if (!currencyProperties.has(property.name)) return null;
  const { homeCurrency, currencies } = stores.settings.account();
  return [homeCurrency, ...Object.keys(currencies)];
}
