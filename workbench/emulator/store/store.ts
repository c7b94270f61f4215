import { standardKinds } from '../object-types.ts';
import { createAssociationStore } from './associations.ts';
import type { AssociationStore } from './associations.ts';
import type { Database } from './database.ts';
import { openDatabase } from './database.ts';
import { createHistoryStore } from './history.ts';
import type { HistoryStore } from './history.ts';
import { createObjectKindStore } from './object-kinds.ts';
import type { ObjectKindStore } from './object-kinds.ts';
import { createOwnerStore } from './owners.ts';
import type { OwnerStore } from './owners.ts';
import { createPipelineStore, salesPipeline, supportPipeline } from './pipelines.ts';
import type { PipelineStore } from './pipelines.ts';
import { createPropertyStore, hubspotDefined } from './property-definitions.ts';
import type { PropertyStore } from './property-definitions.ts';
import { createRecordStore } from './records.ts';
import type { RecordStore } from './records.ts';
import { createSchemaReads } from './schema-reads.ts';
import type { SchemaReads } from './schema-reads.ts';
import { createSearchIndex } from './search-index.ts';
import type { SearchIndex } from './search-index.ts';
import type { SearchLag } from './search-lag.ts';
import { createSettingsStore } from './settings.ts';
import type { SettingsStore } from './settings.ts';
import { createTables, dropTables } from './tables.ts';
import { createUniqueValues } from './unique-values.ts';

/** One account's data, in one file. */
export type Store = {
  readonly database: Database;
  readonly settings: SettingsStore;
  readonly kinds: ObjectKindStore;
  readonly schemaReads: SchemaReads;
  readonly properties: PropertyStore;
  readonly pipelines: PipelineStore;
  readonly owners: OwnerStore;
  readonly history: HistoryStore;
  readonly searchIndex: SearchIndex;
  readonly records: RecordStore;
  readonly associations: AssociationStore;
};

/**
 * Opens the file and puts into a new one what every account has.
 *
 * @param now - epoch milliseconds
 */
export function openStore(file: string, now: number, searchLag: SearchLag): Store {
  const database = openDatabase(file);
  database.undoWith(searchLag.mark);
  return fill(database, now, searchLag);
}

/** Empties the file; the store given must not be used any more. */
export function resetStore({ database }: Store, now: number, searchLag: SearchLag): Store {
  dropTables(database);
  return fill(database, now, searchLag);
}

function fill(database: Database, now: number, searchLag: SearchLag): Store {
  createTables(database);
  return database.transaction(() => {
    const settings = createSettingsStore(database);
    const kinds = createObjectKindStore(database, settings);
    const properties = createPropertyStore(database);
    const pipelines = createPipelineStore(database);
    const owners = createOwnerStore(database);
    const history = createHistoryStore(database);
    const searchIndex = searchLag.behind(createSearchIndex(database));
    const uniqueValues = createUniqueValues(database, properties, settings);
    const records = createRecordStore({
      database,
      settings,
      properties,
      pipelines,
      owners,
      history,
      searchIndex,
      uniqueValues,
    });
    const associations = createAssociationStore(database);
    const store = {
      database,
      settings,
      kinds,
      schemaReads: createSchemaReads(),
      properties,
      pipelines,
      owners,
      history,
      searchIndex,
      records,
      associations,
    };
    addStandardDefinitions(store, new Date(now).toISOString());
    return store;
  });
}

/** Also brings a file of an older version up to date: what it lacks is added, what it has stays. */
function addStandardDefinitions({ kinds, properties, pipelines, searchIndex }: Store, at: string): void {
  for (const { typeId, groups, properties: standard } of standardKinds) {
    for (const [displayOrder, group] of groups.entries()) properties.saveGroup(typeId, { ...group, displayOrder });
    const archived = new Set(properties.archived(typeId).map(({ name }) => name));
    for (const property of standard) {
      if (!properties.live(typeId).has(property.name) && !archived.has(property.name))
        properties.save(typeId, hubspotDefined(property, at));
    }
  }
  for (const { typeId } of kinds.all()) searchIndex.ensure(typeId, properties.live(typeId).values());
  if (pipelines.list('0-3').length === 0) pipelines.save('0-3', salesPipeline(at));
  if (pipelines.list('0-5').length === 0) pipelines.save('0-5', supportPipeline(at));
}
