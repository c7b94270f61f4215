import * as z from 'zod/mini';
import { inBatches } from './batches.ts';
import { isCrmError } from './crm-error.ts';
import type { CrmErrorKind } from './crm-error.ts';
import type { Properties } from './deal-port.ts';
import { createJsonApi } from './json-api.ts';
import { createJsonRecords } from './json-records.ts';
import type { Transport } from './transport.ts';

/** Kinds of records evidence is linked by. The first three take an optional scope of their own. */
export type LinkedKind = 'line_items' | 'quotes' | 'invoices' | 'deals';
export type ReadKind = LinkedKind | 'companies';

/** Kinds of links the app reads. */
export type LinkKind = LinkedKind | 'tasks';

/** Linked ids of a record by kind; null for a kind the app may not see. */
export type Links = Readonly<Record<LinkKind, readonly string[] | null>>;

/** Reads what is sold, quoted and billed. Null stands for what the app lacks the scope of. Every method throws `CrmError` and nothing else that is expected. */
export type EvidencePort = {
  /** A deal or a company and the ids of records linked to it; null when it is gone. One call; one more for each kind with more links than HubSpot tells at once. */
  readonly withLinks: (
    objectType: 'deals' | 'companies',
    id: string,
    properties: readonly string[],
    kinds: readonly LinkKind[],
  ) => Promise<{ readonly properties: Properties; readonly links: Links } | null>;
  /** Linked ids of many records, by their ids; a record without any is absent. One call for each thousand, more only for records with more than 500. */
  readonly linksOfMany: (
    objectType: 'deals' | 'companies',
    ids: readonly string[],
    kind: LinkKind,
  ) => Promise<ReadonlyMap<string, readonly string[]> | null>;
  /** Records that there are, by id. One call for each hundred. */
  readonly recordsOf: (
    kind: ReadKind,
    ids: readonly string[],
    properties: readonly string[],
  ) => Promise<ReadonlyMap<string, Properties> | null>;
};

const linksBatchLimit = 1_000;
const optionalKinds: readonly LinkKind[] = ['line_items', 'quotes', 'invoices'];
const noLinks: Links = { line_items: [], quotes: [], invoices: [], deals: [], tasks: [] };

const pagingSchema = z.optional(z.object({ next: z.optional(z.object({ after: z.string() })) }));
const recordSchema = z.object({
  properties: z.record(z.string(), z.nullable(z.string())),
  associations: z.optional(
    z.record(z.string(), z.object({ results: z.array(z.object({ id: z.string() })), paging: pagingSchema })),
  ),
});
type LinkedRecord = z.infer<typeof recordSchema>;
/** HubSpot writes these ids as numbers, its SDK types them as text. */
const linkedSchema = z.object({ toObjectId: z.pipe(z.union([z.string(), z.number()]), z.transform(String)) });
/** Records without links come back as errors of their own; any other error is one. */
const linksOfManySchema = z.object({
  results: z.array(z.object({ from: z.object({ id: z.string() }), to: z.array(linkedSchema), paging: pagingSchema })),
  errors: z.optional(z.array(z.object({ category: z.literal('OBJECT_NOT_FOUND') }))),
});

/**
 * @param transport - where the calls go
 */
export function createEvidencePort(transport: Transport): EvidencePort {
  const api = createJsonApi(transport);
  const records = createJsonRecords(transport);
  const pathOf = (objectType: string, id: string) => `/crm/v3/objects/${objectType}/${encodeURIComponent(id)}`;

  const readRecord = (objectType: string, id: string, properties: readonly string[], kinds: readonly LinkKind[]) =>
    api.read(
      `${pathOf(objectType, id)}?properties=${properties.join(',')}${kinds.length === 0 ? '' : `&associations=${kinds.join(',')}`}`,
      recordSchema,
    );

  const linksOfMany: EvidencePort['linksOfMany'] = async (objectType, ids, kind) => {
    const links = new Map<string, string[]>();
    for (const batch of inBatches(ids, linksBatchLimit)) {
      let inputs: readonly { readonly id: string; readonly after?: string }[] = batch.map((id) => ({ id }));
      while (inputs.length > 0) {
        const asked = inputs;
        const answer = await orNull('forbidden', () =>
          api.ask(`/crm/v4/associations/${objectType}/${kind}/batch/read`, { inputs: asked }, linksOfManySchema),
        );
        if (answer === 'forbidden') return null;
        for (const { from, to } of answer.results)
          links.set(from.id, [...(links.get(from.id) ?? []), ...to.map(({ toObjectId }) => toObjectId)]);
        inputs = answer.results.flatMap(({ from, paging }) =>
          paging?.next === undefined ? [] : [{ id: from.id, after: paging.next.after }],
        );
      }
    }
    return links;
  };

  const withLinks: EvidencePort['withLinks'] = async (objectType, id, properties, kinds) => {
    const whole = await orNull('forbidden', () =>
      orNull('not_found', async () => ({ record: await readRecord(objectType, id, properties, kinds), seen: kinds })),
    );
    if (whole === 'not_found') return null;
    const required = kinds.filter((kind) => !optionalKinds.includes(kind));
    const { record, seen } =
      whole === 'forbidden'
        ? { record: await readRecord(objectType, id, properties, required), seen: required }
        : whole;
    const links = await Promise.all(
      kinds.map(async (kind) => [kind, seen.includes(kind) ? await linksIn(record, kind) : null] as const),
    );
    return { properties: record.properties, links: { ...noLinks, ...Object.fromEntries(links) } };

    async function linksIn({ associations = {} }: LinkedRecord, kind: LinkKind): Promise<readonly string[]> {
      const [, linked] = Object.entries(associations).find(([name]) => name.replaceAll(' ', '_') === kind) ?? [];
      if (linked?.paging?.next === undefined) return [...new Set((linked?.results ?? []).map((one) => one.id))];
      // HubSpot tells the oldest hundred here.
      return (await linksOfMany(objectType, [id], kind))?.get(id) ?? [];
    }
  };

  const recordsOf: EvidencePort['recordsOf'] = async (kind, ids, properties) => {
    const found = await orNull('forbidden', () =>
      Promise.all(inBatches([...new Set(ids)]).map((batch) => records.readBatch(kind, batch, properties))),
    );
    if (found === 'forbidden') {
      if (optionalKinds.some((one) => one === kind)) return null;
      // The app cannot do without the others: HubSpot's own words are for whoever installs it.
      await records.readBatch(kind, ids.slice(0, 1), properties);
    }
    return new Map((found === 'forbidden' ? [] : found.flat()).map((record) => [record.id, record.properties]));
  };

  return { withLinks, linksOfMany, recordsOf };
}

/** The kind of failure in place of it. */
async function orNull<T, Kind extends CrmErrorKind>(kind: Kind, call: () => Promise<T>): Promise<T | Kind> {
  try {
    return await call();
  } catch (error) {
    if (isCrmError(error) && error.kind === kind) return kind;
    throw error;
  }
}
