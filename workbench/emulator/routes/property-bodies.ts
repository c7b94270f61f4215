import * as z from 'zod/mini';
import { invalidRequest, notEmulated } from '../errors.ts';
import type { PropertyOption, PropertyType } from '../standard-properties/property-row.ts';
import type { Property } from '../store/property-definitions.ts';

const propertyTypes = [
  'string',
  'number',
  'bool',
  'enumeration',
  'date',
  'datetime',
  'phone_number',
] as const satisfies readonly PropertyType[];

/** Which form fields a data type may have. */
const fieldTypes: Readonly<Record<PropertyType, readonly string[]>> = {
  string: ['text', 'textarea', 'html', 'file', 'phonenumber', 'calculation_equation'],
  number: ['number', 'calculation_equation'],
  bool: ['booleancheckbox', 'calculation_equation'],
  enumeration: ['select', 'radio', 'checkbox', 'booleancheckbox', 'calculation_equation'],
  date: ['date'],
  datetime: ['date'],
  phone_number: ['phonenumber'],
};

const optionSchema = z.object({
  label: z.string(),
  value: z.string(),
  description: z.optional(z.nullable(z.string())),
  displayOrder: z.optional(z.nullable(z.int())),
  hidden: z.optional(z.nullable(z.boolean())),
});
const changeable = {
  label: z.string(),
  description: z.optional(z.nullable(z.string())),
  type: z.enum(propertyTypes),
  fieldType: z.string(),
  options: z.optional(z.array(optionSchema)),
  displayOrder: z.optional(z.int()),
  hidden: z.optional(z.boolean()),
  formField: z.optional(z.boolean()),
  showCurrencySymbol: z.optional(z.boolean()),
  numberDisplayHint: z.optional(z.string()),
};

/** A property to create; without a group where the place says which. */
export const propertyEggSchema = z.object({
  name: z.string(),
  groupName: z.optional(z.string()),
  hasUniqueValue: z.optional(z.boolean()),
  ...changeable,
});
export const propertyCreateSchema = z.extend(propertyEggSchema, { groupName: z.string() });
export const propertyPatchSchema = z.partial(
  z.object({ groupName: z.string(), hasUniqueValue: z.boolean(), ...changeable }),
);
export type PropertyEgg = z.infer<typeof propertyEggSchema>;
export type PropertyPatch = z.infer<typeof propertyPatchSchema>;

/**
 * A property of the account's own.
 *
 * @throws {ApiError} 400 for what HubSpot would not define
 */
export function ownProperty(egg: PropertyEgg, groupName: string, at: string): Property {
  if (!/^[a-z][a-z0-9_]{0,99}$/.test(egg.name)) {
    throw invalidRequest(
      `Property name '${egg.name}' is not valid. It must start with a letter and consist of lower case letters, digits and underscores.`,
      { context: { propertyName: [egg.name] } },
    );
  }
  const { description, options, ...rest } = egg;
  const property: Property = {
    displayOrder: -1,
    hidden: false,
    formField: false,
    hasUniqueValue: false,
    ...defined(rest),
    groupName,
    description: description ?? '',
    options: (options ?? []).map(wireOption),
    hubspotDefined: false,
    readOnlyValue: false,
    calculated: false,
    externalOptions: false,
    createdAt: at,
    updatedAt: at,
  };
  checkDefinition(property);
  return property;
}

/** @throws {ApiError} 400 as `ownProperty`, and for a change of what cannot change */
export function changedProperty(property: Property, patch: PropertyPatch, at: string): Property {
  if (patch.hasUniqueValue !== undefined && patch.hasUniqueValue !== property.hasUniqueValue) {
    throw invalidRequest(`The hasUniqueValue field of property '${property.name}' cannot be changed.`, {
      context: { propertyName: [property.name] },
    });
  }
  const { description, options, ...rest } = patch;
  const changed: Property = {
    ...property,
    ...defined(rest),
    ...(description == null ? {} : { description }),
    ...(options === undefined ? {} : { options: options.map(wireOption) }),
    updatedAt: at,
  };
  checkDefinition(changed);
  return changed;
}

function checkDefinition({ name, type, fieldType, options, hasUniqueValue }: Property): void {
  if (!fieldTypes[type].includes(fieldType))
    throw invalidRequest(
      `Invalid fieldType '${fieldType}' for property '${name}' of type '${type}'. Allowed: ${fieldTypes[type].join(', ')}`,
      { context: { propertyName: [name] } },
    );
  if (fieldType === 'calculation_equation') throw notEmulated('A calculated property');
  if (type === 'enumeration' && options.length === 0)
    throw invalidRequest(`Property '${name}' is an enumeration and needs options.`, {
      context: { propertyName: [name] },
    });
  if (
    new Set(options.map(({ value }) => value)).size < options.length ||
    new Set(options.map(({ label }) => label)).size < options.length
  ) {
    throw invalidRequest(`Property '${name}' has options with the same value or label.`, {
      context: { propertyName: [name] },
    });
  }
  if (type === 'bool' && fieldType === 'booleancheckbox' && !isYesOrNo(options))
    throw invalidRequest(`Property '${name}' of type 'bool' needs exactly the options 'true' and 'false'.`, {
      context: { propertyName: [name] },
    });
  if (hasUniqueValue && type !== 'string' && type !== 'number')
    throw invalidRequest(`Property '${name}' of type '${type}' cannot have unique values.`, {
      context: { propertyName: [name] },
    });
}

const isYesOrNo = (options: readonly PropertyOption[]) =>
  options
    .map(({ value }) => value)
    .sort()
    .join() === 'false,true';

function wireOption(option: z.infer<typeof optionSchema>, position: number): PropertyOption {
  const { label, value, description, displayOrder, hidden } = option;
  return {
    label,
    value,
    displayOrder: displayOrder ?? position,
    hidden: hidden ?? false,
    ...(description == null ? {} : { description }),
  };
}

/** What was really given. */
function defined<T extends object>(given: T): { [Key in keyof T]: Exclude<T[Key], undefined> } {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as {
    [Key in keyof T]: Exclude<T[Key], undefined>;
  };
}
