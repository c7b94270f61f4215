import type { WriteRule } from '../behaviour.ts';
import { missingByRules } from '../errors.ts';
import type { MissingByRule } from '../errors.ts';
import type { ObjectKind } from '../object-types.ts';
import type { Values } from './computed-values.ts';
import type { Store } from './store.ts';
import type { SentValues } from './value-check.ts';

/**
 * What an administrator demands of a record that is written (paths: dated only).
 *
 * @param before - the record's values; null for a new record
 * @throws {ApiError} 400 naming every property that is missing
 */
export function checkWriteRules(
  { settings, kinds }: Pick<Store, 'settings' | 'kinds'>,
  kind: ObjectKind,
  before: Values | null,
  sent: SentValues,
): void {
  const valueOf = (property: string) => (property in sent ? sent[property] : before?.[property]) ?? '';
  const isBroken = ({ property, when }: WriteRule) =>
    valueOf(property) === '' && (when === undefined ? before === null : when.values.includes(valueOf(when.property)));
  const missing = settings
    .behaviour()
    .writeRules.filter((rule) => kinds.resolve(rule.objectType).typeId === kind.typeId && isBroken(rule))
    .map(({ property, when }): MissingByRule => ({ property, because: when?.property ?? null }));
  if (missing.length > 0) throw missingByRules(missing);
}
