import { invalidRequest, recordNotFound } from '../errors.ts';
import type { Shown } from '../formatters.ts';
import { wireRecord, writtenRecord } from '../formatters.ts';
import { limits } from '../limits.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf, limitParameter, listParameter, readBody } from '../operation.ts';
import { objectsPaths } from '../paths.ts';
import { ownerFence, requireVisible } from '../tokens.ts';
import { findRecord, isRecordId, requireRecord } from './record-access.ts';
import { createSchema, updateSchema } from './record-bodies.ts';
import { archiveRecord, createRecord, updateRecord } from './record-writes.ts';
import { wireAssociations } from './wire-associations.ts';

/** Records one at a time: list, create, read, update, archive. */
export const recordOperations: readonly Operation[] = [
  { method: 'GET', paths: objectsPaths(''), handle: listRecords },
  { method: 'POST', paths: objectsPaths(''), handle: create },
  { method: 'GET', paths: objectsPaths('/:objectId'), handle: readRecord },
  { method: 'PATCH', paths: objectsPaths('/:objectId'), handle: update },
  { method: 'DELETE', paths: objectsPaths('/:objectId'), handle: archive },
];

function listRecords(call: Call): Reply {
  const kind = kindOf(call, 'read');
  const shown = shownBy(call);
  const limit = limitParameter(call, 10, shown.history.length > 0 ? limits.pageRecordsWithHistory : limits.pageRecords);
  const after = call.query.get('after') ?? '0';
  if (!isRecordId(after)) throw invalidRequest(`Invalid value for after: ${after}`);
  const archived = call.query.get('archived') === 'true';
  const found = call.store.records.list(kind, {
    afterId: Number(after),
    limit: limit + 1,
    archived,
    ownerId: ownerFence(call.actor, kind),
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  const results = page.map((record) => ({
    ...wireRecord(call.store, kind, record, shown),
    ...wireAssociations(call, kind, record.id),
  }));
  return {
    status: 200,
    body: {
      results,
      ...(found.length > limit && last !== undefined
        ? { paging: { next: { after: String(last.id), link: nextLink(call, last.id) } } }
        : {}),
    },
  };
}

function nextLink(call: Call, after: number): string {
  const query = new URLSearchParams(call.query);
  query.set('after', String(after));
  return `?${query.toString()}`;
}

function create(call: Call): Reply {
  const kind = kindOf(call, 'write');
  const input = readBody(call, createSchema);
  const record = call.store.database.transaction(() => createRecord(call, kind, input));
  return { status: 201, body: writtenRecord(call.store, kind, record) };
}

function readRecord(call: Call): Reply {
  const kind = kindOf(call, 'read');
  const id = call.parameter('objectId');
  const record =
    call.query.get('archived') === 'true'
      ? archivedRecord(call, id)
      : requireRecord(call, kind, id, call.query.get('idProperty'));
  return {
    status: 200,
    body: { ...wireRecord(call.store, kind, record, shownBy(call)), ...wireAssociations(call, kind, record.id) },
  };
}

function archivedRecord(call: Call, id: string) {
  const kind = kindOf(call, 'read');
  const record = isRecordId(id) ? call.store.records.readArchived(kind, Number(id)) : null;
  if (record === null) throw recordNotFound(id);
  return requireVisible(call.actor, kind, record);
}

function update(call: Call): Reply {
  const kind = kindOf(call, 'write');
  const { properties } = readBody(call, updateSchema);
  const record = requireRecord(call, kind, call.parameter('objectId'), call.query.get('idProperty'));
  if (Object.keys(properties).length === 0)
    throw invalidRequest('No properties found to update, please provide at least one.', {
      context: { properties: ['{}'] },
    });
  const updated = call.store.database.transaction(() => updateRecord(call, kind, record, properties));
  return { status: 200, body: writtenRecord(call.store, kind, updated) };
}

/** Archiving what is not there is no error. */
function archive(call: Call): Reply {
  const kind = kindOf(call, 'write');
  const record = findRecord(call, kind, call.parameter('objectId'), null);
  if (record !== null) call.store.database.transaction(() => archiveRecord(call, kind, record));
  return { status: 204 };
}

function shownBy(call: Call): Shown {
  const properties = listParameter(call, 'properties');
  return {
    properties: properties.length === 0 ? null : properties,
    history: listParameter(call, 'propertiesWithHistory'),
  };
}
