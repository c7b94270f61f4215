/** An object type the workbench has pages for. `path` is its name in addresses and in HubSpot's API. */
export type ObjectType = {
  readonly path: string;
  readonly typeId: string;
  readonly singular: string;
  readonly plural: string;
  readonly nameProperties: readonly string[];
};

export const dealType: ObjectType = {
  path: 'deals',
  typeId: '0-3',
  singular: 'Deal',
  plural: 'Deals',
  nameProperties: ['dealname'],
};

const objectTypes: readonly ObjectType[] = [
  dealType,
  { path: 'companies', typeId: '0-2', singular: 'Company', plural: 'Companies', nameProperties: ['name'] },
  {
    path: 'contacts',
    typeId: '0-1',
    singular: 'Contact',
    plural: 'Contacts',
    nameProperties: ['firstname', 'lastname', 'email'],
  },
  { path: 'tickets', typeId: '0-5', singular: 'Ticket', plural: 'Tickets', nameProperties: ['subject'] },
];

/**
 * @param spelling - as people, metadata and HubSpot spell it: `deals`, `deal`, `DEAL`, `0-3`
 */
export function objectTypeOf(spelling: string): ObjectType | null {
  const plain = spelling.toLowerCase();
  return (
    objectTypes.find(
      ({ path, typeId, singular }) => plain === path || plain === typeId || plain === singular.toLowerCase(),
    ) ?? null
  );
}

/** What a record is called on pages: a person by first and last name or else the address, anything else by its name property. */
export function recordName(
  { path, nameProperties, singular }: ObjectType,
  id: string,
  values: Readonly<Record<string, string | null | undefined>>,
): string {
  const parts = nameProperties.map((name) => values[name] ?? '');
  const name = path === 'contacts' ? parts.slice(0, 2).join(' ').trim() || (parts[2] ?? '') : (parts[0] ?? '');
  return name === '' ? `${singular} ${id}` : name;
}

/** Types whose records are shown beside a record of another type: those the emulated account has. */
export function relatedTypes(to: ObjectType): readonly ObjectType[] {
  return objectTypes.filter(({ path }) => path !== to.path);
}
