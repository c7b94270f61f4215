import { ApiError } from '../errors.ts';
import type { Shown } from '../formatters.ts';
import { iso, wireRecord, writtenRecord } from '../formatters.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { kindOf, readBody } from '../operation.ts';
import { objectsPaths } from '../paths.ts';
import type { StoredRecord } from '../store/records.ts';
import { findRecord, requireUniqueProperty } from './record-access.ts';
import {
  batchArchiveSchema,
  batchCreateSchema,
  batchReadSchema,
  batchUpdateSchema,
  batchUpsertSchema,
  checkAddresses,
  checkBatchSize,
} from './record-bodies.ts';
import { archiveRecord, createRecord, updateRecord } from './record-writes.ts';

/** Up to a hundred records in one request. */
export const recordBatchOperations: readonly Operation[] = [
  { method: 'POST', paths: objectsPaths('/batch/read'), handle: readBatch },
  { method: 'POST', paths: objectsPaths('/batch/create'), handle: createBatch },
  { method: 'POST', paths: objectsPaths('/batch/update'), handle: updateBatch },
  { method: 'POST', paths: objectsPaths('/batch/upsert'), handle: upsertBatch },
  { method: 'POST', paths: objectsPaths('/batch/archive'), handle: archiveBatch },
];

/** An input that failed while others did not. */
type BatchError = {
  readonly status: 'error';
  readonly category: string;
  readonly message: string;
  readonly context: Readonly<Record<string, readonly string[]>>;
  readonly errors: readonly unknown[];
  readonly links: object;
};
/** An input done: null when its record is not there; an input that names a trace may fail alone. */
type Outcome<T> = {
  readonly id: string;
  readonly trace: string | undefined;
  readonly result: T | null;
  readonly error: ApiError | null;
};

function readBatch(call: Call): Reply {
  const kind = kindOf(call, 'read');
  const { inputs, properties, propertiesWithHistory, idProperty } = readBody(call, batchReadSchema);
  checkBatchSize(inputs);
  if (idProperty != null) requireUniqueProperty(call, kind, idProperty);
  const shown: Shown = {
    properties: properties === undefined || properties.length === 0 ? null : properties,
    history: propertiesWithHistory ?? [],
  };
  const found = new Map<number, StoredRecord>();
  const missing: string[] = [];
  for (const { id } of inputs) {
    const record = findRecord(call, kind, id, idProperty ?? null);
    if (record === null) missing.push(id);
    else found.set(record.id, record);
  }
  const results = [...found.values()].map((record) => wireRecord(call.store, kind, record, shown));
  return complete(call, 200, results, missing.length === 0 ? [] : [notFound(kind, missing)]);
}

function createBatch(call: Call): Reply {
  const kind = kindOf(call, 'write');
  const { inputs } = readBody(call, batchCreateSchema);
  checkBatchSize(inputs);
  const outcomes = eachInput(call, inputs, (input) => ({
    id: '',
    trace: input.objectWriteTraceId,
    write: () => createRecord(call, kind, input),
  }));
  // In no order that could be relied on: whoever needs to know which is which gives each a trace.
  const results = resultsOf(outcomes, (record) => writtenRecord(call.store, kind, record)).reverse();
  return complete(call, 201, results, errorsOf(kind, outcomes));
}

function updateBatch(call: Call): Reply {
  const kind = kindOf(call, 'write');
  const { inputs } = readBody(call, batchUpdateSchema);
  checkBatchSize(inputs);
  checkAddresses(inputs);
  const outcomes = eachInput(call, inputs, ({ id, idProperty, properties, objectWriteTraceId }) => ({
    id,
    trace: objectWriteTraceId,
    write: () => {
      const record = findRecord(call, kind, id, idProperty ?? null);
      return record === null ? null : updateRecord(call, kind, record, properties);
    },
  }));
  return complete(
    call,
    200,
    resultsOf(outcomes, (record) => writtenRecord(call.store, kind, record)),
    errorsOf(kind, outcomes),
  );
}

/** Writes the record that has the unique value, or makes one that has. */
function upsertBatch(call: Call): Reply {
  const kind = kindOf(call, 'write');
  const { inputs } = readBody(call, batchUpsertSchema);
  checkBatchSize(inputs);
  checkAddresses(inputs);
  const outcomes = eachInput(call, inputs, ({ id, idProperty, properties, objectWriteTraceId }) => ({
    id,
    trace: objectWriteTraceId,
    write: () => {
      const record = findRecord(call, kind, id, idProperty ?? null);
      if (record !== null) return { isNew: false, record: updateRecord(call, kind, record, properties) };
      if (idProperty == null) return null;
      return { isNew: true, record: createRecord(call, kind, { properties: { ...properties, [idProperty]: id } }) };
    },
  }));
  return complete(
    call,
    200,
    resultsOf(outcomes, ({ record, isNew }) => ({ ...writtenRecord(call.store, kind, record), new: isNew })),
    errorsOf(kind, outcomes),
  );
}

function archiveBatch(call: Call): Reply {
  const kind = kindOf(call, 'write');
  const { inputs } = readBody(call, batchArchiveSchema);
  checkBatchSize(inputs);
  call.store.database.transaction(() => {
    for (const { id } of inputs) {
      const record = findRecord(call, kind, id, null);
      if (record !== null) archiveRecord(call, kind, record);
    }
  });
  return { status: 204 };
}

/** All inputs or none, except that an input with a trace id fails alone. */
function eachInput<Input, T>(
  call: Call,
  inputs: readonly Input[],
  plan: (input: Input) => { readonly id: string; readonly trace: string | undefined; readonly write: () => T | null },
): Outcome<T>[] {
  return call.store.database.transaction(() =>
    inputs.map((input) => {
      const { id, trace, write } = plan(input);
      if (trace === undefined) return { id, trace, result: write(), error: null };
      try {
        return { id, trace, result: call.store.database.transaction(write), error: null };
      } catch (error) {
        if (error instanceof ApiError) return { id, trace, result: null, error };
        throw error;
      }
    }),
  );
}

/** Each with the trace it was sent with. */
function resultsOf<T>(outcomes: readonly Outcome<T>[], wire: (result: T) => object): unknown[] {
  return outcomes.flatMap(({ result, trace }) =>
    result === null ? [] : [{ ...wire(result), ...(trace === undefined ? {} : { objectWriteTraceId: trace }) }],
  );
}

function errorsOf(kind: ObjectKind, outcomes: readonly Outcome<unknown>[]): BatchError[] {
  const missing = outcomes.filter(({ result, error }) => result === null && error === null);
  const untraced = missing.filter(({ trace }) => trace === undefined).map(({ id }) => id);
  return [
    ...(untraced.length === 0 ? [] : [notFound(kind, untraced)]),
    ...missing.flatMap(({ id, trace }) => (trace === undefined ? [] : [notFound(kind, [id], trace)])),
    ...outcomes.flatMap(({ error, trace }) => (error === null || trace === undefined ? [] : [failed(error, trace)])),
  ];
}

function notFound(kind: ObjectKind, ids: readonly string[], trace?: string): BatchError {
  const message = `Could not get some ${kind.messageName} objects, they may be deleted or not exist. Check that ids are valid.`;
  return {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message,
    context: { ids, ...(trace === undefined ? {} : { objectWriteTraceId: [trace] }) },
    errors: [],
    links: {},
  };
}

function failed({ body }: ApiError, trace: string): BatchError {
  return {
    status: 'error',
    category: body.category ?? 'VALIDATION_ERROR',
    message: body.message,
    context: { ...body.context, objectWriteTraceId: [trace] },
    errors: body.errors ?? [],
    links: {},
  };
}

function complete(call: Call, status: number, results: readonly unknown[], errors: readonly BatchError[]): Reply {
  const at = iso(call.now);
  const body = { status: 'COMPLETE', results, startedAt: at, completedAt: at };
  return errors.length === 0 ? { status, body } : { status: 207, body: { ...body, numErrors: errors.length, errors } };
}
