import type { AccountPerson } from '../workbench/account.ts';

/** Who works at the demo company; the first one is who the page opens as. */
export const people = [
  {
    key: 'oliver',
    firstName: 'Oliver',
    lastName: 'Hughes',
    title: 'Sales rep',
    team: 'Key accounts',
    locale: 'en-GB',
    seesAll: false,
  },
  {
    key: 'lena',
    firstName: 'Lena',
    lastName: 'Brandt',
    title: 'Sales rep',
    team: 'Central Europe',
    locale: 'de-DE',
    seesAll: false,
  },
  {
    key: 'mason',
    firstName: 'Mason',
    lastName: 'Reed',
    title: 'Sales rep',
    team: 'Overseas',
    locale: 'en-US',
    seesAll: false,
  },
  {
    key: 'grace',
    firstName: 'Grace',
    lastName: 'Whitfield',
    title: 'Sales manager',
    team: 'Sales management',
    locale: 'en-GB',
    seesAll: true,
  },
  {
    key: 'henrik',
    firstName: 'Henrik',
    lastName: 'Vogel',
    title: 'Sales manager',
    team: 'Sales management',
    locale: 'de-DE',
    seesAll: true,
  },
  {
    key: 'marta',
    firstName: 'Marta',
    lastName: 'Keller',
    title: 'Operations',
    team: 'Operations',
    locale: 'de-DE',
    seesAll: true,
  },
] as const satisfies readonly Omit<AccountPerson, 'email'>[];
export type PersonKey = (typeof people)[number]['key'];

/** As the app's pages report who acts. */
export function fullName(key: PersonKey): string {
  const { firstName = '', lastName = '' } = people.find((person) => person.key === key) ?? {};
  return `${firstName} ${lastName}`;
}
