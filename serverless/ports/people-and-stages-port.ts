import * as z from 'zod/mini';
import { createJsonApi } from './json-api.ts';
import { readOwners } from './owners.ts';
import type { Person } from './owners.ts';
import type { Transport } from './transport.ts';

type Named = { readonly id: string; readonly name: string };
export type DealPipeline = Named & { readonly stages: readonly (Named & { readonly isClosed: boolean })[] };

/** Names of an account's people and deal stages. Every method throws `CrmError` and nothing else that is expected. */
export type PeopleAndStagesPort = {
  /** Everybody deals can belong to, at most 1,000. One call, another one for each further 500. */
  readonly owners: () => Promise<readonly (Named & Pick<Person, 'userId'>)[]>;
  /** In HubSpot's order. One call. */
  readonly dealPipelines: () => Promise<readonly DealPipeline[]>;
};

const ownerPagesAtMost = 2;

const stageSchema = z.object({
  id: z.string(),
  label: z.string(),
  displayOrder: z.number(),
  metadata: z.optional(z.object({ isClosed: z.optional(z.string()) })),
});
const pipelinesSchema = z.object({
  results: z.array(
    z.object({ id: z.string(), label: z.string(), displayOrder: z.number(), stages: z.array(stageSchema) }),
  ),
});

/**
 * @param transport - where the calls go
 */
export function createPeopleAndStagesPort(transport: Transport): PeopleAndStagesPort {
  const api = createJsonApi(transport);
  return {
    owners: async () => {
      const people: (Named & Pick<Person, 'userId'>)[] = [];
      let after: string | undefined;
      for (let page = 0; page < ownerPagesAtMost; page += 1) {
        const read = await readOwners(api, after);
        people.push(...read.people.map(({ ownerId, userId, name }) => ({ id: ownerId, userId, name })));
        after = read.after;
        if (after === undefined) break;
      }
      return people;
    },
    dealPipelines: async () => {
      const { results } = await api.read('/crm/v3/pipelines/deals', pipelinesSchema);
      return inOrder(results).map(({ id, label, stages }) => ({
        id,
        name: label,
        stages: inOrder(stages).map((stage) => ({
          id: stage.id,
          name: stage.label,
          isClosed: stage.metadata?.isClosed === 'true',
        })),
      }));
    },
  };
}

function inOrder<T extends { readonly displayOrder: number }>(things: readonly T[]): T[] {
  return [...things].sort((one, other) => one.displayOrder - other.displayOrder);
}
