import type { Table } from './csv-table.ts';
import { headerKey, headerNames, valueProperties } from './header-names.ts';
import type { ColumnMeaning } from './header-names.ts';
import { ImportFileError } from './import-error.ts';

/** HubSpot's own names stand first; a second column of the same reference says nothing of the deal. */
const hubspotNames = 6;
const meanings = Object.keys(headerNames) as readonly ColumnMeaning[];

export type Columns = {
  /** Trimmed text of a row in one of these columns; "" when there is no such column. */
  readonly cell: (cells: readonly string[], what: ColumnMeaning) => string;
  readonly has: (what: ColumnMeaning) => boolean;
  /** A deal's name; where a row has none, its company and its id tell deals apart; "" where there is neither. */
  readonly nameOf: (cells: readonly string[]) => string;
  /** Indexes of the columns that are values of the deal, its id where it comes from among them. */
  readonly values: readonly number[];
  /** Property of HubSpot's own that a column of values fills whatever its header is called; null for any other column. */
  readonly propertyAt: (index: number) => string | null;
  /** Whether most headers are in a language that writes decimals with a comma; null when none is in a known one. */
  readonly isContinental: boolean | null;
};

const namesADeal = ['name', 'recordId', 'companies'] as const;
const tellsOfADeal = ['stage', 'amount', 'closeDate'] as const;

/** Names of columns by their meaning, the preferred ones first. */
const namesOf = new Map(
  meanings.map((what) => {
    const { english, others } = headerNames[what];
    const keys = (names: string) => names.split(',').map(headerKey);
    return [what, { english: keys(english), others: keys(others) }] as const;
  }),
);

/**
 * What each column of a deals export is.
 *
 * @throws {ImportFileError} when it is no deals export
 */
export function recogniseColumns({ header }: Table): Columns {
  const keys = header.map(headerKey);
  const taken = new Set<number>();
  const places = new Map<ColumnMeaning, number>();
  // A header such as "Name" goes to what needs it most; the exact names go first.
  for (const what of meanings) {
    const { english = [], others = [] } = namesOf.get(what) ?? {};
    const place = [...english, ...others]
      .map((name) => keys.indexOf(name))
      .find((index) => index >= 0 && !taken.has(index));
    if (place === undefined) continue;
    places.set(what, place);
    taken.add(place);
  }
  if (!namesADeal.some((what) => places.has(what)) || !tellsOfADeal.some((what) => places.has(what)))
    throw new ImportFileError(
      `This is not a deals export: there is no column Deal Name and no column Deal Stage. It has: ${header.join(', ').slice(0, 500)}.`,
    );
  const known = new Set(
    meanings
      .filter((what) => valueProperties[what] === undefined)
      .flatMap((what) => [
        ...(namesOf.get(what)?.english ?? []).slice(0, hubspotNames),
        keys[places.get(what) ?? -1] ?? '',
      ]),
  );
  const propertyOf = new Map(
    [...places].flatMap(([what, index]) => {
      const property = valueProperties[what];
      return property === undefined ? [] : [[index, property] as const];
    }),
  );
  const cell = (cells: readonly string[], what: ColumnMeaning) => cells[places.get(what) ?? -1]?.trim() ?? '';
  return {
    cell,
    nameOf: (cells) => cell(cells, 'name') || madeUpName(cell(cells, 'companies'), cell(cells, 'recordId')),
    has: (what) => places.has(what),
    values: keys.flatMap((key, index) => (key !== '' && known.has(key) ? [] : [index])),
    propertyAt: (index) => propertyOf.get(index) ?? null,
    isContinental: isContinental(keys),
  };
}

function isContinental(keys: readonly string[]): boolean | null {
  let [english, others] = [0, 0];
  for (const names of namesOf.values()) {
    if (names.english.some((name) => keys.includes(name))) english += 1;
    else if (names.others.some((name) => keys.includes(name))) others += 1;
  }
  return english === others ? null : others > english;
}

function madeUpName(company: string, recordId: string): string {
  return company !== '' && recordId !== '' ? `${company} (${recordId})` : company || recordId;
}
