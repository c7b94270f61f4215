import { OwnersApiRequestFactory, OwnersApiResponseProcessor } from '@hubspot/api-client/lib/codegen/crm/owners/apis/OwnersApi.js';
import * as ownersHttp from '@hubspot/api-client/lib/codegen/crm/owners/http/http.js';
import * as ownersServers from '@hubspot/api-client/lib/codegen/crm/owners/servers.js';
import { PipelinesApiRequestFactory, PipelinesApiResponseProcessor } from '@hubspot/api-client/lib/codegen/crm/pipelines/apis/PipelinesApi.js';
import * as pipelinesHttp from '@hubspot/api-client/lib/codegen/crm/pipelines/http/http.js';
import * as pipelinesServers from '@hubspot/api-client/lib/codegen/crm/pipelines/servers.js';
import { answerOf, sendThrough } from './sdk-http.ts';
import type { Transport } from './transport.ts';

type Named = { readonly id: string; readonly name: string };
export type DealPipeline = Named & { readonly stages: readonly (Named & { readonly isClosed: boolean })[] };

/** Names of an account's people and deal stages. Every method throws `CrmError` and nothing else that is expected. */
export type PeopleAndStagesPort = {
  /** Everybody deals can belong to, at most 1,000. One call, another one for each further 500. */
  readonly owners: () => Promise<readonly Named[]>;
  /** In HubSpot's order. One call. */
  readonly dealPipelines: () => Promise<readonly DealPipeline[]>;
};

const ownersPage = 500;
const ownerPagesAtMost = 2;

/**
 * @param transport - where the calls go
 */
export function createPeopleAndStagesPort(transport: Transport): PeopleAndStagesPort {
  const owners = { baseServer: new ownersServers.ServerConfiguration(transport.origin, {}), httpApi: ownersHttp.wrapHttpLibrary({ send: sendThrough(transport, ownersHttp.ResponseContext) }), middleware: [], authMethods: {} };
  const ownersRequest = new OwnersApiRequestFactory(owners);
  const ownersAnswer = new OwnersApiResponseProcessor();
  const pipelines = { baseServer: new pipelinesServers.ServerConfiguration(transport.origin, {}), httpApi: pipelinesHttp.wrapHttpLibrary({ send: sendThrough(transport, pipelinesHttp.ResponseContext) }), middleware: [], authMethods: {} };
  const pipelinesRequest = new PipelinesApiRequestFactory(pipelines);
  const pipelinesAnswer = new PipelinesApiResponseProcessor();
  return {
    owners: async () => {
      const people: Named[] = [];
      let after: string | undefined;
      for (let page = 0; page < ownerPagesAtMost; page += 1) {
        const answer = await answerOf(owners, ownersRequest.getPage(undefined, after, ownersPage, false), (context) => ownersAnswer.getPageWithHttpInfo(context));
        people.push(...answer.results.map(({ id, firstName, lastName, email }) => ({ id, name: nameOf(firstName, lastName) ?? email ?? id })));
        after = answer.paging?.next?.after;
        if (after === undefined) break;
      }
      return people;
    },
    dealPipelines: async () => {
      const { results } = await answerOf(pipelines, pipelinesRequest.getAll('deals'), (context) => pipelinesAnswer.getAllWithHttpInfo(context));
      return inOrder(results).map(({ id, label, stages }) => ({
        id, name: label, stages: inOrder(stages).map((stage) => ({ id: stage.id, name: stage.label, isClosed: stage.metadata?.['isClosed'] === 'true' })),
      }));
    },
  };
}

function nameOf(firstName = '', lastName = ''): string | null {
  const name = `${firstName} ${lastName}`.trim();
  return name === '' ? null : name;
}

function inOrder<T extends { readonly displayOrder: number }>(things: readonly T[]): T[] {
  return [...things].sort((one, other) => one.displayOrder - other.displayOrder);
}
