import { totalsKey } from '@deal-terms/core/crm';
import type { DealTotals } from '@deal-terms/core/crm';
import { isCrmError } from '../../serverless/ports/crm-error.ts';
import type { LedgerPort } from '../../serverless/ports/ledger-port.ts';

/** Writes what all open deals came to, for pages that cannot read that many. A token that may not write the ledger is told and no fault. */
export async function saveTotals(
  ledger: Pick<LedgerPort, 'putEntry'>,
  totals: Omit<DealTotals, 'countedAt'>,
  nowMs: number,
  onNote: (note: string) => void,
): Promise<void> {
  const countedAt = new Date(nowMs).toISOString();
  const cents = (money: number) => Math.round(money * 100) / 100;
  const body: DealTotals = {
    ...totals,
    countedAt,
    expectedGain: cents(totals.expectedGain),
    ...(totals.weightedGain === undefined ? {} : { weightedGain: cents(totals.weightedGain) }),
    cashDaysReleased: Math.round(totals.cashDaysReleased),
  };
  try {
    await ledger.putEntry({
      key: totalsKey,
      kind: 'totals',
      body: JSON.stringify(body),
      author: 'rescore',
      writtenAt: countedAt,
    });
  } catch (error) {
    if (!isCrmError(error) || error.kind !== 'forbidden') throw error;
    onNote('The totals for the board were not written: the token lacks crm.objects.custom.write.');
  }
}
