import { createHash, createHmac, timingSafeEqual } from 'node:crypto';

/** App secret with the keys of the ledger's seals, apart by spaces or commas: the first one seals, all of them are accepted, so that a key can be changed. */
export const ledgerKeyName = 'LEDGER_KEY';

/** What a seal speaks for. HubSpot writes times in its own way, so they are no part of it. */
export type Sealed = { readonly key: string; readonly kind: string; readonly body: string; readonly author: string };

/** Tells entries the app wrote from entries somebody made in HubSpot. */
export type Sealer = {
  /** Whether there is a key at all: without one nothing is sealed and everything counts. */
  readonly isProtecting: boolean;
  /** `<key id>:<made at, ms>:<HMAC>`; "" without a key. */
  readonly sealOf: (entry: Sealed, madeAtMs: number) => string;
  /** Whether an entry carries the right seal of one of the keys. */
  readonly isGenuine: (entry: Sealed, seal: string) => boolean;
  /** Whether an entry carries the seal of the key in use, so that signing it again changes nothing. */
  readonly isCurrent: (entry: Sealed, seal: string) => boolean;
};

/**
 * @param secret - value of `LEDGER_KEY`; null or empty when nobody has set one
 */
export function createSealer(secret: string | null): Sealer {
  const keys = (secret ?? '').split(/[\s,]+/).filter((key) => key !== '');
  const [current] = keys;
  const isBy = (key: string, entry: Sealed, seal: string) => isSame(sealWith(key, entry, madeAt(seal)), seal);
  return {
    isProtecting: current !== undefined,
    sealOf: (entry, madeAtMs) => (current === undefined ? '' : sealWith(current, entry, madeAtMs)),
    isGenuine: (entry, seal) => current === undefined || keys.some((key) => isBy(key, entry, seal)),
    isCurrent: (entry, seal) => current !== undefined && isBy(current, entry, seal),
  };
}

/** When a seal was made, ms since 1970; null for one from before seals said it. Only that of a genuine seal is to be believed. */
export function madeAt(seal: string): number | null {
  const time = /^[^:]*:(\d{1,15}):/.exec(seal)?.[1];
  return time === undefined ? null : Number(time);
}

function sealWith(secretKey: string, { key, kind, body, author }: Sealed, madeAtMs: number | null): string {
  const id = createHash('sha256').update(secretKey).digest('hex').slice(0, 8);
  const [time, sealed] = madeAtMs === null ? ['', []] : [`${madeAtMs}:`, [madeAtMs]];
  const text = JSON.stringify([key, kind, body, author, ...sealed]);
  return `${id}:${time}${createHmac('sha256', secretKey).update(text).digest('base64url')}`;
}

function isSame(one: string, other: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
