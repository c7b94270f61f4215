import * as associations from '@hubspot/api-client/lib/codegen/crm/associations/v4/index.js';
import * as objects from '@hubspot/api-client/lib/codegen/crm/objects/index.js';
import { CrmError } from './crm-error.ts';
import type { Transport } from './transport.ts';

/** What every generated part of the SDK knows of a request; their classes are equal and yet not the same. */
type SdkRequest = { getUrl(): string; getHttpMethod(): string; getBody(): unknown };

/**
 * HubSpot's SDK over our transport: its request building and answer types, none of its own retries, limiter or fetch.
 * Deep imports, because the SDK's client loads every API it has.
 */
export function connectSdk(transport: Transport) {
  const send = async (request: SdkRequest) => {
    const url = new URL(request.getUrl());
    const body = request.getBody();
    const answer = await transport.send({ method: request.getHttpMethod(), path: url.pathname + url.search, body: typeof body === 'string' ? body : undefined });
    const text = answer.body.toString('utf8');
    if (!isJson(text)) throw new CrmError('unintelligible', { request: `${request.getHttpMethod()} ${url.pathname}`, status: answer.status, hubspotCorrelationId: null, scopes: [], properties: [] });
    return new objects.ResponseContext(answer.status, answer.headers, { text: () => Promise.resolve(text), binary: () => Promise.resolve(answer.body) });
  };
  const objectsConfiguration = objects.createConfiguration({ baseServer: new objects.ServerConfiguration(transport.origin, {}), httpApi: objects.wrapHttpLibrary({ send }) });
  const associationsConfiguration = associations.createConfiguration({ baseServer: new associations.ServerConfiguration(transport.origin, {}), httpApi: associations.wrapHttpLibrary({ send }) });
  return {
    records: new objects.BasicApi(objectsConfiguration),
    batches: new objects.BatchApi(objectsConfiguration),
    associations: new associations.BasicApi(associationsConfiguration),
  };
}

/** A batch read of records by id or by a unique property. */
export function batchReadInput(ids: readonly string[], properties: readonly string[], idProperty?: string) {
  const inputs = ids.map((id) => Object.assign(new objects.SimplePublicObjectId(), { id }));
  const unique = idProperty === undefined ? {} : { idProperty };
  return Object.assign(new objects.BatchReadInputSimplePublicObjectId(), { inputs, properties: [...properties], propertiesWithHistory: [], ...unique });
}

/** Property values to write. */
export function updateInput(properties: Readonly<Record<string, string>>) {
  return Object.assign(new objects.SimplePublicObjectInput(), { properties: { ...properties } });
}

/** A proxy's page in place of an answer would make the SDK throw an error that quotes it. */
function isJson(text: string): boolean {
  if (text === '') return true;
  try {
    JSON.parse(text);
    return true;
  } catch (error) {
    if (error instanceof SyntaxError) return false;
    throw error;
  }
}
