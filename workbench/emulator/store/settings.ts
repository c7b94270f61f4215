import { standardBehaviour } from '../behaviour.ts';
import type { Behaviour } from '../behaviour.ts';
import type { Database } from './database.ts';

/** What the account is called, where it is and what it counts in; a currency's `rate` is home currency for one unit of it, null when none was set. */
export type AccountSettings = {
  readonly portalId: number;
  readonly accountType: 'STANDARD' | 'DEVELOPER_TEST' | 'SANDBOX' | 'APP_DEVELOPER';
  readonly timeZone: string;
  readonly homeCurrency: string;
  readonly currencies: Readonly<Record<string, number | null>>;
};

export type SettingsStore = {
  readonly account: () => AccountSettings;
  readonly save: (changes: Partial<AccountSettings>) => void;
  readonly behaviour: () => Behaviour;
  readonly saveBehaviour: (changes: Partial<Behaviour>) => void;
};

const initial: AccountSettings = {
  portalId: 20_260_301,
  accountType: 'DEVELOPER_TEST',
  timeZone: 'Europe/Berlin',
  homeCurrency: 'EUR',
  currencies: {},
};

/** Settings of the account, kept in the store's file. */
export function createSettingsStore(database: Database): SettingsStore {
  const read = <T extends object>(name: string, standard: T): T => {
    const row = database.get('SELECT value FROM settings WHERE name = ?', [name]);
    return row === null ? standard : { ...standard, ...(JSON.parse(String(row['value'])) as Partial<T>) };
  };
  const write = (name: string, value: object) =>
    database.run('INSERT OR REPLACE INTO settings (name, value) VALUES (?, ?)', [name, JSON.stringify(value)]);
  let account = read('account', initial);
  let behaviour = read('behaviour', standardBehaviour);
  return {
    account: () => account,
    save: (changes) => {
      account = { ...account, ...changes };
      write('account', account);
    },
    behaviour: () => behaviour,
    saveBehaviour: (changes) => {
      behaviour = { ...behaviour, ...changes };
      write('behaviour', behaviour);
    },
  };
}
