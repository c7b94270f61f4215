import type { Database } from './database.ts';

/** What the account is called, where it is and what it counts in; a currency's `rate` is home currency for one unit of it, null when none was set. */
export type AccountSettings = {
  readonly portalId: number;
  readonly timeZone: string;
  readonly homeCurrency: string;
  readonly currencies: Readonly<Record<string, number | null>>;
};

export type SettingsStore = {
  readonly account: () => AccountSettings;
  readonly save: (changes: Partial<AccountSettings>) => void;
};

const initial: AccountSettings = {
  portalId: 20_260_301,
  timeZone: 'Europe/Berlin',
  homeCurrency: 'EUR',
  currencies: {},
};

/** Account settings, kept in the store's file. */
export function createSettingsStore(database: Database): SettingsStore {
  const read = (): AccountSettings => {
    const row = database.get("SELECT value FROM settings WHERE name = 'account'");
    return row === null ? initial : (JSON.parse(String(row['value'])) as AccountSettings);
  };
  let account = read();
  return {
    account: () => account,
    save: (changes) => {
      account = { ...account, ...changes };
      database.run("INSERT OR REPLACE INTO settings (name, value) VALUES ('account', ?)", [JSON.stringify(account)]);
    },
  };
}
