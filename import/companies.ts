import type { Columns } from './columns.ts';
import type { Row } from './csv-table.ts';
import { plainLabel } from './plain-label.ts';

/** A company the rows name: the same id, or without one the same domain, or without that the same name, is the same company. */
export type ImportedCompany = {
  readonly key: string;
  readonly name: string;
  /** "" where the file has none. */
  readonly domain: string;
  /** Key of the first owner of a deal of it. */ readonly owner: string | null;
};

/** A spreadsheet has cut an id such as 12345678901 to 1.23E+10: nobody can tell any more which it was. */
export function isCutId(id: string): boolean {
  return /^\d(?:[.,]\d+)?e\+?\d+$/i.test(id);
}

/** Companies of a row, the primary one first. A single company's name may hold semicolons; with several, they separate. */
export function companiesIn(cells: readonly string[], { cell }: Columns): readonly Omit<ImportedCompany, 'owner'>[] {
  const ids = parts(cell(cells, 'companyIds')).filter((id) => !isCutId(id));
  const text = cell(cells, 'companies');
  const domains = parts(cell(cells, 'companyDomain')).map(domainIn);
  const names = ids.length <= 1 && domains.length <= 1 ? [text].filter((name) => name !== '') : parts(text);
  if (ids.length > 0)
    return ids.map((id, place) => ({
      key: `id ${id}`,
      name: names[place] || domains[place] || `Company ${id.slice(0, 100)}`,
      domain: domains[place] ?? '',
    }));
  if (domains.length > 0)
    return domains.map((domain, place) => ({ key: `domain ${domain}`, name: names[place] || domain, domain }));
  return (names.length === 1 ? parts(text) : names).map((name) => ({ key: plainLabel(name), name, domain: '' }));
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

/** `https://www.alpha.example/about` is `alpha.example`. */
function domainIn(text: string): string {
  return text
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/[/?#].*$/, '');
}

function parts(text: string): readonly string[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
