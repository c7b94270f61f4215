import type { End } from './associations.ts';
import type { WriteContext } from './records.ts';
import type { Store } from './store.ts';

/** A property that is the sum of a property of linked records. */
type RollUp = { readonly typeId: string; readonly property: string; readonly fromType: string; readonly sums: string };

const rollUps: readonly RollUp[] = [{ typeId: '0-14', property: 'hs_quote_amount', fromType: '0-8', sums: 'amount' }];

/** More linked records than HubSpot takes. */
const everyone = { afterId: 0, limit: 10_000, ownerId: null };

type RollUpStore = Pick<Store, 'associations' | 'records' | 'kinds'>;

/** Brings the sums of two linked records, or two that were, up to date. */
export function rollUpLink(store: RollUpStore, a: End, b: End, write: WriteContext): void {
  for (const [summing, summed] of [
    [a, b],
    [b, a],
  ] as const)
    for (const rule of rollUps)
      if (rule.typeId === summing.typeId && rule.fromType === summed.typeId) sum(store, rule, summing, write);
}

/** Brings the sums that a changed record is part of up to date. */
export function rollUpChange(store: RollUpStore, changed: End, write: WriteContext): void {
  for (const rule of rollUps.filter(({ fromType }) => fromType === changed.typeId))
    for (const { id } of store.associations.linked(changed, rule.typeId, everyone))
      sum(store, rule, { typeId: rule.typeId, id }, write);
}

function sum(store: RollUpStore, { property, fromType, sums }: RollUp, { typeId, id }: End, write: WriteContext): void {
  const ids = store.associations.linked({ typeId, id }, fromType, everyone).map((linked) => linked.id);
  const amounts = store.records
    .read(store.kinds.resolve(fromType), ids)
    .flatMap(({ values }) => (values[sums] === undefined ? [] : [Number(values[sums])]));
  const total = amounts.length === 0 ? null : String(Number(amounts.reduce((a, b) => a + b, 0).toFixed(6)));
  store.records.setComputed(store.kinds.resolve(typeId), id, { [property]: total }, write);
}
