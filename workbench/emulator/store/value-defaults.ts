import type { ObjectKind } from '../object-types.ts';
import type { Values } from './computed-values.ts';
import type { SettingsStore } from './settings.ts';
import type { SentValues } from './value-check.ts';

/** Where HubSpot finds what it fills in. */
export type DefaultSources = {
  readonly settings: SettingsStore;
  /** Values of a live product; null when there is none of the id. */
  readonly readProduct: (id: string) => Values | null;
};

/** What a line item takes over from its product. */
const copiedFromProduct = [
  'name',
  'description',
  'hs_sku',
  'price',
  'hs_cost_of_goods_sold',
  'recurringbillingfrequency',
  'hs_recurring_billing_period',
];

/** A new record's values with what HubSpot fills in when they are left out. */
export function withDefaults(kind: ObjectKind, sent: SentValues, sources: DefaultSources): SentValues {
  const named = kind.pipelineProperties;
  const placed = named === null ? sent : { ...sent, [named.pipeline]: sent[named.pipeline] ?? named.standard };
  switch (kind.computedRule) {
    case 'deal':
      return { ...placed, deal_currency_code: sent['deal_currency_code'] ?? sources.settings.account().homeCurrency };
    case 'line item':
      return { ...ofProduct(sources.readProduct(sent['hs_product_id'] ?? '')), ...placed };
    case 'invoice':
    case null:
      return placed;
  }
}

function ofProduct(product: Values | null): SentValues {
  if (product === null) return {};
  return Object.fromEntries(
    copiedFromProduct.flatMap((name) => (product[name] === undefined ? [] : [[name, product[name]]])),
  );
}
