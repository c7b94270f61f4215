import * as z from 'zod/mini';
import { ApiError } from '../errors.ts';
import type { Call, Operation, Reply } from '../operation.ts';
import { readBody } from '../operation.ts';
import { accountPaths, tokenInfoPaths } from '../paths.ts';

/** What the account is, and what the token may; every token may ask. */
export const accountOperations: readonly Operation[] = [
  { method: 'GET', paths: accountPaths('/details'), handle: details },
  { method: 'POST', paths: tokenInfoPaths, handle: tokenInfo },
];

function tokenInfo(call: Call): Reply {
  const { tokenKey } = readBody(call, z.object({ tokenKey: z.string() }));
  if (tokenKey !== call.actor.token)
    throw new ApiError(404, {
      message: 'No private app token was found for the given key.',
      category: 'OBJECT_NOT_FOUND',
    });
  return {
    status: 200,
    body: {
      userId: call.actor.user?.id ?? 1,
      hubId: call.store.settings.account().portalId,
      appId: call.actor.app?.id ?? 1,
      // HubSpot gives it to every token.
      scopes: [...new Set([...call.actor.scopes, 'oauth'])],
    },
  };
}

function details({ store, now }: Call): Reply {
  const { portalId, accountType, timeZone, homeCurrency, currencies } = store.settings.account();
  const offset = utcOffset(timeZone, now);
  return {
    status: 200,
    body: {
      portalId,
      timeZone,
      companyCurrency: homeCurrency,
      additionalCurrencies: Object.keys(currencies),
      accountType,
      uiDomain: 'app.hubspot.com',
      dataHostingLocation: 'eu1',
      utcOffset: `${offset < 0 ? '-' : '+'}${clock(Math.abs(offset))}`,
      utcOffsetMilliseconds: offset * 60_000,
    },
  };
}

/** @returns minutes east of UTC at the instant; 0 for a zone this Node does not know */
function utcOffset(timeZone: string, now: number): number {
  const parts = formatIn(timeZone).formatToParts(now);
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(
    parts.find(({ type }) => type === 'timeZoneName')?.value ?? '',
  ) ?? ['', '+', '0', '0'];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

function formatIn(timeZone: string): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  } catch (error) {
    if (error instanceof RangeError)
      return new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', timeZoneName: 'longOffset' });
    throw error;
  }
}

const clock = (minutes: number) =>
  [Math.trunc(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
