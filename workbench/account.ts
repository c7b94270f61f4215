import { createEmulator } from './emulator/index.ts';
import type { Emulator, OwnerSetup, PipelineSetup } from './emulator/index.ts';
import type { User } from './protocol.ts';
import type { ShownAccount } from './server/shown-account.ts';
import { behaviourOf, troubleOf } from './trouble.ts';

const portalId = 20_260_301;

/** For whoever talks to the API from outside, such as an app's commands: a private app that may do everything. */
const adminToken = 'pat-local-workbench';
const [firstUserId, firstOwnerId, firstTeamId] = [7_001, 880_001, 9_001];
const types = ['deals', 'companies', 'contacts', 'custom', 'products', 'line_items', 'quotes', 'invoices'];
const objectScopes = [...types, 'owners'].flatMap((type) => [`crm.objects.${type}.read`, `crm.objects.${type}.write`]);
const schemaScopes = types.flatMap((type) => [`crm.schemas.${type}.read`, `crm.schemas.${type}.write`]);
const everything = [...objectScopes, ...schemaScopes, 'tickets'];

/** Somebody who works in the account; `seesAll` false means only records they own. */
export type AccountPerson = {
  readonly key: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Job, for people. */
  readonly title: string;
  readonly team: string;
  /** BCP 47. */
  readonly locale: string;
  readonly seesAll: boolean;
  readonly email: string;
};

/** A service key, with what it may. */
export type ServiceKey = { readonly token: string; readonly name: string; readonly scopes: readonly string[] };

/** What an administrator has set in an account. */
export type AccountProfile = {
  readonly name: string;
  /** IANA. */
  readonly timeZone: string;
  /** ISO 4217. */
  readonly homeCurrency: string;
  /** Home currency for one unit; null for a currency without a rate. */
  readonly currencies: Readonly<Record<string, number | null>>;
  /** The first one is who the page opens as. */
  readonly people: readonly AccountPerson[];
  readonly pipelines: readonly PipelineSetup[];
  /** Besides the token that may do everything. */
  readonly serviceKeys?: readonly ServiceKey[];
};

/** An emulated account, and who works there; owners, users and their tokens by person's key. */
export type LocalAccount = ShownAccount & {
  readonly adminToken: string;
  readonly owners: ReadonlyMap<string, string>;
  readonly userIds: ReadonlyMap<string, number>;
  readonly userTokens: ReadonlyMap<string, string>;
  readonly load: Emulator['bulkLoad'];
  readonly holdUntil: Emulator['holdUntil'];
  /** ISO date in the account's time zone. */
  readonly today: () => string;
  readonly close: () => void;
};

/**
 * Opens the account kept in a file. What its profile says is not kept: it follows whoever opens it.
 *
 * @param clock - epoch milliseconds, the time of every write
 */
export function openAccount(
  file: string,
  clock: () => number,
  { name, timeZone, homeCurrency, currencies, people, pipelines, serviceKeys = [] }: AccountProfile,
): LocalAccount {
  const emulator = createEmulator({ file, clock });
  const users = people.map((person, place) => userOf(person, place, people));
  emulator.setUp({ account: { portalId, timeZone, homeCurrency, currencies }, owners: users.map(ownerOf), pipelines });
  for (const [place, user] of users.entries()) {
    const { seesAll } = people[place] ?? { seesAll: false };
    emulator.issueToken({
      token: user.token,
      scopes: everything,
      user: { id: user.id, ownerId: user.ownerId },
      sees: seesAll ? 'all' : 'own',
      label: user.email,
    });
  }
  emulator.issueToken({ token: adminToken, scopes: everything, sees: 'all', label: 'private app' });
  // HubSpot adds `oauth` to every key by itself.
  for (const { token, name: label, scopes } of serviceKeys)
    emulator.issueToken({ token, scopes: [...scopes, 'oauth'], sees: 'all', label });
  return {
    portal: { id: portalId, name, timeZone, homeCurrency },
    users,
    adminToken,
    api: emulator.fetch,
    requestsWith: emulator.requestLog.entries,
    trouble: troubleOf(emulator),
    behaviour: behaviourOf(emulator),
    tokens: {
      issue: ({ id, name: label, scopes }) =>
        emulator.issueToken({ scopes, app: { id, name: label }, sees: 'all', label }),
      revoke: emulator.revokeToken,
    },
    owners: new Map(people.map(({ key }, place) => [key, String(firstOwnerId + place)])),
    userIds: new Map(people.map(({ key }, place) => [key, firstUserId + place])),
    load: emulator.bulkLoad,
    holdUntil: emulator.holdUntil,
    userTokens: new Map(people.map(({ key }) => [key, tokenOf(key)])),
    today: () => new Intl.DateTimeFormat('sv-SE', { timeZone }).format(clock()),
    close: emulator.close,
  };
}

function userOf(
  { key, firstName, lastName, title, team, locale, email }: AccountPerson,
  place: number,
  people: readonly AccountPerson[],
): User {
  const teammates = people.flatMap((person, index) => (person.team === team ? [firstUserId + index] : []));
  const teamId = firstTeamId + people.findIndex((person) => person.team === team);
  return {
    id: firstUserId + place,
    ownerId: String(firstOwnerId + place),
    email,
    firstName,
    lastName,
    title,
    teams: [{ id: teamId, name: team, teammates }],
    locale,
    token: tokenOf(key),
  };
}

function ownerOf({ id, ownerId, email, firstName, lastName, teams }: User): OwnerSetup {
  return {
    id: ownerId,
    userId: id,
    email,
    firstName,
    lastName,
    teams: teams.map((team) => ({ id: String(team.id), name: team.name, primary: true })),
  };
}

/** The page acts with these as HubSpot's page acts for whoever is signed in. */
function tokenOf(key: string): string {
  return `user-${key}`;
}
