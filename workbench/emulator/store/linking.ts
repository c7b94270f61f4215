import { primaryRules } from '../association-types.ts';
import type { AssociationType } from '../association-types.ts';
import type { End } from './associations.ts';
import type { WriteContext } from './records.ts';
import { rollUpLink } from './roll-ups.ts';
import type { Store } from './store.ts';

type LinkStore = Pick<Store, 'associations' | 'records' | 'kinds'>;

/** The unlabelled type between two kinds of records; undefined when they cannot be linked. */
export function defaultType(
  { associations }: LinkStore,
  fromType: string,
  toType: string,
): AssociationType | undefined {
  return associations.types(fromType, toType).find(({ label }) => label === null);
}

/**
 * Links two records. A labelled link is also an unlabelled one, a record's first company becomes its primary one, and a new primary one takes the place of the old.
 *
 * @param types - each from `from`'s kind to `to`'s
 */
export function linkRecords(
  store: LinkStore,
  from: End,
  to: End,
  types: readonly AssociationType[],
  write: WriteContext,
): void {
  const { associations } = store;
  const plain = defaultType(store, from.typeId, to.typeId);
  const before = primaryLinks(store, from, to).map((link) => ({
    ...link,
    current: primaryOf(store, link.child, link.type),
  }));
  for (const type of new Set([...types, ...(plain === undefined ? [] : [plain])])) associations.link(from, to, type);
  for (const { child, parent, type, property, current } of before) {
    const wanted = types.some(
      ({ category, number }) => category === type.category && (number === type.number || number === type.inverse),
    );
    if (current === parent.id || (current !== null && !wanted)) continue;
    if (current !== null) associations.unlink(child, { typeId: parent.typeId, id: current }, type);
    associations.link(child, parent, type);
    notePrimary(store, child, property, String(parent.id), write);
  }
  rollUpLink(store, from, to, write);
}

/**
 * Computed values a new record will have by its links; a primary one counts before the first.
 *
 * @param links - each with a type from the record's kind
 */
export function valuesByLinks(
  links: readonly { readonly id: number; readonly types: readonly AssociationType[] }[],
  fromType: string,
): Record<string, string> {
  const values: Record<string, string> = {};
  for (const { fromType: child, toType, number, property } of primaryRules) {
    const candidates = links.filter(({ types }) => types.some((type) => type.toType === toType));
    const primary =
      candidates.find(({ types }) =>
        types.some((type) => type.category === 'HUBSPOT_DEFINED' && type.number === number),
      ) ?? candidates[0];
    if (child === fromType && property !== null && primary !== undefined) values[property] = String(primary.id);
  }
  return values;
}

/** Takes meanings off a link; all of them when none is named. */
export function unlinkRecords(
  store: LinkStore,
  from: End,
  to: End,
  types: readonly AssociationType[] | null,
  write: WriteContext,
): void {
  const { associations } = store;
  for (const type of types ?? associations.types(from.typeId, to.typeId)) associations.unlink(from, to, type);
  for (const { child, parent, type, property } of primaryLinks(store, from, to)) {
    if (property === null || primaryOf(store, child, type) !== null) continue;
    const [record] = store.records.read(store.kinds.resolve(child.typeId), [child.id]);
    if (record?.values[property] !== String(parent.id)) continue;
    notePrimary(store, child, property, null, write);
  }
  rollUpLink(store, from, to, write);
}

/** Takes a record out of all its links. */
export function unlinkAll(store: LinkStore, record: End, write: WriteContext): void {
  for (const { to, type } of store.associations.all(record)) unlinkRecords(store, record, to, [type], write);
}

function primaryLinks({ associations }: LinkStore, a: End, b: End) {
  return primaryRules.flatMap((rule) => {
    const [child, parent] = a.typeId === rule.fromType ? [a, b] : [b, a];
    if (child.typeId !== rule.fromType || parent.typeId !== rule.toType) return [];
    const type = associations
      .types(rule.fromType, rule.toType)
      .find(({ category, number }) => category === 'HUBSPOT_DEFINED' && number === rule.number);
    return type === undefined ? [] : [{ child, parent, type, property: rule.property }];
  });
}

function primaryOf({ associations }: LinkStore, child: End, type: AssociationType): number | null {
  return associations.all(child).find((link) => link.type === type)?.to.id ?? null;
}

function notePrimary(
  store: LinkStore,
  child: End,
  property: string | null,
  value: string | null,
  write: WriteContext,
): void {
  if (property !== null)
    store.records.setComputed(store.kinds.resolve(child.typeId), child.id, { [property]: value }, write);
}
