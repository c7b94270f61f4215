import { ApiError, invalidRequest } from '../errors.ts';
import type { PropertyOption, PropertyType, StandardProperty } from '../standard-properties/property-row.ts';
import type { Database } from './database.ts';

/** A property as the account has it; instants in ISO 8601. */
export type Property = {
  readonly name: string;
  readonly label: string;
  readonly description: string;
  readonly groupName: string;
  readonly type: PropertyType;
  readonly fieldType: string;
  readonly options: readonly PropertyOption[];
  readonly displayOrder: number;
  readonly hidden: boolean;
  readonly formField: boolean;
  readonly hasUniqueValue: boolean;
  readonly hubspotDefined: boolean;
  readonly readOnlyValue: boolean;
  readonly calculated: boolean;
  readonly externalOptions: boolean;
  readonly referencedObjectType?: string;
  readonly showCurrencySymbol?: boolean;
  readonly numberDisplayHint?: string;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly archivedAt?: string;
};

export type PropertyGroup = { readonly name: string; readonly label: string; readonly displayOrder: number };

/** Property definitions and groups of every object type; kept in memory, written through. */
export type PropertyStore = {
  /** Live properties by name, in the order they were defined. */
  readonly live: (typeId: string) => ReadonlyMap<string, Property>;
  readonly archived: (typeId: string) => readonly Property[];
  readonly save: (typeId: string, property: Property) => void;
  /** @throws {ApiError} 409 when there is a live property of the name, 400 when there is no such group */
  readonly checkNew: (typeId: string, property: Property) => void;
  readonly groups: (typeId: string) => readonly PropertyGroup[];
  readonly saveGroup: (typeId: string, group: PropertyGroup) => void;
  readonly removeGroup: (typeId: string, name: string) => void;
  /** Everything of an object type that is no more. */
  readonly forget: (typeId: string) => void;
};

export function createPropertyStore(database: Database): PropertyStore {
  const all = new Map<string, Map<string, Property>>();
  const live = new Map<string, ReadonlyMap<string, Property>>();
  for (const row of database.all('SELECT type_id, body FROM properties ORDER BY position')) {
    const property = JSON.parse(String(row['body'])) as Property;
    ofType(all, String(row['type_id'])).set(property.name, property);
  }
  const save = (typeId: string, property: Property) => {
    live.delete(typeId);
    ofType(all, typeId).set(property.name, property);
    const position = ofType(all, typeId).size;
    database.run(
      'INSERT INTO properties (type_id, name, body, position) VALUES (?, ?, ?, ?) ON CONFLICT (type_id, name) DO UPDATE SET body = excluded.body',
      [typeId, property.name, JSON.stringify(property), position],
    );
  };
  const groups = (typeId: string) =>
    database
      .all('SELECT body FROM property_groups WHERE type_id = ?', [typeId])
      .map((row) => JSON.parse(String(row['body'])) as PropertyGroup);
  return {
    live: (typeId) => {
      const known =
        live.get(typeId) ??
        new Map([...ofType(all, typeId)].filter(([, property]) => property.archivedAt === undefined));
      live.set(typeId, known);
      return known;
    },
    archived: (typeId) => [...ofType(all, typeId).values()].filter((property) => property.archivedAt !== undefined),
    save,
    checkNew: (typeId, property) => {
      const known = ofType(all, typeId).get(property.name);
      if (known !== undefined && known.archivedAt === undefined) throw propertyExists(property.name);
      if (!groups(typeId).some((group) => group.name === property.groupName)) throw unknownGroup(property.groupName);
    },
    groups,
    saveGroup: (typeId, group) =>
      void database.run('INSERT OR REPLACE INTO property_groups (type_id, name, body) VALUES (?, ?, ?)', [
        typeId,
        group.name,
        JSON.stringify(group),
      ]),
    removeGroup: (typeId, name) =>
      void database.run('DELETE FROM property_groups WHERE type_id = ? AND name = ?', [typeId, name]),
    forget: (typeId) => {
      all.delete(typeId);
      live.delete(typeId);
      database.run('DELETE FROM properties WHERE type_id = ?', [typeId]);
      database.run('DELETE FROM property_groups WHERE type_id = ?', [typeId]);
    },
  };
}

function ofType(all: Map<string, Map<string, Property>>, typeId: string): Map<string, Property> {
  const known = all.get(typeId);
  if (known !== undefined) return known;
  const none = new Map<string, Property>();
  all.set(typeId, none);
  return none;
}

export const propertyExists = (name: string) =>
  new ApiError(409, {
    message: `A property named '${name}' already exists.`,
    category: 'OBJECT_ALREADY_EXISTS',
    subCategory: 'Properties.PROPERTY_WITH_NAME_EXISTS',
    context: { propertyName: [name] },
  });

export const unknownGroup = (name: string) =>
  invalidRequest(`Property group with name '${name}' does not exist.`, {
    subCategory: 'PropertyValidationError.PROPERTY_GROUP_DOES_NOT_EXIST',
    context: { groupName: [name] },
  });

/** A property HubSpot defines, as an account has it from its first day. */
export function hubspotDefined(property: StandardProperty, at: string): Property {
  return {
    ...property,
    description: '',
    displayOrder: -1,
    hidden: false,
    formField: false,
    hubspotDefined: true,
    createdAt: at,
    updatedAt: at,
  };
}
