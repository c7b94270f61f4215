import { missingScopes, recordNotFound, unauthenticated } from './errors.ts';
import type { ObjectKind } from './object-types.ts';
import type { ChangeSource } from './store/history.ts';
import type { StoredRecord } from './store/records.ts';

/** What a token is issued for. */
export type TokenGrant = {
  /** The token itself; made up when left out. */
  readonly token?: string;
  readonly scopes: readonly string[];
  /** The app that writes with it, unless a user does. */
  readonly app?: { readonly id: number; readonly name: string };
  /** The person who works with it in HubSpot's own pages. */
  readonly user?: { readonly id: number; readonly ownerId: string };
  /** Whose records it sees; `own` needs a user. */
  readonly sees: 'all' | 'own';
  /** For the request log. */
  readonly label: string;
};

/** Who makes a request. */
export type Actor = TokenGrant & { readonly token: string };

export type TokenBook = {
  readonly issue: (grant: TokenGrant) => string;
  readonly revoke: (token: string) => void;
  /** Null for a token nobody was issued. */
  readonly find: (authorization: string | undefined) => Actor | null;
  /** @throws {ApiError} 401 */
  readonly actorOf: (authorization: string | undefined) => Actor;
};

export function createTokenBook(): TokenBook {
  const actors = new Map<string, Actor>();
  let issued = 0;
  const find: TokenBook['find'] = (authorization) =>
    actors.get(/^Bearer (.+)$/.exec(authorization ?? '')?.[1] ?? '') ?? null;
  return {
    issue: (grant) => {
      if (grant.sees === 'own' && grant.user === undefined)
        throw new TypeError(`A token that sees only its own records needs a user, and ${grant.label} has none`);
      issued += 1;
      const token = grant.token ?? `pat-local-${issued}`;
      actors.set(token, { ...grant, token });
      return token;
    },
    revoke: (token) => void actors.delete(token),
    actorOf: (authorization) => {
      const actor = find(authorization);
      if (actor === null) throw unauthenticated();
      return actor;
    },
    find,
  };
}

/** @throws {ApiError} 403 */
export function requireScope(actor: Actor, scope: string): void {
  if (!actor.scopes.includes(scope)) throw missingScopes([scope]);
}

/**
 * One of several scopes is enough.
 *
 * @throws {ApiError} 403 naming the first
 */
export function requireOneScope(actor: Actor, scopes: readonly [string, ...string[]]): void {
  if (!scopes.some((scope) => actor.scopes.includes(scope))) throw missingScopes([scopes[0]]);
}

/** Owner whose records of this kind the actor is kept to; null when it sees all. */
export function ownerFence(actor: Actor, kind: ObjectKind): string | null {
  return actor.sees === 'own' && kind.hasOwner ? (actor.user?.ownerId ?? null) : null;
}

/**
 * A record the actor cannot see is, to the actor, not there.
 *
 * @throws {ApiError} 404
 */
export function requireVisible(actor: Actor, kind: ObjectKind, record: StoredRecord): StoredRecord {
  if (!isVisible(actor, kind, record)) throw recordNotFound(String(record.id));
  return record;
}

export function isVisible(actor: Actor, kind: ObjectKind, record: StoredRecord): boolean {
  const ownerId = ownerFence(actor, kind);
  return ownerId === null || record.values['hubspot_owner_id'] === ownerId;
}

/** How the record's history names whoever wrote. */
export function changeSource({ app, user }: Actor): ChangeSource {
  if (user !== undefined) return { sourceType: 'CRM_UI', sourceId: `userId:${user.id}`, updatedByUserId: user.id };
  return app === undefined
    ? { sourceType: 'INTEGRATION' }
    : { sourceType: 'INTEGRATION', sourceId: String(app.id), sourceLabel: app.name };
}
