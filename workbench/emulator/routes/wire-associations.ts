import type { ObjectKind } from '../object-types.ts';
import { limits } from '../limits.ts';
import type { Call } from '../operation.ts';
import { listParameter } from '../operation.ts';
import { ownerFence } from '../tokens.ts';

/** The `associations` part of a record that is read, when it was asked for: one entry for each meaning of each link, kinds without links left out. */
export function wireAssociations(call: Call, kind: ObjectKind, recordId: number) {
  const wanted = listParameter(call, 'associations').map((name) => call.store.kinds.resolve(name));
  if (wanted.length === 0) return {};
  const parts = wanted.map((to) => [to.plural, linkedOf(call, kind, recordId, to)] as const);
  return { associations: Object.fromEntries(parts.filter(([, { results }]) => results.length > 0)) };
}

function linkedOf(call: Call, kind: ObjectKind, recordId: number, to: ObjectKind) {
  const query = { afterId: 0, limit: limits.pageRecords + 1, ownerId: ownerFence(call.actor, to) };
  const linked = call.store.associations.linked({ typeId: kind.typeId, id: recordId }, to.typeId, query);
  const page = linked.slice(0, limits.pageRecords);
  const after = page.at(-1)?.id;
  const paging =
    linked.length > page.length && after !== undefined ? { paging: { next: { after: String(after) } } } : {};
  return {
    results: page.flatMap(({ id, types }) => types.map(({ name }) => ({ id: String(id), type: name }))),
    ...paging,
  };
}
