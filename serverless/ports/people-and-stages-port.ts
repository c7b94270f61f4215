import * as owners from '@hubspot/api-client/lib/codegen/crm/owners/index.js';
import * as pipelines from '@hubspot/api-client/lib/codegen/crm/pipelines/index.js';
import { sendThrough } from './sdk-http.ts';
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
  const ownersApi = new owners.OwnersApi(owners.createConfiguration({
    baseServer: new owners.ServerConfiguration(transport.origin, {}),
    httpApi: owners.wrapHttpLibrary({ send: sendThrough(transport, owners.ResponseContext) }),
  }));
  const pipelinesApi = new pipelines.PipelinesApi(pipelines.createConfiguration({
    baseServer: new pipelines.ServerConfiguration(transport.origin, {}),
    httpApi: pipelines.wrapHttpLibrary({ send: sendThrough(transport, pipelines.ResponseContext) }),
  }));
  return {
    owners: async () => {
      const people: Named[] = [];
      let after: string | undefined;
      for (let page = 0; page < ownerPagesAtMost; page += 1) {
        const answer = await ownersApi.getPage(undefined, after, ownersPage, false);
        people.push(...answer.results.map(({ id, firstName, lastName, email }) => ({ id, name: nameOf(firstName, lastName) ?? email ?? id })));
        after = answer.paging?.next?.after;
        if (after === undefined) break;
      }
      return people;
    },
    dealPipelines: async () => {
      const { results } = await pipelinesApi.getAll('deals');
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
