import type { Columns } from './columns.ts';
import type { Row } from './csv-table.ts';
import { plainLabel } from './plain-label.ts';

/** A company the rows name: the same id, or without one the same name, is the same company. */
export type ImportedCompany = {
  readonly key: string;
  readonly name: string;
  /** Key of the first owner of a deal of it. */ readonly owner: string | null;
};

/** Companies of a row, the primary one first. A single company's name may hold semicolons; with several, they separate. */
export function companiesIn(
  cells: readonly string[],
  { cell }: Columns,
): readonly { readonly key: string; readonly name: string }[] {
  const ids = parts(cell(cells, 'companyIds'));
  const text = cell(cells, 'companies');
  const names = ids.length === 1 ? [text] : parts(text);
  if (ids.length === 0) return names.map((name) => ({ key: plainLabel(name), name }));
  return ids.map((id, place) => ({ key: `id ${id}`, name: names[place] || `Company ${id}` }));
}

/** Every company of the rows, once. */
export function companiesOf(
  rows: readonly Row[],
  columns: Columns,
  ownerOf: (cells: readonly string[]) => string | null,
): readonly ImportedCompany[] {
  const found = new Map<string, ImportedCompany>();
  for (const { cells } of rows) {
    for (const company of companiesIn(cells, columns))
      if (!found.has(company.key)) found.set(company.key, { ...company, owner: ownerOf(cells) });
  }
  return [...found.values()];
}

function parts(text: string): readonly string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
