import { standardAssociationTypes } from '../association-types.ts';
import type { AssociationType } from '../association-types.ts';
import type { Database, SqlValue } from './database.ts';
import { indexTable, valueColumn } from './search-index.ts';

/** One end of a link. */
export type End = { readonly typeId: string; readonly id: number };
/** A record linked to another, with every meaning the link has, seen from the other. */
export type Linked = { readonly id: number; readonly types: readonly AssociationType[] };
/** Linked records after `afterId`, at most `limit`; of one owner when `ownerId` is given. */
export type LinkedQuery = { readonly afterId: number; readonly limit: number; readonly ownerId: string | null };

/** Links between records; each is kept once for each direction. */
export type AssociationStore = {
  readonly types: (fromType: string, toType: string) => readonly AssociationType[];
  /** New ones, or known ones anew. */
  readonly saveTypes: (types: readonly AssociationType[]) => void;
  /** With all links that mean them. */
  readonly removeTypes: (types: readonly AssociationType[]) => void;
  readonly nextTypeNumber: () => number;
  readonly link: (from: End, to: End, type: AssociationType) => void;
  readonly unlink: (from: End, to: End, type: AssociationType) => void;
  readonly linked: (from: End, toType: string, query: LinkedQuery) => readonly Linked[];
  /** Every link of a record, seen from it. */
  readonly all: (from: End) => readonly { readonly to: End; readonly type: AssociationType }[];
};

/** Account-defined association types are numbered from here. */
const firstOwnNumber = 100;

export function createAssociationStore(database: Database): AssociationStore {
  let types: readonly AssociationType[] = [
    ...standardAssociationTypes,
    ...database
      .all('SELECT body FROM association_types ORDER BY number')
      .map((row) => JSON.parse(String(row['body'])) as AssociationType),
  ];
  let byKey = keyed(types);
  const set = (next: typeof types) => {
    types = next;
    byKey = keyed(next);
  };
  const write = (
    sql: string,
    from: End,
    to: End,
    { category, number }: { readonly category: string; readonly number: number },
  ) => database.run(sql, [from.typeId, from.id, to.typeId, to.id, category, number]);
  const both = (sql: string, from: End, to: End, type: AssociationType) => {
    write(sql, from, to, type);
    write(sql, to, from, { category: type.category, number: type.inverse });
  };
  const typesOf = (rows: readonly { readonly [column: string]: SqlValue }[]) =>
    rows.flatMap((row) => byKey.get(`${String(row['category'])}/${String(row['type_number'])}`) ?? []);

  return {
    types: (fromType, toType) => types.filter((type) => type.fromType === fromType && type.toType === toType),
    saveTypes: (saved) => {
      for (const type of saved)
        database.run('INSERT OR REPLACE INTO association_types (category, number, body) VALUES (?, ?, ?)', [
          type.category,
          type.number,
          JSON.stringify(type),
        ]);
      set([...types.filter((type) => !saved.some((one) => isSame(one, type))), ...saved]);
    },
    removeTypes: (removed) => {
      for (const { category, number } of removed) {
        database.run('DELETE FROM association_types WHERE category = ? AND number = ?', [category, number]);
        database.run('DELETE FROM associations WHERE category = ? AND type_number = ?', [category, number]);
      }
      set(types.filter((type) => !removed.some((one) => isSame(one, type))));
    },
    nextTypeNumber: () =>
      Math.max(
        firstOwnNumber - 1,
        ...types.filter(({ category }) => category === 'USER_DEFINED').map(({ number }) => number),
      ) + 1,
    link: (from, to, type) => both('INSERT OR IGNORE INTO associations VALUES (?, ?, ?, ?, ?, ?)', from, to, type),
    unlink: (from, to, type) =>
      both(
        'DELETE FROM associations WHERE from_type = ? AND from_id = ? AND to_type = ? AND to_id = ? AND category = ? AND type_number = ?',
        from,
        to,
        type,
      ),
    linked: (from, toType, { afterId, limit, ownerId }) => {
      const fence =
        ownerId === null
          ? ''
          : `AND to_id IN (SELECT id FROM ${indexTable(toType)} WHERE ${valueColumn('hubspot_owner_id')} = ?)`;
      const ids = database.all(
        `SELECT DISTINCT to_id FROM associations WHERE from_type = ? AND from_id = ? AND to_type = ? AND to_id > ? ${fence} ORDER BY to_id LIMIT ?`,
        [from.typeId, from.id, toType, afterId, ...(ownerId === null ? [] : [ownerId]), limit],
      );
      return ids.map((row) => {
        const id = Number(row['to_id']);
        const links = database.all(
          'SELECT category, type_number FROM associations WHERE from_type = ? AND from_id = ? AND to_type = ? AND to_id = ? ORDER BY category, type_number',
          [from.typeId, from.id, toType, id],
        );
        return { id, types: typesOf(links) };
      });
    },
    all: (from) =>
      database
        .all('SELECT to_type, to_id, category, type_number FROM associations WHERE from_type = ? AND from_id = ?', [
          from.typeId,
          from.id,
        ])
        .flatMap((row) =>
          typesOf([row]).map((type) => ({ to: { typeId: String(row['to_type']), id: Number(row['to_id']) }, type })),
        ),
  };
}

const isSame = (one: AssociationType, other: AssociationType) =>
  one.category === other.category && one.number === other.number;

function keyed(types: readonly AssociationType[]): ReadonlyMap<string, AssociationType> {
  return new Map(types.map((type) => [`${type.category}/${type.number}`, type]));
}
