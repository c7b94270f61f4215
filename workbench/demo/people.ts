/** Somebody who works at the demo company; `seesAll` false means only records they own. */
export type Person = {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly title: 'Sales rep' | 'Sales manager' | 'Operations';
  readonly team: string;
  /** BCP 47. */
  readonly locale: string;
  readonly seesAll: boolean;
};

/** The first one is who the page opens as. */
export const people = [
  { key: 'oliver', firstName: 'Oliver', lastName: 'Hughes', title: 'Sales rep', team: 'Key accounts', locale: 'en-GB', seesAll: false },
  { key: 'lena', firstName: 'Lena', lastName: 'Brandt', title: 'Sales rep', team: 'Central Europe', locale: 'de-DE', seesAll: false },
  { key: 'mason', firstName: 'Mason', lastName: 'Reed', title: 'Sales rep', team: 'Overseas', locale: 'en-US', seesAll: false },
  { key: 'grace', firstName: 'Grace', lastName: 'Whitfield', title: 'Sales manager', team: 'Sales management', locale: 'en-GB', seesAll: true },
  { key: 'henrik', firstName: 'Henrik', lastName: 'Vogel', title: 'Sales manager', team: 'Sales management', locale: 'de-DE', seesAll: true },
  { key: 'marta', firstName: 'Marta', lastName: 'Keller', title: 'Operations', team: 'Operations', locale: 'de-DE', seesAll: true },
] as const satisfies readonly Person[];
export type PersonKey = (typeof people)[number]['key'];
