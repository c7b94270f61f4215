import type { Call, Operation, Reply } from '../operation.ts';
import { accountPaths } from '../paths.ts';

/** What the account is; every token may ask. */
export const accountOperations: readonly Operation[] = [{ method: 'GET', paths: accountPaths, handle: details }];

function details({ store, now }: Call): Reply {
  const { portalId, timeZone, homeCurrency, currencies } = store.settings.account();
  const offset = utcOffset(timeZone, now);
  return {
    status: 200,
    body: {
      portalId, timeZone, companyCurrency: homeCurrency, additionalCurrencies: Object.keys(currencies), accountType: 'DEVELOPER_TEST', uiDomain: 'app.hubspot.com', dataHostingLocation: 'eu1',
      utcOffset: `${offset < 0 ? '-' : '+'}${clock(Math.abs(offset))}`,
      utcOffsetMilliseconds: offset * 60_000,
    },
  };
}

/** @returns minutes east of UTC at the instant */
function utcOffset(timeZone: string, now: number): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(now);
  const [, sign, hours, minutes] = /GMT([+-])(\d{2}):(\d{2})/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? ['', '+', '0', '0'];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}

const clock = (minutes: number) => [Math.trunc(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
