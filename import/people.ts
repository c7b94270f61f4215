import type { AccountPerson } from '../workbench/account.ts';
import type { Columns } from './columns.ts';
import type { Row } from './csv-table.ts';
import { internalName, plainLabel, uniqueNames } from './plain-label.ts';

/** Who works in an imported account: a manager and somebody in operations to look at it as, and the owners its deals name. */
export type ImportedPeople = {
  readonly people: readonly AccountPerson[];
  /** Key of a row's owner; null when it names none. */ readonly ownerOf: (cells: readonly string[]) => string | null;
};

const locale = 'en-GB';
const emailDomain = 'imported.example';
const onlookers: readonly AccountPerson[] = [
  {
    key: 'manager',
    firstName: 'You',
    lastName: '',
    title: 'Sales manager',
    team: 'Sales management',
    locale,
    seesAll: true,
    email: `manager@${emailDomain}`,
  },
  {
    key: 'operations',
    firstName: 'A',
    lastName: 'colleague',
    title: 'Operations',
    team: 'Operations',
    locale,
    seesAll: true,
    email: `operations@${emailDomain}`,
  },
];

/** People as HubSpot writes them: a name, an e-mail address, or a name with the address in brackets. */
export function peopleOf(rows: readonly Row[], { cell }: Columns): ImportedPeople {
  const keyOf = uniqueNames(onlookers.map(({ key }) => key));
  const owners = new Map<string, AccountPerson>();
  for (const { cells } of rows) {
    const text = cell(cells, 'owner');
    if (text !== '' && !owners.has(plainLabel(text))) owners.set(plainLabel(text), ownerNamed(text, keyOf));
  }
  return {
    people: [...onlookers, ...owners.values()],
    ownerOf: (cells) => owners.get(plainLabel(cell(cells, 'owner')))?.key ?? null,
  };
}

function ownerNamed(text: string, keyOf: (name: string) => string): AccountPerson {
  const email = /[^\s<>()]+@[^\s<>()]+/.exec(text)?.[0] ?? null;
  const name = text.replace(/[(<].*$/, '').trim() || (email ?? text);
  const [firstName = name, ...rest] = name === email ? [name] : name.split(/\s+/);
  const key = keyOf(internalName(name) || 'owner');
  return {
    key,
    firstName,
    lastName: rest.join(' '),
    title: 'Sales rep',
    team: 'Sales',
    locale,
    seesAll: false,
    email: email ?? `${key}@${emailDomain}`,
  };
}
