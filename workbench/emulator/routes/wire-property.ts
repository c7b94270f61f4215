import type { Property } from '../store/property-definitions.ts';

/** A property definition as the API sends it. */
export function wireProperty(property: Property) {
  const { readOnlyValue, archivedAt, ...rest } = property;
  return {
    ...rest,
    archived: archivedAt !== undefined,
    ...(archivedAt === undefined ? {} : { archivedAt }),
    modificationMetadata: {
      archivable: !property.hubspotDefined,
      readOnlyDefinition: property.hubspotDefined,
      readOnlyValue,
      readOnlyOptions: property.hubspotDefined && property.externalOptions,
    },
  };
}
