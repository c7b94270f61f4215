import type * as z from 'zod/mini';
import { invalidRequest } from './errors.ts';
import type { ObjectKind } from './object-types.ts';
import type { Store } from './store/store.ts';
import type { WriteContext } from './store/records.ts';
import type { Actor } from './tokens.ts';
import { changeSource, requireOneScope } from './tokens.ts';

/** One request as an operation sees it. */
export type Call = {
  readonly store: Store;
  readonly actor: Actor;
  /** Epoch milliseconds; the same for everything one request does. */
  readonly now: number;
  /** On a path of the dated family. */
  readonly isDated: boolean;
  readonly parameter: (name: string) => string;
  readonly query: URLSearchParams;
  readonly bodyText: string;
};

/** Status and JSON body; without a body the answer is empty. */
export type Reply = { readonly status: number; readonly body?: unknown };

/** One thing the API can do, on every path it can be asked on. */
export type Operation = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  readonly paths: readonly string[];
  readonly handle: (call: Call) => Reply;
};

/**
 * The request's body.
 *
 * @throws {ApiError} 400 when it is no JSON or has another shape
 */
export function readBody<T>({ bodyText }: Call, schema: z.ZodMiniType<T>): T {
  const parsed = schema.safeParse(parseJson(bodyText));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw invalidRequest(`Invalid input JSON: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'unexpected shape'}`);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) throw invalidRequest(`Invalid input JSON on line 1, column 1: ${error.message}`);
    throw error;
  }
}

/** A list in the query: repeated, separated by commas, or both. */
export function listParameter({ query }: Call, name: string): string[] {
  return query
    .getAll(name)
    .flatMap((value) => value.split(','))
    .map((value) => value.trim())
    .filter((value) => value !== '');
}

/** @throws {ApiError} 400 when it is no whole number from 1 to `most` */
export function limitParameter({ query }: Call, standard: number, most: number): number {
  const text = query.get('limit');
  if (text === null) return standard;
  const limit = Number(text);
  if (!/^\d+$/.test(text) || limit < 1 || limit > most)
    throw invalidRequest(`Invalid value for limit: ${text}. It must be between 1 and ${most}.`);
  return limit;
}

type Access = 'read' | 'write' | 'schemaRead' | 'schemaWrite' | 'propertyRead';

/**
 * The object type the path names.
 *
 * @throws {ApiError} 400, 501, or 403 when the token may not do this to records of the type
 */
export function kindOf(call: Call, access: Access, parameter = 'objectType'): ObjectKind {
  const kind = call.store.kinds.resolve(call.parameter(parameter));
  const scopes: Readonly<Record<Access, readonly [string, ...string[]]>> = {
    read: [kind.readScope],
    write: [kind.writeScope],
    schemaRead: [kind.schemaReadScope],
    schemaWrite: [kind.schemaWriteScope],
    // Whoever may read records may read what their properties are called.
    propertyRead: [kind.readScope, kind.schemaReadScope],
  };
  requireOneScope(call.actor, scopes[access]);
  return kind;
}

export function writeContext({ now, actor, isDated }: Call): WriteContext {
  return { at: now, source: changeSource(actor), normalizesDates: isDated };
}
