import { notEmulated, unknownObjectType } from '../errors.ts';
import { customKind, otherHubSpotTypes, standardKinds } from '../object-types.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Database } from './database.ts';
import type { SettingsStore } from './settings.ts';

/** A custom object's schema, without its properties; instants in ISO 8601. */
export type CustomSchema = {
  readonly typeId: string;
  readonly name: string;
  readonly description: string | null;
  readonly labels: { readonly singular?: string | undefined; readonly plural?: string | undefined };
  readonly primaryDisplayProperty: string | null;
  readonly secondaryDisplayProperties: readonly string[];
  readonly requiredProperties: readonly string[];
  readonly searchableProperties: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly createdByUserId: number;
  readonly updatedByUserId: number;
  readonly archivedAt?: string;
};

export type ObjectKindStore = {
  /**
   * The kind an API path names: `deals`, `deal`, `0-3`, and for custom objects `p_<name>`, `p<portal>_<name>`, `2-<number>`.
   *
   * @throws {ApiError} 400 for a name nobody knows, 501 for an object type of HubSpot's that is not emulated
   */
  readonly resolve: (nameInPath: string) => ObjectKind;
  readonly all: () => readonly ObjectKind[];
  /** Live ones. */
  readonly schemas: () => readonly CustomSchema[];
  readonly archivedSchemas: () => readonly CustomSchema[];
  /** @returns the schema with the type id it was given */
  readonly addSchema: (schema: Omit<CustomSchema, 'typeId'>) => CustomSchema;
  readonly saveSchema: (schema: CustomSchema) => void;
  /** Gone for good; its name is free. */
  readonly purgeSchema: (typeId: string) => void;
};

export function createObjectKindStore(database: Database, settings: SettingsStore): ObjectKindStore {
  let schemas: readonly CustomSchema[] = database
    .all('SELECT number, body FROM schemas ORDER BY number')
    .map((row) => schemaOf(Number(row['number']), String(row['body'])));
  const live = () => schemas.filter(({ archivedAt }) => archivedAt === undefined);
  const customKinds = () => live().map((schema) => customKind({ ...schema, portalId: settings.account().portalId }));
  let custom = customKinds();
  const set = (next: typeof schemas) => {
    schemas = next;
    custom = customKinds();
  };
  return {
    resolve: (nameInPath) => {
      const name = nameInPath.toLowerCase();
      const kind =
        standardKinds.find((standard) => [standard.plural, standard.singular, standard.typeId].includes(name)) ??
        custom.find((kindOfCustom) => namesOf(kindOfCustom).includes(name));
      if (kind !== undefined) return kind;
      throw otherHubSpotTypes.has(name) ? notEmulated(`The object type ${nameInPath}`) : unknownObjectType(nameInPath);
    },
    all: () => [...standardKinds, ...custom],
    schemas: live,
    archivedSchemas: () => schemas.filter(({ archivedAt }) => archivedAt !== undefined),
    addSchema: (schema) => {
      const { lastInsertRowid } = database.run('INSERT INTO schemas (name, body) VALUES (?, ?)', [
        schema.name,
        JSON.stringify(schema),
      ]);
      const added = { ...schema, typeId: typeIdOf(lastInsertRowid) };
      set([...schemas, added]);
      return added;
    },
    saveSchema: (schema) => {
      database.run('UPDATE schemas SET body = ? WHERE number = ?', [JSON.stringify(schema), numberOf(schema.typeId)]);
      set(schemas.map((known) => (known.typeId === schema.typeId ? schema : known)));
    },
    purgeSchema: (typeId) => {
      database.run('DELETE FROM schemas WHERE number = ?', [numberOf(typeId)]);
      set(schemas.filter((schema) => schema.typeId !== typeId));
    },
  };
}

const namesOf = (kind: ObjectKind) => [`p_${kind.plural}`, kind.fullyQualifiedName.toLowerCase(), kind.typeId];
const typeIdOf = (number: number) => `2-${number}`;
const numberOf = (typeId: string) => Number(typeId.slice('2-'.length));
const schemaOf = (number: number, body: string) => ({
  ...(JSON.parse(body) as Omit<CustomSchema, 'typeId'>),
  typeId: typeIdOf(number),
});
