import type { AppSettings } from '@deal-terms/core/crm';
import type { OwnFigure, OwnValue } from '@deal-terms/core/evidence';
import type { Properties } from '../ports/deal-port.ts';

/** Properties of the account's own that say something of a deal or its customer. */
export type OwnProperties = AppSettings['ownProperties'];
type RecordKind = OwnProperties[number]['on'];

/** Names of those on one kind of record. */
export function ownNames(properties: OwnProperties, on: RecordKind): string[] {
  return properties.filter((property) => property.on === on).map(({ name }) => name);
}

/**
 * What they say: the first record with a value counts, of lines the largest number, as the slowest line is what a delivery waits for.
 *
 * @param records - the deal, its company and its lines
 */
export function ownValues(
  properties: OwnProperties,
  records: Readonly<Record<RecordKind, readonly Properties[]>>,
): Partial<Record<OwnFigure, OwnValue>> {
  const found = properties.flatMap(({ figure, on, name, label }) => {
    const texts = records[on].flatMap((record) => record[name]?.trim() || []);
    const [text] = on === 'line_items' ? texts.sort((one, other) => Number(other) - Number(one)) : texts;
    return text === undefined ? [] : [[figure, { label, text }] as const];
  });
  return Object.fromEntries(found);
}
