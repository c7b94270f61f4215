/** HubSpot's documented limits, in one table. Units are in the names. */
export const limits = {
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
  uniquePropertiesPerObject: 10,
  ownersPage: 500,
  pipelineStages: 100,
  historyEntries: 20,
} as const;
