import * as z from 'zod/mini';
import { createJsonApi } from './json-api.ts';
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

const text = z.nullish(z.string());
const ownersSchema = z.object({
  results: z.array(z.object({ id: z.string(), firstName: text, lastName: text, email: text })),
  paging: z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) })),
});
const stageSchema = z.object({ id: z.string(), label: z.string(), displayOrder: z.number(), metadata: z.optional(z.object({ isClosed: z.optional(z.string()) })) });
const pipelinesSchema = z.object({ results: z.array(z.object({ id: z.string(), label: z.string(), displayOrder: z.number(), stages: z.array(stageSchema) })) });

/**
 * @param transport - where the calls go
 */
export function createPeopleAndStagesPort(transport: Transport): PeopleAndStagesPort {
  const api = createJsonApi(transport);
  return {
    owners: async () => {
      const people: Named[] = [];
      let after: string | undefined;
      for (let page = 0; page < ownerPagesAtMost; page += 1) {
        const { results, paging } = await api.read(`/crm/v3/owners?limit=${ownersPage}&archived=false${after === undefined ? '' : `&after=${encodeURIComponent(after)}`}`, ownersSchema);
        people.push(...results.map(({ id, firstName, lastName, email }) => ({ id, name: nameOf(firstName, lastName) ?? email ?? id })));
        after = paging?.next?.after;
        if (after === undefined) break;
      }
      return people;
    },
    dealPipelines: async () => {
      const { results } = await api.read('/crm/v3/pipelines/deals', pipelinesSchema);
      return inOrder(results).map(({ id, label, stages }) => ({
        id, name: label, stages: inOrder(stages).map((stage) => ({ id: stage.id, name: stage.label, isClosed: stage.metadata?.isClosed === 'true' })),
      }));
    },
  };
}

function nameOf(firstName: string | null | undefined, lastName: string | null | undefined): string | null {
  const name = `${firstName ?? ''} ${lastName ?? ''}`.trim();
  return name === '' ? null : name;
}

function inOrder<T extends { readonly displayOrder: number }>(things: readonly T[]): T[] {
  return [...things].sort((one, other) => one.displayOrder - other.displayOrder);
}
