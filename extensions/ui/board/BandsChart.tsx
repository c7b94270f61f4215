import { BarChart } from '@hubspot/ui-extensions';
import type { DealTotals } from '@deal-terms/core/crm';

/** How many deals there are in each band. */
export function BandsChart({ byBand }: Pick<DealTotals, 'byBand'>) {
  return (
    <BarChart
      data={[
        { band: 'High', deals: byBand.high },
        { band: 'Medium', deals: byBand.medium },
        { band: 'Low', deals: byBand.low },
        { band: 'Not scored', deals: byBand.unscored },
      ]}
      axes={{
        x: { field: 'band', fieldType: 'category', label: 'Negotiability' },
        y: { field: 'deals', fieldType: 'linear', label: 'Deals' },
      }}
      options={{ title: 'Deals by negotiability', showDataLabels: true, showTooltips: true }}
    />
  );
}
