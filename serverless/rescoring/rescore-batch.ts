import type { UnscoredDeal } from '@deal-terms/core/contracts';
import { localDate, rescoredDealPropertyNames } from '@deal-terms/core/crm';
import { noEvidence } from '@deal-terms/core/evidence';
import type { Installation } from '../account/installation.ts';
import { inBatches } from '../ports/batches.ts';
import type { BulkDealPort, DealUpdate } from '../ports/bulk-deal-port.ts';
import type { Properties } from '../ports/deal-port.ts';
import type { EvidenceOfMany } from '../evidence/page-evidence.ts';
import { rescoreDeal } from './rescore-deal.ts';

/** What came of some deals; `deals` is the sum of `scored`, `skipped` and `failed`. */
export type RescoreCounts = {
  readonly deals: number;
  /** Worked out, whether or not anything came out differently. */
  readonly scored: number;
  readonly changed: number;
  /** The score still answers for its inputs, or there can be none. */
  readonly skipped: number;
  /** HubSpot has no such deal, or refused to write it. */
  readonly failed: number;
};

export type RescoredBatch = {
  readonly counts: RescoreCounts;
  /** Deals found, as they are now. */ readonly deals: readonly Properties[];
  /** Those without a new score, and why. */ readonly unscored: readonly UnscoredDeal[];
};

export type BatchToRescore = {
  readonly ids: readonly string[];
  readonly installation: Installation;
  readonly evidenceOf: EvidenceOfMany;
  readonly nowMs: number;
  /** Also deals whose score still answers for its inputs. */
  readonly evenCurrent: boolean;
  readonly dryRun: boolean;
};

/**
 * Rescores some deals: one batch read for each hundred and what their evidence takes, and one batch update for each hundred that changed.
 *
 * @throws {CrmError}
 */
export async function rescoreBatch(
  crm: Pick<BulkDealPort, 'readDeals' | 'updateDeals' | 'dealPropertyLabels'>,
  page: BatchToRescore,
): Promise<RescoredBatch> {
  const { ids } = page;
  let [scored, changed, skipped, failed] = [0, 0, 0, 0];
  const deals = new Map<string, Properties>();
  const updates: DealUpdate[] = [];
  const unscored: UnscoredDeal[] = [];
  const report = (dealId: string, reason: UnscoredDeal['reason']) => {
    unscored.push({ dealId, reason, properties: [] });
  };
  for (const batch of inBatches(ids)) {
    const read = await crm.readDeals(batch, rescoredDealPropertyNames);
    const evidence = await page.evidenceOf(read, localDate(page.nowMs, page.installation.account));
    for (const { id, properties } of read) {
      deals.set(id, properties);
      const found = evidence.get(id) ?? noEvidence;
      const rescored = rescoreDeal(properties, found, page.installation, page.nowMs, page.evenCurrent);
      if (rescored.outcome === 'skipped') report(id, rescored.reason);
      if (rescored.outcome === 'skipped' || rescored.outcome === 'current') skipped += 1;
      else scored += 1;
      if (rescored.outcome === 'changed') updates.push({ id, properties: rescored.properties });
    }
  }
  for (const id of ids.filter((wanted) => !deals.has(wanted))) {
    failed += 1;
    report(id, 'not_found');
  }
  for (const batch of inBatches(updates)) {
    const refused = new Map((page.dryRun ? [] : await crm.updateDeals(batch)).map((update) => [update.id, update]));
    for (const { id, properties } of batch) {
      const refusal = refused.get(id);
      if (refusal === undefined) deals.set(id, { ...deals.get(id), ...properties });
      else unscored.push({ dealId: id, reason: refusal.reason, properties: [...refusal.properties] });
    }
    changed += batch.length - refused.size;
    scored -= refused.size;
    failed += refused.size;
  }
  return {
    counts: { deals: ids.length, scored, changed, skipped, failed },
    deals: [...deals.values()],
    unscored: await labelled(unscored, crm),
  };
}

/** People know properties by their labels. One call where HubSpot named any. */
async function labelled(
  unscored: readonly UnscoredDeal[],
  { dealPropertyLabels }: Pick<BulkDealPort, 'dealPropertyLabels'>,
): Promise<readonly UnscoredDeal[]> {
  const names = [...new Set(unscored.flatMap(({ properties }) => properties))];
  if (names.length === 0) return unscored;
  const labels = await dealPropertyLabels(names);
  const labelOf = new Map(names.map((name, place) => [name, labels[place] ?? name]));
  return unscored.map((deal) => ({ ...deal, properties: deal.properties.map((name) => labelOf.get(name) ?? name) }));
}
