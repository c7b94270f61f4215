import * as z from 'zod/mini';
import { invalidRequest, problemWithRequest } from '../errors.ts';
import { wireRecord } from '../formatters.ts';
import { limits } from '../limits.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf, readBody } from '../operation.ts';
import { objectsPaths } from '../paths.ts';
import { indexTable, valueColumn } from '../store/search-index.ts';
import { every, filterCondition, freeTextCondition, searchOperators, some } from '../store/search-query.ts';
import type { Condition, SearchFilter } from '../store/search-query.ts';
import { ownerFence } from '../tokens.ts';

export const searchOperations: readonly Operation[] = [{ method: 'POST', paths: objectsPaths('/search'), handle: search }];

const textSchema = z.pipe(z.union([z.string(), z.number(), z.boolean()]), z.transform(String));
const filterSchema = z.object({
  propertyName: z.string(),
  operator: z.enum(searchOperators),
  value: z.optional(textSchema),
  highValue: z.optional(textSchema),
  values: z.optional(z.array(textSchema)),
});
const sortSchema = z.union([z.string(), z.object({ propertyName: z.string(), direction: z.optional(z.enum(['ASCENDING', 'DESCENDING'])) })]);
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
  if (call.bodyText.length > limits.searchBodyCharacters) throw invalidRequest(`The request body has ${call.bodyText.length} characters; search takes ${limits.searchBodyCharacters} at most.`);
  const request = readBody(call, searchSchema);
  const { limit, after } = pageOf(request);
  const { sql, parameters } = conditionOf(call, kind, request);
  const from = `FROM ${indexTable(kind.typeId)} WHERE ${sql}`;
  const total = Number(call.store.database.get(`SELECT count(*) AS total ${from}`, parameters)?.['total']);
  const ids = call.store.database.all(`SELECT id ${from} ORDER BY ${orderOf(call, kind, request)} LIMIT ? OFFSET ?`, [...parameters, limit, after]);
  const records = call.store.records.read(kind, ids.map((row) => Number(row['id'])));
  const shown = { properties: request.properties === undefined || request.properties.length === 0 ? null : request.properties, history: [] };
  const results = records.map((record) => wireRecord(call.store, kind, record, shown));
  return { status: 200, body: { total, results, ...(after + limit < total ? { paging: { next: { after: String(after + limit) } } } : {}) } };
}

function pageOf(request: SearchRequest): { readonly limit: number; readonly after: number } {
  const limit = request.limit ?? limits.searchPageDefault;
  const after = Number(request.after ?? 0);
  if (limit < 0 || limit > limits.searchPage) throw invalidRequest(`The limit ${limit} is not between 0 and ${limits.searchPage}.`);
  if (!Number.isInteger(after) || after < 0 || after + limit > limits.searchWindow) throw problemWithRequest();
  return { limit, after };
}

function conditionOf(call: Call, kind: ObjectKind, request: SearchRequest): Condition {
  const groups = [...(request.filterGroups ?? []), ...(request.filters === undefined ? [] : [{ filters: request.filters }])].map(({ filters }) => filters);
  const count = groups.reduce((sum, filters) => sum + filters.length, 0);
  if (groups.length > limits.searchFilterGroups) throw invalidRequest(`There are ${groups.length} filter groups; ${limits.searchFilterGroups} are allowed.`);
  if (count > limits.searchFilters || groups.some((filters) => filters.length > limits.searchFiltersPerGroup)) {
    throw invalidRequest(`There are too many filters: ${limits.searchFiltersPerGroup} are allowed in a group and ${limits.searchFilters} in all.`);
  }
  const conditions: Condition[] = [];
  if (groups.length > 0) conditions.push(some(groups.map((filters) => every(filters.map((filter) => conditionOn(call, kind, filter))))));
  if (request.query !== undefined && request.query.trim() !== '') conditions.push(freeTextCondition(kind, call.store.properties.live(kind.typeId), request.query));
  const ownerId = ownerFence(call.actor, kind);
  if (ownerId !== null) conditions.push({ sql: `${valueColumn('hubspot_owner_id')} = ?`, parameters: [ownerId] });
  return every(conditions);
}

function conditionOn(call: Call, kind: ObjectKind, filter: SearchFilter): Condition {
  const linkedTo = /^associations\.(.+)$/.exec(filter.propertyName)?.[1];
  if (linkedTo !== undefined) return linkCondition(kind, call.store.kinds.resolve(linkedTo), filter);
  const property = call.store.properties.live(kind.typeId).get(filter.propertyName);
  if (property === undefined) throw problemWithRequest();
  return filterCondition(property, filter);
}

/** `associations.<type>` is searched like a property that holds the linked records' ids. */
function linkCondition(kind: ObjectKind, to: ObjectKind, filter: SearchFilter): Condition {
  const links = 'SELECT from_id FROM associations WHERE from_type = ? AND to_type = ?';
  const ends = [kind.typeId, to.typeId];
  const ids = (filter.values ?? [filter.value ?? '']).map(Number);
  const some = `id IN (${links} AND to_id IN (${ids.map(() => '?').join(', ')}))`;
  switch (filter.operator) {
    case 'EQ':
    case 'IN':
      return { sql: some, parameters: [...ends, ...ids] };
    case 'NEQ':
    case 'NOT_IN':
      return { sql: `NOT ${some}`, parameters: [...ends, ...ids] };
    case 'HAS_PROPERTY':
      return { sql: `id IN (${links})`, parameters: ends };
    case 'NOT_HAS_PROPERTY':
      return { sql: `id NOT IN (${links})`, parameters: ends };
    default:
      throw problemWithRequest();
  }
}

/** Without a sort the oldest come first; records without a value come last either way. */
function orderOf(call: Call, kind: ObjectKind, { sorts = [] }: SearchRequest): string {
  if (sorts.length > limits.searchSorts) throw invalidRequest(`There are ${sorts.length} sorts; ${limits.searchSorts} is allowed.`);
  const [sort] = sorts;
  if (sort === undefined) return 'id';
  const name = typeof sort === 'string' ? sort.replace(/^-/, '') : sort.propertyName;
  const descending = typeof sort === 'string' ? sort.startsWith('-') : sort.direction === 'DESCENDING';
  if (!call.store.properties.live(kind.typeId).has(name)) throw problemWithRequest();
  if (name === 'hs_object_id') return descending ? 'id DESC' : 'id';
  return descending ? `${valueColumn(name)} DESC, id` : `${valueColumn(name)} ASC NULLS LAST, id`;
}
