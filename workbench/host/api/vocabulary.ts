import type { CrmApi } from './crm-api.ts';
import type { Owner, Pipeline, Property, PropertyGroup } from './crm-schemas.ts';

/** What is needed to show and edit values of one object type. */
export type Vocabulary = {
  readonly properties: ReadonlyMap<string, Property>;
  readonly groups: readonly PropertyGroup[];
  readonly pipelines: readonly Pipeline[];
  readonly owners: readonly Owner[];
};

/** Reads the vocabulary of an object type over HubSpot's API, as HubSpot's own page would. */
export async function readVocabulary(api: CrmApi, type: string): Promise<Vocabulary> {
  const hasPipelines = type === 'deals' || type === 'tickets';
  const [properties, groups, pipelines, owners] = await Promise.all([
    api.properties(type),
    api.propertyGroups(type),
    hasPipelines ? api.pipelines(type) : [],
    api.owners(),
  ]);
  return { properties: new Map(properties.map((property) => [property.name, property])), groups, pipelines, owners };
}

/** Keeps the vocabularies of a page: they change only when somebody installs something. */
export function createVocabularies(api: CrmApi): (type: string) => Promise<Vocabulary> {
  const known = new Map<string, Promise<Vocabulary>>();
  return (type) => {
    const reading = known.get(type) ?? readVocabulary(api, type);
    known.set(type, reading);
    reading.catch(() => known.delete(type));
    return reading;
  };
}

/**
 * The choices of a property: its options, the stages and pipelines of its type, the owners.
 *
 * @returns null for a property that is free to type
 */
export function choicesOf(
  property: Property,
  { pipelines, owners }: Vocabulary,
): readonly { readonly value: string; readonly label: string }[] | null {
  if (property.name === 'dealstage' || property.name === 'hs_pipeline_stage') {
    const stages = pipelines.flatMap(({ label: pipeline, stages: all }) =>
      all.map(({ id, label }) => ({ value: id, label: pipelines.length > 1 ? `${label} (${pipeline})` : label })),
    );
    if (stages.length > 0) return stages;
  }
  if (property.name === 'pipeline' || property.name === 'hs_pipeline') {
    const all = pipelines.map(({ id, label }) => ({ value: id, label }));
    if (all.length > 0) return all;
  }
  if (property.referencedObjectType === 'OWNER' || property.name === 'hubspot_owner_id')
    return owners.map((owner) => ({ value: owner.id, label: nameOf(owner) }));
  if (property.type === 'bool')
    return property.options.length > 0
      ? property.options
      : [
          { value: 'true', label: 'Yes' },
          { value: 'false', label: 'No' },
        ];
  return property.type === 'enumeration' ? property.options : null;
}

export function nameOf({ firstName = '', lastName = '', email, id }: Owner): string {
  const name = `${firstName} ${lastName}`.trim();
  return name === '' ? (email ?? id) : name;
}
