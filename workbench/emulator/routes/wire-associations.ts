import type { ObjectKind } from '../object-types.ts';
import type { Call } from '../operation.ts';
import { listParameter } from '../operation.ts';
import { notEmulated } from '../errors.ts';

/** The `associations` part of a record that is read, when it was asked for. */
export function wireAssociations(call: Call, kind: ObjectKind, recordId: number): object {
  const wanted = listParameter(call, 'associations');
  if (wanted.length > 0) throw notEmulated(`Reading associations of ${kind.singular} ${recordId}`);
  return {};
}
