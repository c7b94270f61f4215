import {
  BatchApiRequestFactory,
  BatchApiResponseProcessor,
} from '@hubspot/api-client/lib/codegen/crm/objects/apis/BatchApi.js';
import type { Configuration } from '@hubspot/api-client/lib/codegen/crm/objects/configuration.js';
import { wrapHttpLibrary } from '@hubspot/api-client/lib/codegen/crm/objects/http/http.js';
import { BatchInputSimplePublicObjectBatchInput } from '@hubspot/api-client/lib/codegen/crm/objects/models/BatchInputSimplePublicObjectBatchInput.js';
import { BatchReadInputSimplePublicObjectId } from '@hubspot/api-client/lib/codegen/crm/objects/models/BatchReadInputSimplePublicObjectId.js';
import { SimplePublicObjectBatchInput } from '@hubspot/api-client/lib/codegen/crm/objects/models/SimplePublicObjectBatchInput.js';
import { SimplePublicObjectId } from '@hubspot/api-client/lib/codegen/crm/objects/models/SimplePublicObjectId.js';
import { ServerConfiguration } from '@hubspot/api-client/lib/codegen/crm/objects/servers.js';
import { CrmError } from './crm-error.ts';
import { answerOf, sendThrough } from './sdk-http.ts';
import type { Transport } from './transport.ts';

type Values = Readonly<Record<string, string>>;

/** What the SDK's parts for records of any type send by. */
export function recordsConfiguration(transport: Transport): Configuration {
  return {
    baseServer: new ServerConfiguration(transport.origin, {}),
    httpApi: wrapHttpLibrary({ send: sendThrough(transport) }),
    middleware: [],
    authMethods: {},
  };
}

/**
 * HubSpot's API of records of any type, as its SDK builds and reads it. Every method is one call and throws `CrmError`.
 *
 * @param transport - where the calls go
 */
export function connectRecords(transport: Transport) {
  const configuration = recordsConfiguration(transport);
  const request = new BatchApiRequestFactory(configuration);
  const answer = new BatchApiResponseProcessor();
  return {
    updateBatch: (objectType: string, updates: readonly { readonly id: string; readonly properties: Values }[]) => {
      const inputs = updates.map(({ id, properties }) =>
        Object.assign(new SimplePublicObjectBatchInput(), { id, properties: { ...properties } }),
      );
      return answerOf(
        configuration,
        request.update(objectType, Object.assign(new BatchInputSimplePublicObjectBatchInput(), { inputs })),
        (response) => answer.updateWithHttpInfo(response),
      );
    },
    /** Records by id or by a unique property, at most 100; those that do not exist are left out. */
    readBatch: async (
      objectType: string,
      ids: readonly string[],
      properties: readonly string[],
      idProperty?: string,
    ) => {
      const inputs = ids.map((id) => Object.assign(new SimplePublicObjectId(), { id }));
      const unique = idProperty === undefined ? {} : { idProperty };
      const input = Object.assign(new BatchReadInputSimplePublicObjectId(), {
        inputs,
        properties: [...properties],
        propertiesWithHistory: [],
        ...unique,
      });
      const found = await answerOf(configuration, request.read(objectType, input), (response) =>
        answer.readWithHttpInfo(response),
      );
      const faults = 'errors' in found ? (found.errors ?? []) : [];
      if (faults.every((fault) => fault.category === 'OBJECT_NOT_FOUND')) return found.results;
      throw new CrmError('unintelligible', {
        request: `POST ${objectType}/batch/read`,
        status: 207,
      });
    },
  };
}
