import { attestedDealPropertyNames } from '@deal-terms/core/crm';
import type { Installation } from '../../serverless/installation.ts';
import { batchSize } from '../../serverless/ports/bulk-deal-port.ts';
import type { BulkDealPort, DealUpdate } from '../../serverless/ports/bulk-deal-port.ts';
import { rescore } from '../../serverless/rescoring.ts';
import type { RescoreOptions } from './options.ts';

/** What came of one page of deals. */
export type PageResult = { readonly deals: number; readonly scored: number; readonly changed: number; readonly skipped: number; readonly failed: number };

type Report = (dealId: string, reason: string) => void;

const reasons = {
  missing_amount: 'it has no amount',
  no_exchange_rate: 'its currency has no exchange rate in HubSpot',
  invalid_field: 'a captured value cannot be used; open the card to see which',
} as const;

function chunks<T>(items: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));
}

/**
 * Rescores a page of deals: one batch read for each hundred, and one batch update for each hundred that changed.
 *
 * @param report - told each deal without a score, with the reason
 */
export async function rescorePage(crm: BulkDealPort, ids: readonly string[], installation: Installation, nowMs: number, options: RescoreOptions, report: Report): Promise<PageResult> {
  const result = { deals: ids.length, scored: 0, changed: 0, skipped: 0, failed: 0 };
  const updates: DealUpdate[] = [];
  for (const batch of chunks(ids, batchSize)) {
    const records = await crm.readDeals(batch, attestedDealPropertyNames);
    const found = new Set(records.map(({ id }) => id));
    for (const id of batch.filter((wanted) => !found.has(wanted))) {
      result.failed += 1;
      report(id, 'there is no such deal');
    }
    for (const { id, properties } of records) {
      const rescored = rescore(properties, installation, nowMs, options.all || options.ids.length > 0);
      if (rescored.outcome === 'skipped') {
        result.skipped += 1;
        report(id, reasons[rescored.reason]);
      } else if (rescored.outcome !== 'current') result.scored += 1;
      if (rescored.outcome === 'changed') updates.push({ id, properties: rescored.properties });
    }
  }
  for (const batch of chunks(updates, batchSize)) {
    const refused = options.dryRun ? [] : await crm.updateDeals(batch);
    for (const { id, reason } of refused) report(id, reason);
    result.failed += refused.length;
    result.changed += batch.length - refused.length;
  }
  return result;
}
