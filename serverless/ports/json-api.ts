import { parseJson } from '@deal-terms/core/crm';
import type * as z from 'zod/mini';
import { CrmError, isCrmError } from './crm-error.ts';
import type { Transport } from './transport.ts';

/** HubSpot's API as plain JSON, answers checked. Every method throws `CrmError`. */
export type JsonApi = {
  readonly read: <T>(path: string, schema: z.ZodMiniType<T>) => Promise<T>;
  /** Null for what does not exist: that is an answer where definitions are looked for, not a failure. */
  readonly readOrNull: <T>(path: string, schema: z.ZodMiniType<T>) => Promise<T | null>;
  /** A POST whose answer matters. */
  readonly ask: <T>(path: string, body: unknown, schema: z.ZodMiniType<T>) => Promise<T>;
  readonly write: (method: 'POST' | 'PATCH' | 'DELETE', path: string, body?: unknown) => Promise<void>;
};

/**
 * @param transport - where the calls go
 */
export function createJsonApi(transport: Transport): JsonApi {
  const call = async <T>(
    method: 'GET' | 'POST',
    path: string,
    body: string | undefined,
    schema: z.ZodMiniType<T>,
  ): Promise<T> => {
    const answer = await transport.send({ method, path, body });
    const parsed = schema.safeParse(parseJson(answer.body.toString('utf8')));
    if (parsed.success) return parsed.data;
    throw new CrmError('unintelligible', {
      request: `${method} ${path.split('?')[0] ?? path}`,
      status: answer.status,
    });
  };
  const read: JsonApi['read'] = (path, schema) => call('GET', path, undefined, schema);
  return {
    read,
    readOrNull: async (path, schema) => {
      try {
        return await read(path, schema);
      } catch (error) {
        if (isCrmError(error) && (error.kind === 'not_found' || error.kind === 'not_installed')) return null;
        throw error;
      }
    },
    ask: (path, body, schema) => call('POST', path, JSON.stringify(body), schema),
    write: async (method, path, body) => {
      const answer = await transport.send({
        method,
        path,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = answer.body.toString('utf8');
      // A proxy's page in place of an answer says nothing of what became of the write; no body at all is an answer.
      if (text !== '' && parseJson(text) === undefined)
        throw new CrmError('unintelligible', { request: `${method} ${path}`, status: answer.status });
    },
  };
}
