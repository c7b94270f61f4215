import * as objects from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import { CrmError } from './crm-error.ts';
import { sendThrough } from './sdk-http.ts';
import type { Transport } from './transport.ts';

/** HubSpot's API of records of any type, as its SDK has it. */
export function connectRecords(transport: Transport) {
  const configuration = objects.createConfiguration({
    baseServer: new objects.ServerConfiguration(transport.origin, {}),
    httpApi: objects.wrapHttpLibrary({ send: sendThrough(transport, objects.ResponseContext) }),
  });
  return { single: new objects.BasicApi(configuration), batch: new objects.BatchApi(configuration) };
}

/** Property values to write. */
export function updateInput(properties: Readonly<Record<string, string>>) {
  return Object.assign(new objects.SimplePublicObjectInput(), { properties: { ...properties } });
}

/**
 * Records by id or by a unique property, at most 100; those that do not exist are left out.
 *
 * @throws {CrmError}
 */
export async function readBatch({ batch }: ReturnType<typeof connectRecords>, objectType: string, ids: readonly string[], properties: readonly string[], idProperty?: string) {
  const inputs = ids.map((id) => Object.assign(new objects.SimplePublicObjectId(), { id }));
  const unique = idProperty === undefined ? {} : { idProperty };
  const input = Object.assign(new objects.BatchReadInputSimplePublicObjectId(), { inputs, properties: [...properties], propertiesWithHistory: [], ...unique });
  const answer = await batch.read(objectType, input);
  const faults = 'errors' in answer ? (answer.errors ?? []) : [];
  if (faults.every((fault) => fault.category === 'OBJECT_NOT_FOUND')) return answer.results;
  throw new CrmError('unintelligible', { request: `POST ${objectType}/batch/read`, status: 207, hubspotCorrelationId: null, scopes: [], properties: [] });
}
