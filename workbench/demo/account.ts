import { createEmulator } from '../emulator/index.ts';
import type { Emulator, OwnerSetup } from '../emulator/index.ts';
import type { User } from '../protocol.ts';
import type { Account } from '../server.ts';
import type { Ids } from './demo-records.ts';
import { people } from './people.ts';
import type { PersonKey } from './people.ts';
import { salesPipeline } from './stages.ts';

const portal = { id: 20_260_301, name: 'Cuckoo Clock Giftware', timeZone: 'Europe/Berlin', homeCurrency: 'EUR' } as const;
/** Euro for one unit; the yen is in use and nobody has set a rate. */
const currencies = { USD: 0.92, GBP: 1.15, CHF: 1.05, JPY: null } as const;
const app = { id: 1, name: 'Strategic Deal Terms' } as const;

/** For whoever talks to the API from outside, such as the app's commands: a private app that may do everything. */
const adminToken = 'pat-local-workbench';
const [firstUserId, firstOwnerId] = [7_001, 880_001];
const objectScopes = ['deals', 'companies', 'contacts', 'custom', 'owners'].flatMap((type) => [`crm.objects.${type}.read`, `crm.objects.${type}.write`]);
const schemaScopes = ['deals', 'companies', 'contacts', 'custom'].flatMap((type) => [`crm.schemas.${type}.read`, `crm.schemas.${type}.write`]);
const everything = [...objectScopes, ...schemaScopes, 'tickets'];

/** The emulated account of the demo company, and who works there. */
export type DemoAccount = Account & {
  readonly adminToken: string;
  readonly owners: Ids<PersonKey>;
  readonly userIds: Ids<PersonKey, number>;
  readonly userTokens: Ids<PersonKey>;
  readonly load: Emulator['bulkLoad'];
  /** ISO date in the account's time zone. */
  readonly today: () => string;
  readonly close: () => void;
};

/**
 * Opens the account kept in a file. Who works there, its currencies and tokens are not kept: they follow this source.
 *
 * @param clock - epoch milliseconds, the time of every write
 */
export function openAccount(file: string, clock: () => number): DemoAccount {
  const emulator = createEmulator({ file, clock });
  const users = people.map(userOf);
  emulator.setUp({
    account: { portalId: portal.id, timeZone: portal.timeZone, homeCurrency: portal.homeCurrency, currencies },
    owners: users.map(ownerOf),
    pipelines: [salesPipeline],
  });
  for (const [place, user] of users.entries()) {
    const { seesAll } = people[place] ?? { seesAll: false };
    emulator.issueToken({ token: user.token, scopes: everything, user: { id: user.id, ownerId: user.ownerId }, sees: seesAll ? 'all' : 'own', label: user.email });
  }
  emulator.issueToken({ token: adminToken, scopes: everything, sees: 'all', label: 'private app' });
  return {
    portal,
    users,
    adminToken,
    api: emulator.fetch,
    requestsWith: emulator.requestLog.entries,
    tokens: { issue: (scopes) => emulator.issueToken({ scopes, app, sees: 'all', label: app.name }), revoke: emulator.revokeToken },
    owners: new Map(people.map(({ key }, place) => [key, String(firstOwnerId + place)])),
    userIds: new Map(people.map(({ key }, place) => [key, firstUserId + place])),
    load: emulator.bulkLoad,
    userTokens: new Map(people.map(({ key }) => [key, tokenOf(key)])),
    today: () => new Intl.DateTimeFormat('sv-SE', { timeZone: portal.timeZone }).format(clock()),
    close: emulator.close,
  };
}

function userOf({ key, firstName, lastName, title, team, locale }: (typeof people)[number], place: number): User {
  const teammates = people.flatMap((person, index) => (person.team === team ? [firstUserId + index] : []));
  return {
    id: firstUserId + place,
    ownerId: String(firstOwnerId + place),
    email: `${key}@cuckoo-clock.example`,
    firstName,
    lastName,
    title,
    teams: [{ id: teamId(team), name: team, teammates }],
    locale,
    token: tokenOf(key),
  };
}

function ownerOf({ id, ownerId, email, firstName, lastName, teams }: User): OwnerSetup {
  return { id: ownerId, userId: id, email, firstName, lastName, teams: teams.map((team) => ({ id: String(team.id), name: team.name, primary: true })) };
}

function teamId(name: string): number {
  return 9_001 + people.findIndex(({ team }) => team === name);
}

/** The page acts with these as HubSpot's page acts for whoever is signed in. */
function tokenOf(key: PersonKey): string {
  return `user-${key}`;
}
