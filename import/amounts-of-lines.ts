import { decodeLineItem, lineItemPropertyNames } from '@deal-terms/core/crm';
import { linesEvidence } from '@deal-terms/core/evidence';
import * as z from 'zod/mini';
import type { CrmClient } from '../workbench/crm-client.ts';
import { inBatches } from './batches.ts';

/** A deal without an amount, its currency (ISO 4217) and the ids of its lines. */
export type DealOfLines = { readonly id: string; readonly currency: string; readonly lineIds: readonly string[] };

const recordsSchema = z.object({
  results: z.array(z.object({ id: z.string(), properties: z.record(z.string(), z.nullable(z.string())) })),
});

/**
 * Gives deals the sum of their lines as their amount, recurring lines over their terms: what HubSpot's own deals get when lines are added to them.
 *
 * @param timeZone - IANA, of the account
 * @returns amounts by deal id; none for a deal whose lines say nothing in its currency
 */
export async function amountsOfLines(
  crm: CrmClient,
  deals: readonly DealOfLines[],
  timeZone: string,
): Promise<ReadonlyMap<string, string>> {
  const lines = await readLines(
    crm,
    deals.flatMap(({ lineIds }) => lineIds),
  );
  const amounts = new Map<string, string>();
  for (const { id, currency, lineIds } of deals) {
    const decoded = lineIds.map((lineId) => decodeLineItem(lines.get(lineId) ?? {}, { timeZone }));
    const { lineAmount } = linesEvidence(decoded, currency);
    if (lineAmount !== undefined) amounts.set(id, String(lineAmount.value));
  }
  for (const batch of inBatches([...amounts]))
    await crm.post('/crm/v3/objects/deals/batch/update', {
      inputs: batch.map(([id, amount]) => ({ id, properties: { amount } })),
    });
  return amounts;
}

async function readLines(crm: CrmClient, ids: readonly string[]) {
  const read: z.infer<typeof recordsSchema>['results'] = [];
  for (const batch of inBatches(ids)) {
    const inputs = batch.map((id) => ({ id }));
    const answer = await crm.post('/crm/v3/objects/line_items/batch/read', {
      inputs,
      properties: lineItemPropertyNames,
      propertiesWithHistory: [],
    });
    read.push(...recordsSchema.parse(answer).results);
  }
  return new Map(read.map(({ id, properties }) => [id, properties]));
}
