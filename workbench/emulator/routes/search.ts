import * as z from 'zod/mini';
import { invalidRequest, problemWithRequest } from '../errors.ts';
import { wireRecord } from '../formatters.ts';
import { limits } from '../limits.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf, readBody } from '../operation.ts';
import { objectsPaths } from '../paths.ts';
import { indexTable, textTable, valueColumn } from '../store/search-index.ts';
import { every, filterCondition, freeTextCondition, searchOperators, some } from '../store/search-query.ts';
import type { Condition, SearchFilter } from '../store/search-query.ts';
import { ownerFence } from '../tokens.ts';
import { indexedAs } from '../values/search-value.ts';

export const searchOperations: readonly Operation[] = [
  { method: 'POST', paths: objectsPaths('/search'), handle: search },
];

const textSchema = z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String));
const filterSchema = z.object({
  propertyName: z.string(),
  operator: z.enum(searchOperators),
  value: z.optional(textSchema),
  highValue: z.optional(textSchema),
  values: z.optional(z.array(textSchema)),
});
const sortSchema = z.union([
  z.string(),
  z.object({ propertyName: z.string(), direction: z.optional(z.enum(['ASCENDING', 'DESCENDING'])) }),
]);
const searchSchema = z.object({
  filterGroups: z.optional(z.array(z.object({ filters: z.array(filterSchema) }))),
  /** Filters outside a group are a group of their own. */
  filters: z.optional(z.array(filterSchema)),
  sorts: z.optional(z.array(sortSchema)),
  query: z.optional(z.string()),
  properties: z.optional(z.array(z.string())),
  limit: z.optional(z.int()),
  after: z.optional(z.nullable(z.union([z.string(), z.number()]))),
});
type SearchRequest = z.infer<typeof searchSchema>;

function search(call: Call): Reply {
  const kind = kindOf(call, 'read');
  if (call.bodyText.length > limits.searchBodyCharacters)
    throw invalidRequest(
      `The request body has ${call.bodyText.length} characters; search takes ${limits.searchBodyCharacters} at most.`,
    );
  const request = readBody(call, searchSchema);
  const { limit, after } = pageOf(request);
  const { total, ids } = find(call, kind, request, { limit, after });
  const records = call.store.records.read(kind, ids);
  const shown = {
    properties: request.properties === undefined || request.properties.length === 0 ? null : request.properties,
    history: [],
  };
  const results = records.map((record) => wireRecord(call.store, kind, record, shown));
  return {
    status: 200,
    body: { total, results, ...(after + limit < total ? { paging: { next: { after: String(after + limit) } } } : {}) },
  };
}

/** One pass over the index for both the total and the page. */
function find(
  call: Call,
  kind: ObjectKind,
  request: SearchRequest,
  page: { readonly limit: number; readonly after: number },
): { readonly total: number; readonly ids: readonly number[] } {
  const { database } = call.store;
  const { sql, parameters } = conditionOf(call, kind, request);
  const { key, order } = orderOf(call, kind, request);
  const matches = `WITH matches AS MATERIALIZED (SELECT id, ${key} AS sort_key FROM ${indexTable(kind.typeId)} WHERE ${sql})`;
  const rows = database.all(
    `${matches} SELECT id, (SELECT count(*) FROM matches) AS total FROM matches ORDER BY ${order} LIMIT ? OFFSET ?`,
    [...parameters, page.limit, page.after],
  );
  // A page without rows has no place for the total.
  const [first = database.get(`${matches} SELECT count(*) AS total FROM matches`, parameters)] = rows;
  return { total: Number(first?.['total']), ids: rows.map((row) => Number(row['id'])) };
}

function pageOf(request: SearchRequest): { readonly limit: number; readonly after: number } {
  const limit = request.limit ?? limits.searchPageDefault;
  const after = Number(request.after ?? 0);
  if (limit < 0 || limit > limits.searchPage)
    throw invalidRequest(`The limit ${limit} is not between 0 and ${limits.searchPage}.`);
  if (!Number.isInteger(after) || after < 0 || after + limit > limits.searchWindow) throw problemWithRequest();
  return { limit, after };
}

function conditionOf(call: Call, kind: ObjectKind, request: SearchRequest): Condition {
  const groups = [
    ...(request.filterGroups ?? []),
    ...(request.filters === undefined ? [] : [{ filters: request.filters }]),
  ].map(({ filters }) => filters);
  const count = groups.reduce((sum, filters) => sum + filters.length, 0);
  if (groups.length > limits.searchFilterGroups)
    throw invalidRequest(`There are ${groups.length} filter groups; ${limits.searchFilterGroups} are allowed.`);
  if (count > limits.searchFilters || groups.some((filters) => filters.length > limits.searchFiltersPerGroup)) {
    throw invalidRequest(
      `There are too many filters: ${limits.searchFiltersPerGroup} are allowed in a group and ${limits.searchFilters} in all.`,
    );
  }
  const conditions: Condition[] = [];
  if (groups.length > 0)
    conditions.push(some(groups.map((filters) => every(filters.map((filter) => conditionOn(call, kind, filter))))));
  if (request.query !== undefined && request.query.trim() !== '')
    conditions.push(freeTextCondition(kind, call.store.properties.live(kind.typeId), request.query));
  const ownerId = ownerFence(call.actor, kind);
  if (ownerId !== null) conditions.push({ sql: `${valueColumn('hubspot_owner_id')} = ?`, parameters: [ownerId] });
  return every(conditions);
}

function conditionOn(call: Call, kind: ObjectKind, filter: SearchFilter): Condition {
  const linkedTo = /^associations\.(.+)$/.exec(filter.propertyName)?.[1];
  if (linkedTo !== undefined) return linkCondition(kind, call.store.kinds.resolve(linkedTo), filter);
  const property = call.store.properties.live(kind.typeId).get(filter.propertyName);
  if (property === undefined) throw problemWithRequest();
  return filterCondition(kind.typeId, property, filter);
}

/** `associations.<type>` is searched like a property that holds the linked records' ids. */
function linkCondition(kind: ObjectKind, to: ObjectKind, filter: SearchFilter): Condition {
  const ids = (filter.values ?? [filter.value ?? '']).map(Number);
  // Every link is kept from both sides: from the other record's side it is found without looking through the rest.
  const withOne = `id IN (SELECT to_id FROM associations WHERE from_type = ? AND from_id IN (${ids.map(() => '?').join(', ')}) AND to_type = ?)`;
  const withAny = 'id IN (SELECT from_id FROM associations WHERE from_type = ? AND to_type = ?)';
  switch (filter.operator) {
    case 'EQ':
    case 'IN':
      return { sql: withOne, parameters: [to.typeId, ...ids, kind.typeId] };
    case 'NEQ':
    case 'NOT_IN':
      return { sql: `NOT ${withOne}`, parameters: [to.typeId, ...ids, kind.typeId] };
    case 'HAS_PROPERTY':
      return { sql: withAny, parameters: [kind.typeId, to.typeId] };
    case 'NOT_HAS_PROPERTY':
      return { sql: `NOT ${withAny}`, parameters: [kind.typeId, to.typeId] };
    default:
      throw problemWithRequest();
  }
}

/** Without a sort the oldest come first; records without a value come last either way. */
function orderOf(
  call: Call,
  kind: ObjectKind,
  { sorts = [] }: SearchRequest,
): { readonly key: string; readonly order: string } {
  if (sorts.length > limits.searchSorts)
    throw invalidRequest(`There are ${sorts.length} sorts; ${limits.searchSorts} is allowed.`);
  const [sort] = sorts;
  if (sort === undefined) return { key: 'NULL', order: 'id' };
  const name = typeof sort === 'string' ? sort.replace(/^-/, '') : sort.propertyName;
  const descending = typeof sort === 'string' ? sort.startsWith('-') : sort.direction === 'DESCENDING';
  const property = call.store.properties.live(kind.typeId).get(name);
  if (property === undefined) throw problemWithRequest();
  const index = indexTable(kind.typeId);
  const key =
    indexedAs(property) === 'text'
      ? `(SELECT value FROM ${textTable(kind.typeId, name)} AS sorted WHERE sorted.id = ${index}.id)`
      : valueColumn(name);
  return { key, order: `sort_key ${descending ? 'DESC' : 'ASC'} NULLS LAST, id` };
}
