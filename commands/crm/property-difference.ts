import type { PropertyDefinition } from '@deal-terms/core/crm';
import type { ExistingOption, ExistingProperty } from '../../serverless/ports/schema-port.ts';

/**
 * How a property that exists compares with its definition: `changes` can be made without losing anything; `conflicts` cannot, and stop the installation.
 * An empty difference is none.
 */
export type PropertyDifference = { readonly changes: readonly string[]; readonly conflicts: readonly string[] };

/** Records that have an option the app no longer knows. */
export type OptionUse = (property: string, option: string) => number;

/**
 * @param where - property in words, for the conflicts: `Deal property` and its name
 * @param groupName - group of the app's properties; in any other one the property is somebody else's
 */
export function propertyDifference(
  where: string,
  groupName: string,
  wanted: PropertyDefinition,
  existing: ExistingProperty,
  optionUse: OptionUse,
): PropertyDifference {
  if (existing.hubspotDefined === true) return conflict(`${where} is one of HubSpot’s own.`);
  if (existing.groupName !== groupName) {
    return conflict(
      `${where} exists in the group ${existing.groupName ?? '(none)'} and is not the app’s. If somebody moved it there, move it back to the group ${groupName}; else rename or delete it.`,
    );
  }
  if (existing.type !== wanted.type)
    return conflict(
      `${where} is of type ${existing.type}, the app needs ${wanted.type}; its values would be lost. Delete it in HubSpot if they are not needed.`,
    );
  if (existing.fieldType === 'checkbox' && wanted.fieldType !== 'checkbox')
    return conflict(`${where} takes several values, the app needs one; the others would be lost.`);
  if (existing.hasUniqueValue !== undefined && existing.hasUniqueValue !== isUnique(wanted)) {
    return conflict(
      `${where} ${existing.hasUniqueValue ? 'has' : 'does not have'} unique values and the app needs ${existing.hasUniqueValue ? 'otherwise' : 'that'}; HubSpot cannot change it.`,
    );
  }
  const options = wanted.type === 'enumeration' ? optionDifference(where, wanted, existing.options, optionUse) : none;
  return { changes: [...plainChanges(wanted, existing), ...options.changes], conflicts: options.conflicts };
}

/** Options of the account that the definition does not have. */
export function removedOptions(wanted: PropertyDefinition, existing: ExistingProperty): readonly string[] {
  if (wanted.type !== 'enumeration') return [];
  const known = new Set(wanted.options.map(({ value }) => value));
  return existing.options.map(({ value }) => value).filter((value) => !known.has(value));
}

const none: PropertyDifference = { changes: [], conflicts: [] };
const conflict = (text: string): PropertyDifference => ({ changes: [], conflicts: [text] });
const isUnique = (wanted: PropertyDefinition) => wanted.type === 'string' && wanted.hasUniqueValue === true;

/** What HubSpot leaves out of its answer is not compared: it could never be brought in line. */
function plainChanges(wanted: PropertyDefinition, existing: ExistingProperty): string[] {
  const pairs: readonly (readonly [name: string, wanted: unknown, existing: unknown])[] = [
    ['label', wanted.label, existing.label],
    ['description', wanted.description, existing.description ?? undefined],
    ['field', wanted.fieldType, existing.fieldType],
    ...(wanted.type === 'number'
      ? [
          ['number format', wanted.numberDisplayHint, existing.numberDisplayHint ?? undefined] as const,
          // HubSpot does not turn it off again (docs/hubspot.md section 7).
          [
            'currency symbol',
            wanted.showCurrencySymbol || undefined,
            existing.showCurrencySymbol ?? undefined,
          ] as const,
        ]
      : []),
  ];
  return pairs.flatMap(([name, want, have]) =>
    have === undefined || want === undefined || have === want ? [] : [`${name}: ${quoted(have)} → ${quoted(want)}`],
  );
}

function optionDifference(
  where: string,
  wanted: PropertyDefinition & { readonly type: 'enumeration' },
  existing: readonly ExistingOption[],
  optionUse: OptionUse,
): PropertyDifference {
  const byValue = new Map(existing.map((option) => [option.value, option]));
  const known = new Set(wanted.options.map(({ value }) => value));
  const removed = existing
    .filter(({ value }) => !known.has(value))
    .map(({ value }) => ({ value, used: optionUse(wanted.name, value) }));
  const changes = wanted.options.flatMap(({ value, label, description }) => {
    const found = byValue.get(value);
    if (found === undefined) return [`new option ${value}`];
    if (found.label !== label) return [`option ${value}: ${quoted(found.label)} → ${quoted(label)}`];
    return description !== undefined && found.description != null && found.description !== description
      ? [`option ${value} described anew`]
      : [];
  });
  return {
    changes: [
      ...changes,
      ...removed.filter(({ used }) => used === 0).map(({ value }) => `unused option ${value} removed`),
    ],
    conflicts: removed
      .filter(({ used }) => used > 0)
      .map(
        ({ value, used }) =>
          `${where} has the option ${value}, which the app does not know, on ${used === 1 ? '1 record' : `${used} records`}. Give them another value first.`,
      ),
  };
}

const quoted = (value: unknown) => (typeof value === 'string' ? `“${value}”` : String(value));
