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

/** What a row says of its owner: a name, an e-mail address, or both. */
type Mention = { readonly name: string; readonly email: string };

/** People as HubSpot writes them: a name, an e-mail address, or a name with the address in brackets. A name and an address that stand together once are one person everywhere. */
export function peopleOf(rows: readonly Row[], columns: Columns): ImportedPeople {
  const mentions = rows.map(({ cells }) => mentionIn(cells, columns)).filter(({ name, email }) => name + email !== '');
  const addressOf = new Map<string, string>();
  const nameOf = new Map<string, string>();
  for (const { name, email } of mentions) {
    if (name === '' || email === '') continue;
    if (!addressOf.has(plainLabel(name))) addressOf.set(plainLabel(name), plainLabel(email));
    if (!nameOf.has(plainLabel(email))) nameOf.set(plainLabel(email), name);
  }
  const names = new Map(mentions.flatMap(({ name }) => (name === '' ? [] : [[spelledOut(name), name] as const])));
  for (const { name, email } of mentions) {
    // jane.doe@x.example is Jane Doe where nobody else is.
    const named =
      name === '' && !nameOf.has(plainLabel(email)) ? names.get(spelledOut(email.replace(/@.*$/, ''))) : undefined;
    if (named === undefined || addressOf.has(plainLabel(named))) continue;
    addressOf.set(plainLabel(named), plainLabel(email));
    nameOf.set(plainLabel(email), named);
  }
  const identityOf = ({ name, email }: Mention) =>
    email !== '' ? plainLabel(email) : (addressOf.get(plainLabel(name)) ?? plainLabel(name));
  const keyOf = uniqueNames(onlookers.map(({ key }) => key));
  const owners = new Map<string, AccountPerson>();
  for (const mention of mentions) {
    const identity = identityOf(mention);
    if (!owners.has(identity))
      owners.set(
        identity,
        ownerNamed(mention.name || (nameOf.get(identity) ?? ''), identity.includes('@') ? identity : '', keyOf),
      );
  }
  return {
    people: [...onlookers, ...owners.values()],
    ownerOf: (cells) => owners.get(identityOf(mentionIn(cells, columns)))?.key ?? null,
  };
}

function mentionIn(cells: readonly string[], { cell }: Columns): Mention {
  const text = cell(cells, 'owner');
  const email = /[^\s<>()]+@[^\s<>()]+/.exec(text)?.[0] ?? '';
  const name = text
    .replace(email, '')
    .replace(/[(<][^)>]*[)>]?/g, '')
    .trim();
  return { name, email: email || (/[^\s<>()]+@[^\s<>()]+/.exec(cell(cells, 'ownerEmail'))?.[0] ?? '') };
}

/** "Jane Doe" and "jane.doe" are both "jane doe". */
function spelledOut(text: string): string {
  return internalName(text).replaceAll('_', ' ');
}

function ownerNamed(name: string, email: string, keyOf: (name: string) => string): AccountPerson {
  const shown = name || email;
  const [firstName = shown, ...rest] = name === '' ? [email] : name.split(/\s+/);
  const key = keyOf(internalName(shown) || 'owner');
  return {
    key,
    firstName,
    lastName: rest.join(' '),
    title: 'Sales rep',
    team: 'Sales',
    locale,
    seesAll: false,
    email: email || `${key}@${emailDomain}`,
  };
}
