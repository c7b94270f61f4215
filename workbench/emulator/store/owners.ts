import type { Database } from './database.ts';

export type Owner = {
  readonly id: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly userId: number;
  readonly archived: boolean;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly teams?: readonly { readonly id: string; readonly name: string; readonly primary: boolean }[];
};

export type OwnerStore = { readonly list: () => readonly Owner[]; readonly save: (owner: Owner) => void };

export function createOwnerStore(database: Database): OwnerStore {
  let owners = database
    .all('SELECT body FROM owners ORDER BY CAST(id AS INTEGER)')
    .map((row) => JSON.parse(String(row['body'])) as Owner);
  return {
    list: () => owners,
    save: (owner) => {
      database.run('INSERT OR REPLACE INTO owners (id, body) VALUES (?, ?)', [owner.id, JSON.stringify(owner)]);
      owners = [...owners.filter(({ id }) => id !== owner.id), owner].sort((a, b) => Number(a.id) - Number(b.id));
    },
  };
}
