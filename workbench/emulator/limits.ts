/** HubSpot's documented limits, an Enterprise account's where they differ, in one table. Units are in the names. */
export const limits = {
  /** Ours: no figure of HubSpot's is known. */
  requestBodyBytes: 20_000_000,
  pageRecords: 100,
  pageRecordsWithHistory: 50,
  batchInputs: 100,
  associationBatchInputs: 1_000,
  associationPage: 500,
  searchPage: 200,
  searchPageDefault: 10,
  searchWindow: 10_000,
  searchFilterGroups: 5,
  searchFiltersPerGroup: 6,
  searchFilters: 18,
  searchSorts: 1,
  searchBodyCharacters: 3_000,
  /** Only this much of a text value can be found by search. */
  searchableTextCharacters: 3_000,
  textCharacters: 65_536,
  propertiesPerObject: 1_000,
  uniquePropertiesPerObject: 10,
  customObjectTypes: 10,
  pipelinesPerObject: 100,
  ownersPage: 500,
  pipelineStages: 100,
  historyEntries: 20,
} as const;
