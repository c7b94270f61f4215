import { profilePropertyNames } from '@deal-terms/core/crm';
import type { CrmClient } from '../workbench/crm-client.ts';
import type { Row } from './csv-table.ts';
import { createDateReader } from './dates.ts';
import { addChoices, createTextProperties, propertyFinder, readDealProperties } from './deal-properties.ts';
import type { DealProperty } from './deal-properties.ts';
import { internalName, uniqueNames } from './plain-label.ts';
import { leaveOutUnusable } from './profile-fault.ts';
import { isCutId } from './companies.ts';
import type { DealsFile } from './read-deals-file.ts';
import type { RejectedRow } from './usable-rows.ts';
import { unknownChoices, valueReader } from './value-reader.ts';
import type { Notation, ReadValue } from './value-reader.ts';

/** How the rows of a file become properties of deals. */
export type DealValues = {
  /** Values by property name, with those of the app's own properties that cannot be used left out; or why the row cannot be used. */
  readonly of: (
    cells: readonly string[],
  ) =>
    | { readonly ok: true; readonly properties: Readonly<Record<string, string>>; readonly leftOut: readonly Fault[] }
    | ({ readonly ok: false } & Fault);
  /** Properties that a column fills. */
  readonly filled: ReadonlySet<string>;
};

type Fault = Omit<RejectedRow, 'line'>;

const recordIdLabel = 'Record ID in HubSpot';

type Column = { readonly index: number; readonly header: string; readonly property: DealProperty };
type Reader = {
  readonly index: number;
  readonly header: string;
  readonly name: string;
  readonly read: (text: string) => ReadValue;
};

/**
 * Finds the property of every column; columns without one become text properties, and choices HubSpot's own lists lack are added to them.
 * The app's lists stay as they are: a choice they lack means nothing to the app.
 */
export async function prepareDealValues(
  crm: CrmClient,
  { header, columns, rows, profile, notation: { mark, dayOrder } }: DealsFile,
): Promise<DealValues> {
  const properties = await readDealProperties(crm);
  const find = propertyFinder(properties);
  const claimed = new Set<string>();
  const known: Column[] = [];
  const unknown: { readonly index: number; readonly label: string }[] = [];
  for (const index of columns.values) {
    const label = header[index] ?? '';
    const property = find(columns.propertyAt(index) ?? label);
    // The emulated account gives ids of its own; where a deal comes from is kept beside them.
    if (property?.name === 'hs_object_id') unknown.push({ index, label: recordIdLabel });
    else if (property !== null && !claimed.has(property.name)) known.push({ index, header: label, property });
    else if (rows.some(({ cells }) => isFilled(cells[index])))
      unknown.push({
        index,
        label: label === '' || property !== null ? `${label} (column ${index + 1})`.trim() : label,
      });
    if (property !== null) claimed.add(property.name);
  }
  const writable = known.filter(({ property }) => !property.modificationMetadata.readOnlyValue);
  const nameOf = uniqueNames(properties.map(({ name }) => name));
  const texts = unknown.map(({ index, label }) => ({
    index,
    label,
    name: nameOf(`imported_${internalName(label) || 'column'}`),
  }));
  await createTextProperties(
    crm,
    texts.map(({ name, label }) => ({ name, label })),
  );
  const notation: Notation = { mark, dates: createDateReader(profile.timeZone, dayOrder) };
  const readers: Reader[] = [
    ...(await Promise.all(
      writable.map(async ({ index, header: label, property }) => ({
        index,
        header: label,
        name: property.name,
        read: valueReader(await withItsChoices(crm, property, rows, index), notation),
      })),
    )),
    ...texts.map(({ index, label, name }) => ({
      index,
      header: label,
      name,
      read: valueReader({ type: 'string', fieldType: 'text', options: [] }, notation),
    })),
  ];
  return { of: (cells) => valuesIn(cells, readers), filled: new Set(readers.map(({ name }) => name)) };
}

function valuesIn(cells: readonly string[], readers: readonly Reader[]): ReturnType<DealValues['of']> {
  const properties: Record<string, string> = {};
  const leftOut: Fault[] = [];
  for (const { index, header, name, read } of readers) {
    const text = cells[index] ?? '';
    if (!isFilled(text) || (header === recordIdLabel && isCutId(text.trim()))) continue;
    const result = read(text);
    if (result.ok) {
      properties[name] = result.value;
      continue;
    }
    const fault = {
      reason: `${header}: ${result.reason}`,
      kind: `${header}: ${result.kind}`,
      value: text.trim(),
    };
    if (!isOfTheProfile(name)) return { ok: false, ...fault };
    leftOut.push(fault);
  }
  const headerOf = (property: string) => readers.find(({ name }) => name === property)?.header ?? property;
  return { ok: true, properties, leftOut: [...leftOut, ...leaveOutUnusable(properties, headerOf)] };
}

/** A deal scores without an answer about its customer as it would if nobody had asked. */
function isOfTheProfile(property: string): boolean {
  return (profilePropertyNames as readonly string[]).includes(property);
}

async function withItsChoices(
  crm: CrmClient,
  property: DealProperty,
  rows: readonly Row[],
  index: number,
): Promise<DealProperty> {
  if (property.type !== 'enumeration' || !property.hubspotDefined || property.externalOptions) return property;
  const texts = new Set(rows.map(({ cells }) => cells[index] ?? '').filter(isFilled));
  const choices = [...new Set([...texts].flatMap((text) => unknownChoices(property, text)))];
  if (choices.length === 0) return property;
  await addChoices(crm, property, choices);
  return {
    ...property,
    options: [...property.options, ...choices.map((choice) => ({ label: choice, value: choice }))],
  };
}

function isFilled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
